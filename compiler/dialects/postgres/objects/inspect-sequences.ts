import type { SequenceObject } from '../../../schema/objects/sequence.ts'
import { plainSequence } from '../../../schema/objects/sequence.ts'
import type { Query, Row } from '../../dialect.ts'
import { notOfExtension, SCHEMA, USER_SCHEMA } from '../inspect/catalog-sql.ts'
import { commentOf, flagOf, nameOf, optionalText, textOf } from '../inspect/row.ts'
import { sequenceOptionsOf } from '../inspect/sequence-options.ts'

/** Not those of identity columns (deptype `i`). */
const sequencesSql = (
  schemas: string,
) => `select c.relname as name, ${SCHEMA} as schema, format_type(s.seqtypid, null) as type,
    s.seqstart::text as start, s.seqincrement::text as increment, s.seqmin::text as min, s.seqmax::text as max,
    s.seqcache::text as cache, s.seqcycle as cycle,
    c.relpersistence = 'u' and t.relpersistence is distinct from 'u' as unlogged, t.relname as "table",
    nullif(tn.nspname, current_schema()) as table_schema, a.attname as "column",
    obj_description(c.oid, 'pg_class') as comment
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_sequence s on s.seqrelid = c.oid
    left join pg_depend o on o.classid = 'pg_class'::regclass and o.objid = c.oid and o.objsubid = 0
      and o.refclassid = 'pg_class'::regclass and o.refobjsubid > 0 and o.deptype in ('a', 'i')
    left join pg_class t on t.oid = o.refobjid left join pg_namespace tn on tn.oid = t.relnamespace
    left join pg_attribute a on a.attrelid = o.refobjid and a.attnum = o.refobjsubid
  where c.relkind = 'S' and c.relpersistence <> 't' and o.deptype is distinct from 'i'
    and ${schemas} and ${notOfExtension('pg_class', 'c.oid')}
  order by n.nspname, c.relname`

/** Sequences, but for those of identity columns. */
export async function inspectSequences(query: Query, schemas = USER_SCHEMA): Promise<readonly SequenceObject[]> {
  return (await query(sequencesSql(schemas))).map(sequenceOf)
}

const TYPES: Readonly<Record<string, SequenceObject['type']>> = { smallint: 'smallint', integer: 'int' }

function sequenceOf(row: Row): SequenceObject {
  const type = TYPES[textOf(row, 'type')]
  const column = optionalText(row, 'column')
  return plainSequence({
    kind: 'sequence',
    name: nameOf(row),
    ...(type && { type }),
    ...sequenceOptionsOf(row),
    ...(flagOf(row, 'unlogged') && { unlogged: true }),
    ...(column !== undefined && { owner: { table: nameOf(row, 'table', 'table_schema'), column } }),
    ...commentOf(row),
  })
}
