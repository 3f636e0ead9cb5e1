import type {
  Constraint,
  DroppedMember,
  ExcludeMember,
  IncludeMember,
  IndexMember,
  Member,
} from '../../generated/ast.ts'
import { mixinKey } from './column-homes.ts'
import { addColumnNames } from './column-names.ts'
import { droppedKind } from './dropped-kind.ts'
import { memberKey } from './member-key.ts'
import { memberNames } from './member-made-names.ts'
import type { NameCollector, Owner } from './name-collector.ts'
import { addObjectNames } from './object-names.ts'
import { addOtherName } from './other-names.ts'
import { sqlPiecesOf } from './sql-piece.ts'
import { addTargetNames } from './target-names.ts'
import { addValueNames } from './value-names.ts'

/** The names in the lines of a table or mixin. */
export function addMemberNames(members: readonly Member[] | undefined, owner: Owner, collector: NameCollector): void {
  for (const member of members ?? []) addMember(member, owner, collector)
}

function addMember(member: Member, owner: Owner, collector: NameCollector): void {
  switch (member.$type) {
    case 'ColumnDeclaration':
      addColumnNames(member, owner, collector)
      break
    case 'IncludeMember':
      addInclude(member, collector)
      break
    case 'DroppedMember':
      addDropped(member, owner, collector)
      break
    case 'IndexMember':
      addIndex(member, owner, collector)
      break
    case 'PolicyDeclaration':
      addObjectNames(member, collector)
      break
    case 'RowSecurityMember':
      break
    default:
      addConstraint(member, owner, collector)
  }
}

function addInclude(node: IncludeMember, collector: NameCollector): void {
  const { tokens, context } = collector
  const [from, to] = tokens.of(node)
  const found = node.mixin === undefined ? undefined : context.names.mixin(node.mixin)
  if (found === undefined || from + 1 >= to || !tokens.isName(from + 1)) return
  collector.add(from + 1, 'mixin', mixinKey(found.declaration), 'reference')
}

function addDropped(node: DroppedMember, owner: Owner, collector: NameCollector): void {
  const { tokens } = collector
  const [from, to] = tokens.of(node)
  if (node.name === undefined || from + 1 >= to || !tokens.isName(from + 1)) return
  collector.add(from + 1, droppedKind(node.name, owner, collector), memberKey(owner.key, node.name), 'past')
  addValueNames(node.value, 'hint', owner, undefined, collector)
}

type ConstraintMember = Constraint

function addConstraint(node: ConstraintMember, owner: Owner, collector: NameCollector): void {
  const { tokens, context } = collector
  const [from, to] = tokens.of(node)
  let at = addOwnName(node, 'constraint', from, from + 1, owner, collector)
  if (node.$type === 'CheckMember') {
    collector.sql.push(...sqlPiecesOf(node.sql, tokens, { what: 'expression', owner: owner.node, context }))
  } else if (node.$type === 'ExcludeMember') at = addKeys(node, at, owner, collector)
  else if (tokens.text(at) === '(') at = collector.columns(at, to, name => collector.columnKey(owner, name))
  at = addIncluded(at, to, owner, collector)
  if (node.$type === 'ForeignMember') addTargetNames(tokens.find(at, to, '->') + 1, to, collector)
  addWas(node.was, at, to, 'constraint', node.name ?? '', owner, collector)
}

function addIndex(node: IndexMember, owner: Owner, collector: NameCollector): void {
  const { tokens } = collector
  const [from, to] = tokens.of(node)
  const word = node.unique ? from + 1 : from
  const open = addOwnName(node, 'index', from, word + 1, owner, collector)
  const last = addKeys(node, open, owner, collector)
  addIncluded(last, to, owner, collector)
  addWas(node.was, last, to, 'index', node.name ?? '', owner, collector)
}

/** The columns and SQL that an index or an exclusion is over, and its condition; the place behind the keys. */
function addKeys(node: IndexMember | ExcludeMember, open: number, owner: Owner, collector: NameCollector): number {
  const { tokens, context } = collector
  const subject = { what: 'expression', owner: owner.node, context } as const
  let last = open
  for (const key of node.keys ?? []) {
    const [first, end] = tokens.of(key)
    last = Math.max(last, end)
    const column = key.column === undefined ? undefined : collector.columnKey(owner, key.column)
    if (column !== undefined && tokens.value(first) === key.column) collector.add(first, 'column', column, 'reference')
    collector.sql.push(...sqlPiecesOf(key.sql, tokens, subject))
    addOtherName(key.collate, first + 1, end, collector)
    addOtherName(key.opclass, first + 1, end, collector)
  }
  collector.sql.push(...sqlPiecesOf(node.where, tokens, subject))
  return last
}

/** The columns after `include`, and those that `set null` or `set default` names; the first place without. */
function addIncluded(from: number, to: number, owner: Owner, collector: NameCollector): number {
  const { tokens } = collector
  for (let at = from; at < to; at++) {
    const word = tokens.text(at)
    const isAction = (word === 'null' || word === 'default') && tokens.text(at - 1) === 'set'
    if ((word === 'include' || isAction) && tokens.text(at + 1) === '(')
      at = collector.columns(at + 1, to, name => collector.columnKey(owner, name)) - 1
  }
  return from
}

/** The written name at `at`, or the word that makes one; the place after it. */
function addOwnName(
  node: ConstraintMember | IndexMember,
  kind: 'constraint' | 'index',
  from: number,
  at: number,
  owner: Owner,
  collector: NameCollector,
): number {
  const { tokens } = collector
  if (node.name !== undefined && tokens.isName(at) && tokens.value(at) === node.name) {
    collector.add(at, kind, memberKey(owner.key, node.name), 'declaration')
    return at + 1
  }
  const made = node.name === undefined ? memberNames(owner, collector).get(node) : undefined
  if (made !== undefined) collector.addMade(from, kind, memberKey(owner.key, made), made)
  return at
}

function addWas(
  was: string | undefined,
  from: number,
  to: number,
  kind: 'constraint' | 'index',
  name: string,
  owner: Owner,
  collector: NameCollector,
): void {
  const at = collector.nameAfter('was', from, to, was)
  if (at !== undefined) collector.add(at, kind, memberKey(owner.key, name), 'past')
}
