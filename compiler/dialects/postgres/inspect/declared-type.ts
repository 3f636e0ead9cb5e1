import type { Type } from '../../../schema/type.ts'
import type { Row } from '../../dialect.ts'
import { notOfExtension, USER_SCHEMA } from './catalog-sql.ts'
import { flagOf, nameOf, optionalText, textOf } from './row.ts'

/**
 * The type of users that the row of pg_type `type` is, or is an array of, as `y` in the schema `yn`: an enum, a domain, a
 * range, or a composite type that is no table's.
 */
export function declaredType(type: string): string {
  return `left join pg_type y on y.oid = case when ${type}.typcategory = 'A' and ${type}.typtype = 'b' then ${type}.typelem else ${type}.oid end
      and (y.typtype in ('e', 'd', 'r') or (y.typtype = 'c'
        and exists (select from pg_class k where k.oid = y.typrelid and k.relkind = 'c')))
      and exists (select from pg_namespace n where n.oid = y.typnamespace and ${USER_SCHEMA})
      and (y.typtype = 'e' or ${notOfExtension('pg_type', 'y.oid')})
    left join pg_namespace yn on yn.oid = y.typnamespace`
}

/** What `typeOf` reads, beside the column `type` for any other type. */
export const DECLARED_TYPE = `y.typname as declared, nullif(yn.nspname, current_schema()) as declared_schema,
    t.typcategory = 'A' and t.typtype = 'b' as is_array, coalesce(y.typtype = 'e', false) as is_enum`

/** A type by its name where the schema declares it, as format_type prints it where not. */
export function typeOf(row: Row): Type {
  if (optionalText(row, 'declared') === undefined) return { kind: 'raw', sql: textOf(row, 'type') }
  const type: Type = { kind: 'enum', name: nameOf(row, 'declared', 'declared_schema') }
  return flagOf(row, 'is_array') ? { kind: 'array', of: type } : type
}

/** The type by which a default is read: a string is a value of an enum, and no more than a string for a domain. */
export function defaultTypeOf(row: Row): Type {
  return flagOf(row, 'is_enum') ? typeOf(row) : { kind: 'raw', sql: textOf(row, 'type') }
}
