import type { DialectName } from '../../compiler/schema/dialect.ts'
import { nameText, type QName, quoteName, withName } from '../../compiler/schema/name.ts'
import { isObjectKind, type ObjectKind } from '../../compiler/schema/objects/db-object.ts'
import type { Table } from '../../compiler/schema/table.ts'
import { objectDefinition } from '../../compiler/steps/objects/definitions.ts'
import type { Element } from '../generated/ast.ts'
import type { NodePart } from '../lower/reporter.ts'
import type { Source } from '../sources.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import type { Declared, Subject } from './subject.ts'
import { DATABASE } from './targets.ts'

/** Something that has a name in the database which nothing else may have. */
interface Named {
  readonly what: 'table' | 'view' | 'index' | 'key' | 'enum' | ObjectKind
  readonly name: QName
  /** The name as each database compares it; nothing where it is of no account there. */
  readonly keys: Readonly<Partial<Record<DialectName, string>>>
  /** Where it is written; a key or an index is looked for in its table. */
  readonly place?: NodePart | Source
  /** The key of the table that an index or a key belongs to. */
  readonly of?: string
}

/**
 * Tables, views, indexes and enums that share a name. In Postgres they have one name space for each schema, keys among them
 * (the manual, pg_class and CREATE TYPE); in SQLite tables, views and indexes have one in all, whatever the case of their letters.
 */
export const checkRelationNames: Check = (subject, report) => {
  const reported = new Set<Named>()
  for (const dialect of subject.targets) {
    const first = new Map<string, Named>()
    const asked = keysAsked(subject, dialect)
    const add = (item: Named) => {
      const key = item.keys[dialect]
      if (key === undefined || asked?.has(key) === false) return
      const other = first.get(key)
      if (other === undefined) first.set(key, item)
      else if (!isSeenByLowering(item, other) && !reported.has(item)) {
        reported.add(item)
        clash(item, other, dialect, subject, report)
      }
    }
    for (const item of declaredThings(subject.declarations)) add(item)
    for (const item of declaredObjects(subject)) add(item)
    for (const [key, table] of subject.schema.tables) for (const item of membersOf(key, table)) add(item)
  }
}

/** The names in the part of the project that is looked at; nothing where that is all of it. */
function keysAsked(subject: Subject, dialect: DialectName): ReadonlySet<string> | undefined {
  const { declarations, tables } = subject.scope
  if (declarations.length === subject.declarations.length) return undefined
  const all = [
    ...declaredThings(declarations),
    ...declaredObjects(subject),
    ...tables.flatMap(({ key, table }) => membersOf(key, table)),
  ]
  return new Set(all.flatMap(({ keys }) => keys[dialect] ?? []))
}

function keysOf(what: Named['what'], name: QName, ...limits: readonly (DialectName | undefined)[]): Named['keys'] {
  if (name.name === '') return {}
  const isIn = (dialect: DialectName) => limits.every(only => only === undefined || only === dialect)
  const isOnce = what !== 'enum' && what !== 'key' && !isObjectKind(what)
  return {
    ...(isIn('postgres') && { postgres: nameText(name) }),
    ...(isOnce && isIn('sqlite') && { sqlite: name.name.toLowerCase() }),
  }
}

/** Two tables, a table and a view, two enums, and two members of one table, of just one name are reported where the text is read. */
function isSeenByLowering(one: Named, other: Named): boolean {
  if (one.of !== undefined && one.of === other.of && one.name.name === other.name.name) return true
  if (one.what === other.what && (one.what === 'enum' || isObjectKind(one.what))) return true
  const isRelation = (item: Named) => item.what === 'table' || item.what === 'view'
  return isRelation(one) && isRelation(other) && nameText(one.name) === nameText(other.name)
}

const WITH_ARTICLE: Readonly<Record<Exclude<Named['what'], ObjectKind>, string>> = {
  table: 'a table',
  view: 'a view',
  index: 'an index',
  key: 'a key',
  enum: 'an enum',
}

function clash(item: Named, other: Named, dialect: DialectName, subject: Subject, report: CheckReport): void {
  const there = isObjectKind(other.what) ? `a ${other.what}` : WITH_ARTICLE[other.what]
  const name = nameText(item.name)
  const message =
    dialect === 'postgres'
      ? `\`${name}\` is the name of ${there} already, and Postgres has one name space for both.`
      : `SQLite cannot tell \`${name}\` from \`${nameText(other.name)}\`, which is ${there}: it has one name space, and no case of letters.`
  const remedy = item.what === 'index' || item.what === 'key' ? 'Write another name for it.' : 'Rename one of them.'
  const place = item.place ?? placeOf(item.name.name, item.of!, subject)
  report.error({ code: 'MIG178', message, remedy, place, data: { name, database: DATABASE[dialect] } })
}

const KINDS: Readonly<Record<string, Named['what']>> = {
  TableDeclaration: 'table',
  ViewDeclaration: 'view',
  EnumDeclaration: 'enum',
}

const things = new WeakMap<Element, { readonly key: string; readonly named: Named }>()

function* declaredThings(declarations: readonly Declared[]): Generator<Named> {
  for (const { node, context } of declarations) {
    const what = KINDS[node.$type]
    if (what === undefined || !('name' in node) || node.name === undefined) continue
    const name = context.names.qualify(node.name)
    const known = things.get(node)
    const key = nameText(name)
    if (known?.key === key) yield known.named
    else {
      const keys = keysOf(what, name, 'only' in node ? node.only : undefined)
      const named: Named = { what, name, keys, place: { node, property: 'name' } }
      things.set(node, { key, named })
      yield named
    }
  }
}

function* declaredObjects(subject: Subject): Generator<Named> {
  for (const [key, object] of subject.schema.objects) {
    const place = subject.sources.objects.get(key)
    if (place === undefined) continue
    for (const { space, name } of objectDefinition(object).provides(object as never)) {
      if (space !== 'relation' && space !== 'type') continue
      yield { what: object.kind, name, keys: keysOf(object.kind, name, object.only), place }
    }
  }
}

const members = new WeakMap<Table, readonly Named[]>()

/** The indexes and keys of a table, which is the same one as long as its text is. */
function membersOf(key: string, table: Table): readonly Named[] {
  let known = members.get(table)
  if (known === undefined) {
    const named = (what: Named['what'], name: string, only: DialectName | undefined): Named => {
      const full = withName(table.name, name)
      return { what, name: full, keys: keysOf(what, full, table.only, only), of: key }
    }
    const keys = table.constraints.filter(({ kind }) => kind === 'primary' || kind === 'unique')
    known = [
      ...table.indexes.map(({ name, only }) => named('index', name, only)),
      ...keys.map(({ name, only }) => named('key', name, only)),
    ]
    members.set(table, known)
  }
  return known
}

/** The name of a key or index where it is written, else the line that it is made by. */
function placeOf(name: string, key: string, subject: Subject): NodePart | Source {
  const { node, indexes, keys } = subject.tables.get(key)!
  const written = [...indexes, ...keys].findLast(line => 'name' in line.node && line.node.name === name)
  if (written !== undefined) return { node: written.node, property: 'name' }
  return subject.sources.objects.get(`${key}.${quoteName(name)}`) ?? { node, property: 'name' }
}
