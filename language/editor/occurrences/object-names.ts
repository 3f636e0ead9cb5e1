import { quoteName } from '../../../compiler/schema/name.ts'
import type {
  CompositeDeclaration,
  DomainDeclaration,
  GrantDeclaration,
  MaterializedViewDeclaration,
  ObjectDeclaration,
  OtherDeclaration,
  PolicyDeclaration,
  RangeDeclaration,
  RuleDeclaration,
  SequenceDeclaration,
} from '../../generated/ast.ts'
import { kindOfDeclaration } from '../../lower/objects/lower-object.ts'
import { isInTable, isNamedObjectKind, labelOfNode, tableOf, typesOf } from '../family.ts'
import { addDepends } from './depends-names.ts'
import { keyNamed } from './head-names.ts'
import { addHeadTypes, addRoutine } from './head-types.ts'
import { memberKey } from './member-key.ts'
import type { NameCollector } from './name-collector.ts'
import { addOtherName } from './other-names.ts'
import { addRelationName, relationColumn } from './relation-names.ts'
import { rulePieces } from './rule-pieces.ts'
import { type SqlSubject, sqlPiecesOf } from './sql-piece.ts'
import { addTypeNames } from './type-names.ts'
import { addDomainDefault } from './value-names.ts'
import { addViewIndex } from './view-index-names.ts'

type Node<T extends ObjectDeclaration['$type']> = Extract<ObjectDeclaration, { readonly $type: T }>

/** The tokens of a declaration behind its name, and its key. */
interface Rest {
  readonly key: string
  readonly from: number
  readonly to: number
}

/** The names in what stands behind the name of a declaration; a kind that is forgotten does not compile. */
const NAMES: {
  readonly [T in ObjectDeclaration['$type']]: (node: Node<T>, rest: Rest, collector: NameCollector) => void
} = {
  FunctionDeclaration: addRoutine,
  ProcedureDeclaration: addRoutine,
  AggregateDeclaration: (_, { from, to }, collector) => addHeadTypes(from, to, collector),
  SequenceDeclaration: addSequence,
  DomainDeclaration: addDomain,
  CompositeDeclaration: addComposite,
  RangeDeclaration: addRange,
  MaterializedViewDeclaration: addMaterializedView,
  PolicyDeclaration: addPolicy,
  RuleDeclaration: addRule,
  GrantDeclaration: addGrant,
  OtherDeclaration: addOther,
}

/** The names in a declaration of the family of objects. */
export function addObjectNames(node: ObjectDeclaration, collector: NameCollector): void {
  const { tokens, context } = collector
  const [start, to] = tokens.of(node)
  const kind = kindOfDeclaration(node)
  const rest = NAMES[node.$type] as (node: ObjectDeclaration, rest: Rest, collector: NameCollector) => void
  addDepends(node, start, to, collector)
  if (!isNamedObjectKind(kind)) {
    rest(node, { key: '', from: start + 1, to }, collector)
    return
  }
  const place = node.name === undefined ? undefined : tokens.name(start + kind.split(' ').length, to)
  if (place === undefined) return
  const key = labelOfNode(node, kind, written => context.names.qualify(written))
  const inTable = isInTable(kind)
  if (inTable) collector.add(place.schema ?? place.name, kind, key, 'declaration')
  else collector.addQualified(place, kind, 'declaration', key)
  const from = inTable ? (place.schema ?? place.name) + 1 : place.next
  addWasName(node, from, to, kind, key, inTable, collector)
  rest(node, { key, from, to }, collector)
}

function addWasName(
  node: ObjectDeclaration,
  from: number,
  to: number,
  kind: Parameters<NameCollector['add']>[1],
  key: string,
  inTable: boolean,
  collector: NameCollector,
): void {
  const { tokens } = collector
  if (node.was === undefined) return
  for (let at = tokens.find(from, to, 'was'); at < to; at = tokens.find(at + 1, to, 'was')) {
    const name = tokens.name(at + 1, to)
    if (name === undefined || tokens.text(at - 1) === '.') continue
    if (inTable) collector.add(at + 1, kind, key, 'past')
    else collector.addQualified(name, kind, 'past', key)
    return
  }
}

function addSequence(node: SequenceDeclaration, { from, to }: Rest, collector: NameCollector): void {
  const { tokens } = collector
  if ((node.options ?? []).every(({ kind }) => kind !== 'owned')) return
  const at = tokens.find(from, to, 'owned')
  if (tokens.text(at + 1) !== 'by') return
  const parts: number[] = []
  for (let place = at + 2; place < to && tokens.isName(place); place += 2) {
    parts.push(place)
    if (tokens.text(place + 1) !== '.') break
  }
  const [schema, table, column] = parts.length > 2 ? parts : [undefined, ...parts]
  if (table === undefined || column === undefined) return
  const key = addRelationName({ ...(schema !== undefined && { schema }), name: table, next: table + 1 }, collector)
  const of = key === undefined ? undefined : relationColumn(key, tokens.value(column), collector)
  if (of !== undefined) collector.add(column, 'column', of, 'reference')
}

