import { nameText } from '../../schema/name.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import type { Query } from '../dialect.ts'
import { RELATIONS } from './inspect/catalog-sql.ts'
import { inspectColumns } from './inspect/columns.ts'
import { inspectConstraints } from './inspect/constraints.ts'
import { inspectIndexes } from './inspect/indexes.ts'
import { inspectEnums, inspectExtensions, inspectSchemas } from './inspect/plain-objects.ts'
import { commentOf, nameOf, textOf } from './inspect/row.ts'
import { inspectTriggers } from './inspect/triggers.ts'
import { inspectViews } from './inspect/views.ts'

const tablesSql = (relations: string) => `with relation as (${relations})
  select r.oid::text as oid, r.relname as name, r.schema, r.relpersistence as persistence,
    obj_description(r.oid, 'pg_class') as comment
  from relation r where r.relkind = 'r'
  order by r.nspname, r.relname`

/**
 * What a live database holds, read from its catalogs with one query for each kind of object. Names in the schema where
 * unqualified names live (`public`, as a rule) are unqualified. Expressions come in Postgres' own words.
 */
export async function inspect(query: Query): Promise<Schema> {
  return {
    schemas: await inspectSchemas(query),
    extensions: await inspectExtensions(query),
    enums: await inspectEnums(query),
    tables: await inspectTables(query),
    views: await inspectViews(query),
    triggers: await inspectTriggers(query),
  }
}

/** The tables among some relations, by default all that are the user's: see `RELATIONS`. */
export async function inspectTables(query: Query, relations = RELATIONS): Promise<Map<string, Table>> {
  const rows = await query(tablesSql(relations))
  const columns = await inspectColumns(query, relations)
  const constraints = await inspectConstraints(query, relations)
  const indexes = await inspectIndexes(query, relations)
  return new Map(
    rows.map(row => {
      const oid = textOf(row, 'oid')
      const table: Table = {
        name: nameOf(row),
        columns: columns.get(oid) ?? [],
        constraints: constraints.get(oid) ?? [],
        indexes: indexes.get(oid) ?? [],
        ...(textOf(row, 'persistence') === 'u' && { unlogged: true }),
        ...commentOf(row),
      }
      return [nameText(table.name), table]
    }),
  )
}
