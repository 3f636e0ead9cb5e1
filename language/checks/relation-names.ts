import type { DialectName } from '../../compiler/schema/dialect.ts'
import { nameText, type QName, quoteName, withName } from '../../compiler/schema/name.ts'
import { isObjectKind, type ObjectKind } from '../../compiler/schema/objects/db-object.ts'
import { objectDefinition } from '../../compiler/steps/objects/definitions.ts'
import type { NodePart } from '../lower/reporter.ts'
import type { Source } from '../sources.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import type { Subject } from './subject.ts'
import { DATABASE, targetsOf } from './targets.ts'

/** Something that has a name in the database which nothing else may have. */
interface Named {
  readonly what: 'table' | 'view' | 'index' | 'key' | 'enum' | ObjectKind
  readonly name: QName
  readonly place: () => NodePart | Source
  readonly targets: readonly DialectName[]
  /** The key of the table that an index or a key belongs to. */
  readonly of?: string
}

/**
 * Tables, views, indexes and enums that share a name. In Postgres they have one name space for each schema, keys among them
 * (the manual, pg_class and CREATE TYPE); in SQLite tables, views and indexes have one in all, whatever the case of their letters.
 */
export const checkRelationNames: Check = (subject, report) => {
  const all = [...declaredThings(subject), ...declaredObjects(subject), ...membersOfTables(subject)]
  const reported = new Set<Named>()
  for (const dialect of subject.targets) {
    const first = new Map<string, Named>()
    for (const item of all) {
      const key = keyIn(dialect, item)
      if (key === undefined) continue
      const other = first.get(key)
      if (other === undefined) first.set(key, item)
      else if (!isSeenByLowering(item, other) && !reported.has(item)) {
        reported.add(item)
        clash(item, other, dialect, report)
      }
    }
  }
}

function keyIn(dialect: DialectName, { what, name, targets }: Named): string | undefined {
  if (!targets.includes(dialect) || name.name === '') return undefined
  if (dialect === 'postgres') return nameText(name)
  return what === 'enum' || what === 'key' || isObjectKind(what) ? undefined : name.name.toLowerCase()
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

function clash(item: Named, other: Named, dialect: DialectName, report: CheckReport): void {
  const there = isObjectKind(other.what) ? `a ${other.what}` : WITH_ARTICLE[other.what]
  const name = nameText(item.name)
  const message =
    dialect === 'postgres'
      ? `\`${name}\` is the name of ${there} already, and Postgres has one name space for both.`
      : `SQLite cannot tell \`${name}\` from \`${nameText(other.name)}\`, which is ${there}: it has one name space, and no case of letters.`
  const remedy = item.what === 'index' || item.what === 'key' ? 'Write another name for it.' : 'Rename one of them.'
  report.error({ code: 'MIG178', message, remedy, place: item.place(), data: { name, database: DATABASE[dialect] } })
}

const KINDS: Readonly<Record<string, Named['what']>> = {
  TableDeclaration: 'table',
  ViewDeclaration: 'view',
  EnumDeclaration: 'enum',
}

function declaredThings(subject: Subject): readonly Named[] {
  return subject.declarations.flatMap(({ node, context }): readonly Named[] => {
    const what = KINDS[node.$type]
    if (what === undefined || !('name' in node) || node.name === undefined) return []
    const targets = targetsOf(subject, 'only' in node ? node.only : undefined)
    return [{ what, name: context.names.qualify(node.name), place: () => ({ node, property: 'name' }), targets }]
  })
}

function declaredObjects(subject: Subject): readonly Named[] {
  return [...subject.schema.objects].flatMap(([key, object]): readonly Named[] => {
    const place = subject.sources.objects.get(key)
    if (place === undefined) return []
    const targets = targetsOf(subject, object.only)
    return objectDefinition(object)
      .provides(object as never)
      .filter(({ space }) => space === 'relation' || space === 'type')
      .map(({ name }) => ({ what: object.kind, name, place: () => place, targets }))
  })
}

function membersOfTables(subject: Subject): readonly Named[] {
  const all: Named[] = []
  for (const [key, table] of subject.schema.tables) {
    const add = (what: Named['what'], name: string, only: DialectName | undefined) => {
      const place = () => placeOf(name, key, subject)
      const targets = targetsOf(subject, table.only, only)
      all.push({ what, name: withName(table.name, name), place, targets, of: key })
    }
    for (const { name, only } of table.indexes) add('index', name, only)
    for (const { kind, name, only } of table.constraints)
      if (kind === 'primary' || kind === 'unique') add('key', name, only)
  }
  return all
}

/** The name of a key or index where it is written, else the line that it is made by. */
function placeOf(name: string, key: string, subject: Subject): NodePart | Source {
  const { node, indexes, keys } = subject.tables.get(key)!
  const written = [...indexes, ...keys].findLast(line => 'name' in line.node && line.node.name === name)
  if (written !== undefined) return { node: written.node, property: 'name' }
  return subject.sources.objects.get(`${key}.${quoteName(name)}`) ?? { node, property: 'name' }
}
