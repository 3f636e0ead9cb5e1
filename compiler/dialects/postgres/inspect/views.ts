import { nameText } from '../../../schema/name.ts'
import type { View } from '../../../schema/objects.ts'
import type { Query } from '../../dialect.ts'
import { RELATIONS } from './catalog-sql.ts'
import { commentOf, nameOf, textOf } from './row.ts'

const viewsSql = (relations: string) => `with relation as (${relations})
  select r.relname as name, r.schema, pg_get_viewdef(r.oid, true) as query, obj_description(r.oid, 'pg_class') as comment
  from relation r where r.relkind = 'v'
  order by r.nspname, r.relname`

/** Views, their queries as Postgres writes them back. */
export async function inspectViews(query: Query, relations = RELATIONS): Promise<Map<string, View>> {
  const rows = await query(viewsSql(relations))
  return new Map(
    rows.map(row => {
      const name = nameOf(row)
      const sql = textOf(row, 'query').trim().replace(/;$/, '')
      return [nameText(name), { name, sql: { all: sql }, ...commentOf(row) }]
    }),
  )
}
