import { withName } from '../../../schema/name.ts'
import type { MaterializedView } from '../../../schema/objects/materialized-view.ts'
import type { Index } from '../../../schema/table-index.ts'
import { outputColumns } from '../../../sql/output-columns.ts'
import { sameSql } from '../../../sql/same.ts'
import { sameIndexDefinition } from '../../../steps/same.ts'
import { textOf } from '../inspect/row.ts'
import { ownIndex } from '../own.ts'
import { plainIndex } from '../plain-form.ts'
import { quoteBeside, quoteIdentifier, quoteQName, quoteString } from '../quote.ts'
import { columnNamesClause } from '../render/column-names-clause.ts'
import { indexDefinition } from '../render/index-text.ts'
import { storageChanges, storageClauses } from '../render/storage-text.ts'
import type { PostgresObject } from './definition.ts'
import { inspectMaterializedViews } from './inspect-materialized-views.ts'

/** No materialized view is temporary: a view stands for it, under a name that no query knows. */
const TEMPORARY = 'pg_temp'
const TRIAL = `${TEMPORARY}.mig_trial`

/** Materialized views. A query cannot be replaced (ALTER MATERIALIZED VIEW): the view goes and comes, and is filled again. */
export const materializedViewObject: PostgresObject<'materialized view'> = {
  create: view =>
    view.name.schema === TEMPORARY
      ? [`create temporary view ${TRIAL.slice(TEMPORARY.length + 1)}${columnNamesClause(view)} as\n${queryText(view)}`]
      : [
          `create materialized view ${quoteQName(view.name)}${columnNamesClause(view)}${storageClauses(view)} as\n${queryText(view)}${view.withNoData ? '\nwith no data' : ''}`,
          ...indexesOf(view).flatMap(index => createIndex(view, index)),
        ],
  drop: ({ name }) => `drop materialized view ${quoteQName(name)}`,
  change: (from, to) => {
    const renames = sameSql(from.sql.all!, to.sql.all!) ? columnRenames(from, to) : undefined
    if (renames === undefined) return undefined
    return [
      ...renames.map(([old, now]) => renameColumn(to.name, old, now)),
      ...changeStorage(from, to),
      ...changeFilling(from, to),
      ...changeIndexes(underNewNames(from, new Map(renames)), to),
    ]
  },
  rename: (from, to) => [
    ...(from.name.schema === to.name.schema
      ? []
      : [`alter materialized view ${quoteQName(from.name)} set schema ${quoteIdentifier(to.name.schema ?? 'public')}`]),
    ...(from.name.name === to.name.name
      ? []
      : [
          `alter materialized view ${quoteQName(withName(to.name, from.name.name))} rename to ${quoteIdentifier(to.name.name)}`,
        ]),
  ],
  commentOn: ({ name }) => `materialized view ${quoteQName(name)}`,
  afterRename: (before, after) => (sameOutputs(before, after) ? after : { ...after, sql: before.sql }),
  project: ({ withNoData: _withNoData, ...view }) => ({
    ...view,
    ...(view.with && { with: [...view.with].sort(([a], [b]) => (a < b ? -1 : 1)) }),
    indexes: indexesOf(view)
      .map(plainIndex)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  }),
  trial: view => ({ ...view, name: { schema: TEMPORARY, name: view.name.name }, indexes: [] }),
  readTrial: async (query, view) => {
    const [row] = await query(`select pg_get_viewdef('${TRIAL}'::regclass, true) as query`)
    const { columnNames: _columnNames, ...rest } = view
    return row && { ...rest, sql: { all: textOf(row, 'query').trim().replace(/;$/, '') } }
  },
  inspect: inspectMaterializedViews,
}

/** The query without semicolons and white space at its end. */
function queryText({ sql }: MaterializedView): string {
  return sql.all!.trim().replace(/[;\s]+$/, '')
}

/** A column of it keeps its name when one that it reads is renamed; its text gives the new one. */
function sameOutputs(before: MaterializedView, after: MaterializedView): boolean {
  const [one, two] = [before, after].map(view => outputsOf(view)?.join('\n'))
  return one === two
}

function outputsOf({ sql, columnNames }: MaterializedView): readonly string[] | undefined {
  return outputColumns(sql.all ?? sql.postgres ?? '', columnNames)
}

