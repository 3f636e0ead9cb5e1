import type {
  CheckMember,
  DroppedMember,
  ForeignMember,
  IncludeMember,
  IndexMember,
  Member,
  PrimaryMember,
  UniqueMember,
} from '../../generated/ast.ts'
import { mixinKey } from './column-homes.ts'
import { addColumnNames } from './column-names.ts'
import { droppedKind } from './dropped-kind.ts'
import { memberKey } from './known-names.ts'
import { memberNames } from './member-made-names.ts'
import type { NameCollector, Owner } from './name-collector.ts'
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

type ConstraintMember = PrimaryMember | UniqueMember | ForeignMember | CheckMember

function addConstraint(node: ConstraintMember, owner: Owner, collector: NameCollector): void {
  const { tokens, context } = collector
  const [from, to] = tokens.of(node)
  let at = addOwnName(node, 'constraint', from, from + 1, owner, collector)
  if (node.$type === 'CheckMember') {
    collector.sql.push(...sqlPiecesOf(node.sql, tokens, { what: 'expression', owner: owner.node, context }))
  } else if (tokens.text(at) === '(') at = collector.columns(at, to, name => collector.columnKey(owner, name))
  if (node.$type === 'ForeignMember') addTargetNames(tokens.find(at, to, '->') + 1, to, collector)
  addWas(node.was, at, to, 'constraint', node.name ?? '', owner, collector)
}

function addIndex(node: IndexMember, owner: Owner, collector: NameCollector): void {
  const { tokens, context } = collector
  const [from, to] = tokens.of(node)
  const word = node.unique ? from + 1 : from
  const open = addOwnName(node, 'index', from, word + 1, owner, collector)
  const subject = { what: 'expression', owner: owner.node, context } as const
  let last = open
  for (const key of node.keys ?? []) {
    const [first, end] = tokens.of(key)
    last = Math.max(last, end)
    const column = key.column === undefined ? undefined : collector.columnKey(owner, key.column)
    if (column !== undefined && tokens.value(first) === key.column) collector.add(first, 'column', column, 'reference')
    collector.sql.push(...sqlPiecesOf(key.sql, tokens, subject))
  }
  for (let at = last; at < to; at++) {
    if (tokens.text(at) === 'include' && tokens.text(at + 1) === '(')
      at = collector.columns(at + 1, to, name => collector.columnKey(owner, name)) - 1
  }
  collector.sql.push(...sqlPiecesOf(node.where, tokens, subject))
  addWas(node.was, last, to, 'index', node.name ?? '', owner, collector)
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
