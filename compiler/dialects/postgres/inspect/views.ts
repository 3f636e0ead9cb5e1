import { nameText } from '../../../schema/name.ts'
import type { View, ViewColumn } from '../../../schema/objects.ts'
import type { Type } from '../../../schema/type.ts'
import type { Query, Row } from '../../dialect.ts'
import { readDefault } from '../read-default.ts'
import { RELATIONS } from './catalog-sql.ts'
import { commentOf, listOf, nameOf, textOf } from './row.ts'

const viewsSql = (relations: string) => `with relation as (${relations})
  select r.relname as name, r.schema, pg_get_viewdef(r.oid, true) as query, obj_description(r.oid, 'pg_class') as comment,
    (select to_jsonb(c.reloptions) from pg_class c where c.oid = r.oid) as options,
    (select jsonb_agg(jsonb_build_object('name', a.attname, 'default', pg_get_expr(d.adbin, d.adrelid, true),
        'comment', m.description, 'type', format_type(a.atttypid, a.atttypmod), 'isEnum', t.typtype = 'e') order by a.attname collate "C")
      from pg_attribute a join pg_type t on t.oid = a.atttypid
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        left join pg_description m on m.classoid = 'pg_class'::regclass and m.objoid = a.attrelid and m.objsubid = a.attnum
      where a.attrelid = r.oid and a.attnum > 0 and (d.oid is not null or m.description is not null)) as columns
  from relation r where r.relkind = 'v'
  order by r.nspname, r.relname`

/** Views, their queries as Postgres writes them back. */
export async function inspectViews(query: Query, relations = RELATIONS): Promise<Map<string, View>> {
  const rows = await query(viewsSql(relations))
  return new Map(
    rows.map(row => {
      const name = nameOf(row)
      const sql = textOf(row, 'query').trim().replace(/;$/, '')
      return [nameText(name), { name, sql: { all: sql }, ...optionsOf(row), ...columnsOf(row), ...commentOf(row) }]
    }),
  )
}

const OFF: ReadonlySet<string> = new Set(['false', 'off', 'no', '0'])

/** `security_barrier=true`; what is off is as Postgres assumes it. */
function optionsOf(row: Row): Pick<View, 'options'> {
  const options = listOf<string>(row, 'options').flatMap(text => {
    const [name = '', value = ''] = text.split('=')
    if (OFF.has(value)) return []
    return [{ name, value: name === 'check_option' ? value.toLowerCase() : 'true' }]
  })
  options.sort((a, b) => (a.name < b.name ? -1 : 1))
  return options.length === 0 ? {} : { options }
}

interface ColumnRow {
  readonly name: string
  readonly type: string
  readonly isEnum: boolean
  readonly default: string | null
  readonly comment: string | null
}

function columnsOf(row: Row): Pick<View, 'columns'> {
  const columns = listOf<ColumnRow>(row, 'columns').map(
    ({ name, type, isEnum, default: text, comment }): ViewColumn => {
      const read: Type = isEnum ? { kind: 'enum', name: { name: type } } : { kind: 'raw', sql: type }
      const value = text === null ? undefined : readDefault(text, read)
      return { name, ...(value && { default: value }), ...(comment !== null && { comment }) }
    },
  )
  return columns.length === 0 ? {} : { columns }
}