/** The columns that only get another name, old and new; undefined where they cannot be told, or a name goes from one to another. */
function columnRenames(
  from: MaterializedView,
  to: MaterializedView,
): readonly (readonly [string, string])[] | undefined {
  if (from.columnNames?.join('\n') === to.columnNames?.join('\n')) return []
  const [before, after] = [outputsOf(from), outputsOf(to)]
  if (before === undefined || after?.length !== before.length) return undefined
  const renames = before.flatMap((name, at) => (name === after[at] ? [] : [[name, after[at]!] as const]))
  return renames.some(([, now]) => before.includes(now)) ? undefined : renames
}

function renameColumn(view: MaterializedView['name'], from: string, to: string): string {
  return `alter materialized view ${quoteQName(view)} rename column ${quoteIdentifier(from)} to ${quoteIdentifier(to)}`
}

/** Postgres renames the columns in the indexes, too; an index on an expression is compared by its text, and made anew. */
function underNewNames(view: MaterializedView, renames: ReadonlyMap<string, string>): MaterializedView {
  const one = (name: string) => renames.get(name) ?? name
  const indexes = view.indexes.map(index => ({
    ...index,
    keys: index.keys.map(key => (key.column === undefined ? key : { ...key, column: one(key.column) })),
    ...(index.include && { include: index.include.map(one) }),
  }))
  return { ...view, indexes }
}

function indexesOf({ indexes }: Pick<MaterializedView, 'indexes'>): Index[] {
  return indexes.flatMap(index => ownIndex(index) ?? [])
}

function createIndex({ name }: MaterializedView, index: Index): readonly string[] {
  const statistics = index.keys.flatMap((key, at) =>
    key.statistics === undefined
      ? []
      : [`alter index ${quoteBeside(name, index.name)} alter column ${at + 1} set statistics ${key.statistics}`],
  )
  return [
    indexDefinition(name, index),
    ...(index.clustered
      ? [`alter materialized view ${quoteQName(name)} cluster on ${quoteIdentifier(index.name)}`]
      : []),
    ...statistics,
    ...commentIndex(name, index, undefined, index.comment),
  ]
}

function commentIndex(
  view: MaterializedView['name'],
  { name }: Index,
  from: string | undefined,
  to: string | undefined,
): readonly string[] {
  if (from === to) return []
  return [`comment on index ${quoteBeside(view, name)} is ${to === undefined ? 'null' : quoteString(to)}`]
}

function changeStorage(from: MaterializedView, to: MaterializedView): readonly string[] {
  return storageChanges(from, to).map(change => `alter materialized view ${quoteQName(to.name)} ${change}`)
}

function changeFilling(from: MaterializedView, to: MaterializedView): readonly string[] {
  if (from.withNoData === to.withNoData) return []
  return [`refresh materialized view ${quoteQName(to.name)}${to.withNoData ? ' with no data' : ''}`]
}

/** One that is the same under another name is renamed; every other difference is a drop and a new one. */
function changeIndexes(from: MaterializedView, to: MaterializedView): readonly string[] {
  const [before, after] = [new Map(indexesOf(from).map(one => [one.name, one])), indexesOf(to)]
  const kept = new Map<Index, Index>()
  for (const index of after) {
    const old = before.get(index.name)
    if (old !== undefined && sameIndexDefinition(old, index)) kept.set(index, old)
  }
  const free = [...before.values()].filter(one => !after.some(index => kept.get(index) === one))
  const renames: string[] = []
  for (const index of after) {
    if (kept.has(index) || before.has(index.name)) continue
    const at = free.findIndex(old => sameIndexDefinition({ ...old, name: index.name }, index))
    if (at < 0) continue
    const [old] = free.splice(at, 1)
    kept.set(index, old!)
    renames.push(`alter index ${quoteBeside(to.name, old!.name)} rename to ${quoteIdentifier(index.name)}`)
  }
  return [
    ...free.map(old => `drop index ${quoteBeside(to.name, old.name)}`),
    ...renames,
    ...after.flatMap(index => {
      const old = kept.get(index)
      return old === undefined ? createIndex(to, index) : commentIndex(to.name, index, old.comment, index.comment)
    }),
  ]
}
