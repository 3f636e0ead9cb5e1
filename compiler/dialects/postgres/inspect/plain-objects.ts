import { nameText } from '../../../schema/name.ts'
import type { Enum, Extension, Namespace } from '../../../schema/objects.ts'
import type { Query } from '../../dialect.ts'
import { notOfExtension, SCHEMA, USER_SCHEMA } from './catalog-sql.ts'
import { commentOf, listOf, nameOf, optionalText, textOf } from './row.ts'

const SCHEMAS = `select n.nspname as name, obj_description(n.oid, 'pg_namespace') as comment
  from pg_namespace n
  where ${USER_SCHEMA} and n.nspname <> 'public' and n.nspname is distinct from current_schema()
    and ${notOfExtension('pg_namespace', 'n.oid')}
  order by n.nspname`

/** Schemas but for the default one and `public`, which is there in every database. */
export async function inspectSchemas(query: Query): Promise<Map<string, Namespace>> {
  const rows = await query(SCHEMAS)
  return new Map(rows.map(row => [textOf(row, 'name'), { name: textOf(row, 'name'), ...commentOf(row) }]))
}

const EXTENSIONS = `select x.extname as name, nullif(${SCHEMA}, 'pg_catalog') as schema,
    nullif(obj_description(x.oid, 'pg_extension'), (select a.comment from pg_available_extensions() a where a.name = x.extname)) as comment
  from pg_extension x join pg_namespace n on n.oid = x.extnamespace
  where x.extname <> 'plpgsql' order by x.extname`

/** Extensions without their versions, which are the server's affair; a comment is theirs where it is not that of the extension itself. */
export async function inspectExtensions(query: Query): Promise<Map<string, Extension>> {
  const rows = await query(EXTENSIONS)
  return new Map(
    rows.map(row => {
      const schema = optionalText(row, 'schema')
      const name = textOf(row, 'name')
      return [name, { name, ...(schema !== undefined && { schema }), ...commentOf(row) }]
    }),
  )
}

const ENUMS = `select t.typname as name, ${SCHEMA} as schema, obj_description(t.oid, 'pg_type') as comment,
    (select jsonb_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as "values"
  from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where t.typtype = 'e' and ${USER_SCHEMA} and ${notOfExtension('pg_type', 't.oid')}
  order by n.nspname, t.typname`

/** Enums, their values in their order. */
export async function inspectEnums(query: Query): Promise<Map<string, Enum>> {
  const rows = await query(ENUMS)
  return new Map(
    rows.map(row => {
      const name = nameOf(row)
      return [nameText(name), { name, values: listOf<string>(row, 'values'), ...commentOf(row) }]
    }),
  )
}
