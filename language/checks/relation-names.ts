import type { DialectName } from '../../compiler/schema/dialect.ts'
import { nameText, type QName, quoteName, withName } from '../../compiler/schema/name.ts'
import type { NodePart } from '../lower/reporter.ts'
import type { Source } from '../sources.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import type { Subject, TableSubject } from './subject.ts'
import { DATABASE, targetsOf } from './targets.ts'

/** Something that has a name in the database which nothing else may have. */
interface Named {
  readonly what: 'table' | 'view' | 'index' | 'key' | 'enum'
  readonly name: QName
  readonly place: NodePart | Source
  readonly targets: readonly DialectName[]
  /** The key of the table that an index or a key belongs to. */
  readonly of?: string
}

/**
 * Tables, views, indexes and enums that share a name. In Postgres they have one name space for each schema, keys among them
 * (the manual, pg_class and CREATE TYPE); in SQLite tables, views and indexes have one in all, whatever the case of their letters.
 */
export const checkRelationNames: Check = (subject, report) => {
  const all = [...namedThings(subject)]
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
  return what === 'enum' || what === 'key' ? undefined : name.name.toLowerCase()
}

/** Two tables, a table and a view, two enums, and two members of one table, of just one name are reported where the text is read. */
function isSeenByLowering(one: Named, other: Named): boolean {
  if (one.of !== undefined && one.of === other.of && one.name.name === other.name.name) return true
  if (one.what === 'enum' && other.what === 'enum') return true
  const isRelation = (item: Named) => item.what === 'table' || item.what === 'view'
  return isRelation(one) && isRelation(other) && nameText(one.name) === nameText(other.name)
}

const WITH_ARTICLE: Readonly<Record<Named['what'], string>> = {
  table: 'a table',
  view: 'a view',
  index: 'an index',
  key: 'a key',
  enum: 'an enum',
}

function clash(item: Named, other: Named, dialect: DialectName, report: CheckReport): void {
  const there = WITH_ARTICLE[other.what]
  const name = nameText(item.name)
  const message =
    dialect === 'postgres'
      ? `\`${name}\` is the name of ${there} already, and Postgres has one name space for both.`
      : `SQLite cannot tell \`${name}\` from \`${nameText(other.name)}\`, which is ${there}: it has one name space, and no case of letters.`
  const remedy = item.what === 'index' || item.what === 'key' ? 'Write another name for it.' : 'Rename one of them.'
  report.error({ code: 'MIG178', message, remedy, place: item.place, data: { name, database: DATABASE[dialect] } })
}

function* namedThings(subject: Subject): Generator<Named> {
  for (const { node, context } of subject.declarations) {
    const what = { TableDeclaration: 'table', ViewDeclaration: 'view', EnumDeclaration: 'enum' } as const
    if (node.$type !== 'TableDeclaration' && node.$type !== 'ViewDeclaration' && node.$type !== 'EnumDeclaration')
      continue
    if (node.name === undefined) continue
    const place = { node, property: 'name' }
    const targets = targetsOf(subject, node.only)
    yield { what: what[node.$type], name: context.names.qualify(node.name), place, targets }
  }
  for (const table of subject.tables.values()) yield* membersOf(table, subject)
}

function* membersOf(line: TableSubject, subject: Subject): Generator<Named> {
  const { table, key } = line
  const written = new Map<string, NodePart>()
  for (const { node } of [...line.indexes, ...line.keys]) {
    if ('name' in node && typeof node.name === 'string') written.set(node.name, { node, property: 'name' })
  }
  const placeOf = (name: string) =>
    written.get(name) ??
    subject.sources.objects.get(`${key}.${quoteName(name)}`) ?? { node: line.node, property: 'name' }
  for (const { name, only } of table.indexes) {
    yield {
      what: 'index',
      name: withName(table.name, name),
      place: placeOf(name),
      targets: targetsOf(subject, table.only, only),
      of: key,
    }
  }
  for (const { kind, name, only } of table.constraints) {
    if (kind !== 'primary' && kind !== 'unique') continue
    yield {
      what: 'key',
      name: withName(table.name, name),
      place: placeOf(name),
      targets: targetsOf(subject, table.only, only),
      of: key,
    }
  }
}