function addDomain(node: DomainDeclaration, _: Rest, collector: NameCollector): void {
  addTypeNames(node.types, collector)
  for (const modifier of node.modifiers ?? []) {
    if (modifier.$type === 'CheckModifier') addSql(modifier.sql, { what: 'body' }, collector)
    if (modifier.$type === 'CollateModifier')
      addOtherName(modifier.collation, ...collector.tokens.of(modifier), collector)
    if (modifier.$type === 'DefaultModifier') addDomainDefault(node, modifier.value, collector)
  }
}

function addComposite(node: CompositeDeclaration, { key }: Rest, collector: NameCollector): void {
  const { tokens } = collector
  for (const field of node.fields ?? []) {
    const [from, to] = tokens.of(field)
    if (field.name !== undefined && from < to && tokens.value(from) === field.name)
      collector.add(from, 'field', memberKey(key, field.name), 'declaration')
    addTypeNames(field.types, collector)
    addOtherName(field.collation, tokens.find(from, to, 'collate') + 1, to, collector)
  }
}

function addRange(node: RangeDeclaration, { from, to }: Rest, collector: NameCollector): void {
  addTypeNames(node.types, collector)
  for (const option of node.options ?? []) {
    const { kind, value } = option
    if (kind === 'collation' || kind === 'subtype_opclass')
      addOtherName(value, collector.tokens.of(option)[0] + 1, to, collector)
    if (value === undefined || (kind !== 'canonical' && kind !== 'subtype_diff')) continue
    const place = tokensAfter(kind, from, to, collector)
    const found = place && collector.names.objectNamed(collector.context.names.qualify(value))
    if (found !== undefined) collector.addQualified(place, found.kind, 'reference', found.key)
  }
}

function tokensAfter(word: string, from: number, to: number, { tokens }: NameCollector) {
  return tokens.name(tokens.find(from, to, word) + 1, to)
}

function addMaterializedView(node: MaterializedViewDeclaration, { key }: Rest, collector: NameCollector): void {
  addSql(node.sql, { what: 'view', key }, collector)
  for (const index of node.indexes ?? []) addViewIndex(index, key, collector)
}

function addPolicy(node: PolicyDeclaration, { from, to }: Rest, collector: NameCollector): void {
  const { tokens, context, names } = collector
  const key = keyNamed(tableOf(node), context)
  if (node.table !== undefined) addRelationName(tokens.name(tokens.find(from, to, 'on') + 1, to), collector)
  const table = names.table(key)
  const subject: SqlSubject =
    table === undefined ? { what: 'body' } : { what: 'expression', owner: table.node, context: table.context }
  addSql(node.using, subject, collector)
  addSql(node.check, subject, collector)
}

function addRule(node: RuleDeclaration, { from, to }: Rest, collector: NameCollector): void {
  const { tokens, context } = collector
  addRelationName(tokens.name(tokens.find(from, to, 'on') + 1, to), collector)
  const subject: SqlSubject = { what: 'trigger', table: context.names.qualify(node.table ?? '') }
  collector.sql.push(...sqlPiecesOf(node.sql, tokens, subject).flatMap(rulePieces))
}

function addGrant(node: GrantDeclaration, { from, to }: Rest, collector: NameCollector): void {
  const { tokens, names, context } = collector
  const last = node.privileges?.at(-1)
  const behind = last === undefined ? from : tokens.of(last)[1]
  const on = tokens.find(behind, to, 'on')
  const isKind = node.on !== undefined && tokens.text(on + 1) === node.on && tokens.isName(on + 2)
  const place = tokens.name(on + (isKind ? 2 : 1), to)
  if (place === undefined) return
  if (node.on === 'schema') {
    collector.add(place.name, 'schema', quoteName(tokens.value(place.name)), 'reference')
    return
  }
  if (node.on === 'function' || node.on === 'procedure') {
    const key = `${keyNamed(node.name, context)}(${typesOf(node.arguments).join(', ')})`
    const found = names.object(node.on, key) ?? names.object('aggregate', key)
    if (found !== undefined) collector.addQualified(place, found.kind, 'reference', found.key)
    addHeadTypes(place.next, to, collector)
    return
  }
  const key = addRelationName(place, collector)
  for (const privilege of node.privileges ?? []) {
    const [first, end] = tokens.of(privilege)
    if ((privilege.columns ?? []).length > 0 && key !== undefined)
      collector.columns(tokens.find(first, end, '('), end, name => relationColumn(key, name, collector))
  }
}

/** Only the statements that are read as such show names; what they make is known by the declaration's own name. */
function addOther(node: OtherDeclaration, { key }: Rest, collector: NameCollector): void {
  for (const line of node.lines ?? []) addSql(line.sql, { what: 'body', object: key }, collector)
}

function addSql(sql: Parameters<typeof sqlPiecesOf>[0], subject: SqlSubject, collector: NameCollector): void {
  collector.sql.push(...sqlPiecesOf(sql, collector.tokens, subject))
}
