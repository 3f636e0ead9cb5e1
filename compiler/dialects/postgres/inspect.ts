import { withInheritance } from '../../schema/inheritance.ts'
import { nameText } from '../../schema/name.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { sameColumn } from '../../steps/same.ts'
import type { Query } from '../dialect.ts'
import { RELATIONS } from './inspect/catalog-sql.ts'
import { inspectColumns } from './inspect/columns.ts'
import { inspectConstraints } from './inspect/constraints.ts'
import { inspectIndexes } from './inspect/indexes.ts'
import { inspectObjects } from './inspect/objects.ts'
import { PARENTS, parentsIn } from './inspect/parents.ts'
import { inspectEnums, inspectExtensions, inspectSchemas } from './inspect/plain-objects.ts'
import { commentOf, flagOf, nameOf, textOf } from './inspect/row.ts'
import { storageOf } from './inspect/storage.ts'
import { inspectTriggers } from './inspect/triggers.ts'
import { inspectViews } from './inspect/views.ts'

const tablesSql = (relations: string) => `with relation as (${relations})
  select r.oid::text as oid, r.relname as name, r.schema, r.relpersistence as persistence,
    to_jsonb(coalesce(c.reloptions, '{}') || array(select 'toast.' || o from unnest(x.reloptions) o)) as options,
    (select s.spcname from pg_tablespace s where s.oid = c.reltablespace) as tablespace, am.amname as method,
    c.relreplident as replica_identity, c.relrowsecurity as row_security, c.relforcerowsecurity as force_row_security,
    ${PARENTS},
    obj_description(r.oid, 'pg_class') as comment
  from relation r join pg_class c on c.oid = r.oid
    left join pg_class x on x.oid = c.reltoastrelid left join pg_am am on am.oid = c.relam
  where r.relkind in ('r', 'p')
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
    objects: await inspectObjects(query),
  }
}

/** The tables among some relations, by default all that are the user's: see `RELATIONS`. */
export async function inspectTables(query: Query, relations = RELATIONS): Promise<Map<string, Table>> {
  const rows = await query(tablesSql(relations))
  const columns = await inspectColumns(query, relations)
  const constraints = await inspectConstraints(query, relations)
  const indexes = await inspectIndexes(query, relations)
  const tables = new Map(
    rows.map((row): readonly [string, Table] => {
      const oid = textOf(row, 'oid')
      const table: Table = {
        name: nameOf(row),
        columns: columns.get(oid) ?? [],
        constraints: constraints.get(oid) ?? [],
        indexes: indexes.get(oid) ?? [],
        ...(textOf(row, 'persistence') === 'u' && { unlogged: true }),
        ...storageOf(row),
        ...parentsIn(row),
        ...(flagOf(row, 'row_security') && { rowSecurity: true }),
        ...(flagOf(row, 'force_row_security') && { forceRowSecurity: true }),
        ...commentOf(row),
      }
      return [nameText(table.name), table]
    }),
  )
  return withInheritance(tables, sameColumn)
}
