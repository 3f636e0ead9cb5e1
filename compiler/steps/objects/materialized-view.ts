import { forDialect, mapDialects } from '../../schema/dialect.ts'
import type { MaterializedView } from '../../schema/objects/materialized-view.ts'
import type { Index } from '../../schema/table-index.ts'
import { renameRelation } from '../../sql/rename.ts'
import { namesInSql } from '../../sql/routine/body-names.ts'
import { sameDialectSql } from '../../sql/same.ts'
import { readsUnnamed } from '../../sql/unnamed-columns.ts'
import { sameIndex } from '../same.ts'
import type { ObjectDefinition } from './definition.ts'
import type { NameEdits, UsedName } from './names.ts'
import { sameData } from './same-data.ts'
import { usesOfSql } from './uses-of-sql.ts'

/** Materialized views. */
export const materializedViewDefinition: ObjectDefinition<'materialized view'> = {
  same: sameMaterializedView,
  provides: ({ name }) => [
    { space: 'relation', name },
    { space: 'type', name },
  ],
  uses: materializedViewUses,
  follow: (view, edits) => ({
    ...view,
    sql: mapDialects(view.sql, edits.sql),
    indexes: view.indexes.map(index => followIndex(index, edits)),
  }),
  rename: (view, { name }) => ({ ...view, name }),
  inSql: (sql, from, to) => renameRelation(sql, from.name, to.name),
}

function sameMaterializedView(a: MaterializedView, b: MaterializedView): boolean {
  const rest = ({ comment: _comment, sql: _sql, indexes: _indexes, ...one }: MaterializedView) => one
  return sameData(rest(a), rest(b)) && sameDialectSql(a.sql, b.sql) && sameIndexes(a.indexes, b.indexes)
}

function sameIndexes(a: readonly Index[], b: readonly Index[]): boolean {
  const byName = new Map(b.map(index => [index.name, index]))
  return a.length === b.length && a.every(index => byName.has(index.name) && sameIndex(index, byName.get(index.name)!))
}

/** What the query reads; each column that it names may be one of each relation, and `*` is any. */
export function materializedViewUses({ sql, indexes }: MaterializedView): readonly UsedName[] {
  const query = forDialect(sql, 'postgres')
  if (query === undefined) return []
  const { relations, columns } = namesInSql(query)
  const names = [...new Set(columns), ...(readsUnnamed(query) ? ['*'] : [])]
  const ofIndexes = indexes.flatMap(({ keys, where }) =>
    [...keys.map(key => key.sql), where].flatMap(text => (text && forDialect(text, 'postgres')) ?? []),
  )
  return [
    ...usesOfSql(query),
    ...relations.flatMap(of => names.map((name): UsedName => ({ space: 'column', name: { name }, of, soft: true }))),
    ...ofIndexes.flatMap(text => usesOfSql(text)),
  ]
}

function followIndex(index: Index, { sql }: NameEdits): Index {
  return {
    ...index,
    keys: index.keys.map(key => (key.sql === undefined ? key : { ...key, sql: mapDialects(key.sql, sql) })),
    ...(index.where && { where: mapDialects(index.where, sql) }),
  }
}
