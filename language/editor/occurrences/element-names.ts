import { quoteName } from '../../../compiler/schema/name.ts'
import type {
  DroppedDeclaration,
  Element,
  ProjectDeclaration,
  TableDeclaration,
  TriggerDeclaration,
  ViewDeclaration,
} from '../../generated/ast.ts'
import { isObjectDeclaration } from '../../lower/objects/lower-object.ts'
import { isNamedObjectKind, labelOfDropped } from '../family.ts'
import type { NameKind } from '../occurrence.ts'
import { mixinKey } from './column-homes.ts'
import { addDepends } from './depends-names.ts'
import { addEnumNames } from './enum-names.ts'
import { addHead, addWas, keyNamed } from './head-names.ts'
import { addImportNames } from './import-names.ts'
import { memberKey } from './member-key.ts'
import { addMemberNames } from './member-names.ts'
import type { NameCollector } from './name-collector.ts'
import { addObjectNames } from './object-names.ts'
import { addOtherName } from './other-names.ts'
import { addRelationName } from './relation-names.ts'
import { sqlPiecesOf } from './sql-piece.ts'
import { addTypeNames } from './type-names.ts'

/** The names in a declaration. */
export function addElementNames(node: Element, collector: NameCollector): void {
  const { tokens } = collector
  const [from, to] = tokens.of(node)
  if (to - from < 2) return
  switch (node.$type) {
    case 'ProjectDeclaration':
      addProject(node, from, collector)
      break
    case 'ImportDeclaration':
      addImportNames(node, from, to, collector)
      break
    case 'ExtensionDeclaration':
      addPlain(node.name, 'extension', from, collector)
      addSchema(collector.nameAfter('schema', from + 2, to, node.schema), collector)
      break
    case 'SchemaDeclaration':
      addPlain(node.name, 'schema', from, collector)
      addWas(node.was, from + 2, to, 'schema', quoteName(node.name ?? ''), collector)
      break
    case 'EnumDeclaration':
      addEnumNames(node, from, to, collector)
      break
    case 'TypeDeclaration':
      addNamed(node.name, 'type', `type ${quoteName(node.name ?? '')}`, from, collector)
      addTypeNames(node.spellings, collector)
      break
    case 'MixinDeclaration': {
      const key = mixinKey(node)
      addNamed(node.name, 'mixin', key, from, collector)
      addMemberNames(node.members, { node, key }, collector)
      break
    }
    case 'TableDeclaration': {
      const body = tokens.find(from, to, '{')
      const key = addHead(node, 'table', from, body, collector)
      addTableHead(node, from, body, collector)
      if (key !== undefined) addMemberNames(node.members, { node, key }, collector)
      break
    }
    case 'ViewDeclaration':
      addView(node, from, to, collector)
      break
    case 'TriggerDeclaration':
      addTrigger(node, from, to, collector)
      break
    case 'DroppedDeclaration':
      addDropped(node, from, to, collector)
      break
    default:
      if (isObjectDeclaration(node)) addObjectNames(node, collector)
  }
}

/** The parents of a table, and the columns that it is parted by. */
function addTableHead(node: TableDeclaration, from: number, to: number, collector: NameCollector): void {
  const { tokens, context } = collector
  if (node.parent !== undefined)
    collector.addQualified(tokens.name(tokens.find(from, to, 'of') + 1, to), 'table', 'reference')
  if ((node.inherits ?? []).length > 0) {
    for (let at = tokens.find(from, to, 'inherits') + 1; ; at++) {
      const place = tokens.name(at, to)
      collector.addQualified(place, 'table', 'reference')
      if (place === undefined || tokens.text(place.next) !== ',') break
      at = place.next
    }
  }
  for (const key of node.partitionBy?.keys ?? []) {
    const [first, end] = tokens.of(key)
    addOtherName(key.collate, first + 1, end, collector)
    addOtherName(key.opclass, first + 1, end, collector)
    const column = key.column === undefined ? undefined : collector.columnKey({ node }, key.column)
    if (column !== undefined && tokens.value(first) === key.column) collector.add(first, 'column', column, 'reference')
    collector.sql.push(...sqlPiecesOf(key.sql, tokens, { what: 'expression', owner: node, context }))
  }
}

function addPlain(name: string | undefined, kind: NameKind, from: number, collector: NameCollector): void {
  addNamed(name, kind, quoteName(name ?? ''), from, collector)
}

/** The name after the first word. */
function addNamed(name: string | undefined, kind: NameKind, key: string, from: number, collector: NameCollector): void {
  const { tokens } = collector
  if (name !== undefined && tokens.isName(from + 1) && tokens.value(from + 1) === name)
    collector.add(from + 1, kind, key, 'declaration')
}

function addSchema(at: number | undefined, collector: NameCollector): void {
  if (at !== undefined) collector.add(at, 'schema', quoteName(collector.tokens.value(at)), 'reference')
}

function addProject(node: ProjectDeclaration, from: number, collector: NameCollector): void {
  addPlain(node.name, 'project', from, collector)
  for (const line of node.lines ?? []) {
    if (line.$type !== 'DefaultSchemaLine' || line.name === undefined) continue
    const [first, end] = collector.tokens.of(line)
    if (first + 1 < end) addSchema(first + 1, collector)
  }
}

function addView(node: ViewDeclaration, from: number, to: number, collector: NameCollector): void {
  const { tokens } = collector
  const key = addHead(node, 'view', from, tokens.find(from + 1, to, '=', '{'), collector)
  addDepends(node, from, tokens.find(from + 1, to, '=', '{'), collector)
  if (key !== undefined) collector.sql.push(...sqlPiecesOf(node.sql, tokens, { what: 'view', key }))
}

function addTrigger(node: TriggerDeclaration, from: number, to: number, collector: NameCollector): void {
  const { tokens, context } = collector
  const body = tokens.find(from + 1, to, '=', '{')
  const on = tokens.find(from + 2, body, 'on')
  const place = tokens.name(on + 1, body)
  const table = keyNamed(node.table, context)
  const key = memberKey(table, node.name ?? '')
  addNamed(node.name, 'trigger', key, from, collector)
  addRelationName(place, collector)
  addDepends(node, on, body, collector)
  addWas(node.was, on, body, 'trigger', key, collector)
  const subject = { what: 'trigger', table: context.names.qualify(node.table ?? '') } as const
  collector.sql.push(...sqlPiecesOf(node.sql, tokens, subject))
}

function addDropped(node: DroppedDeclaration, from: number, to: number, collector: NameCollector): void {
  const { tokens, context } = collector
  const place = tokens.name(from + 1 + (node.kind ?? '').split(' ').length, to)
  if (place === undefined || node.name === undefined) return
  switch (node.kind) {
    case 'table':
    case 'enum':
    case 'view':
      collector.addQualified(place, node.kind, 'past')
      break
    case 'schema':
      collector.add(place.name, 'schema', quoteName(tokens.value(place.name)), 'past')
      break
    case 'trigger':
      collector.add(place.name, 'trigger', memberKey(keyNamed(node.table, context), node.name), 'past')
      addRelationName(tokens.name(tokens.find(place.next, to, 'on') + 1, to), collector)
      break
    default: {
      const { kind } = node
      if (!isNamedObjectKind(kind)) break
      const key = labelOfDropped(node, kind, written => context.names.qualify(written))
      if (node.table === undefined) collector.addQualified(place, kind, 'past', key)
      else {
        collector.add(place.name, kind, key, 'past')
        addRelationName(tokens.name(tokens.find(place.next, to, 'on') + 1, to), collector)
      }
    }
  }
}
