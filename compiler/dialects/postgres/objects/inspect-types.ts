import type { CompositeObject, Field } from '../../../schema/objects/composite.ts'
import type { DomainCheck, DomainObject } from '../../../schema/objects/domain.ts'
import { madeMultirange, type RangeObject } from '../../../schema/objects/range.ts'
import type { Query, Row } from '../../dialect.ts'
import { notOfExtension, SCHEMA, USER_SCHEMA } from '../inspect/catalog-sql.ts'
import { DECLARED_TYPE, declaredType, defaultTypeOf, typeOf } from '../inspect/declared-type.ts'
import { commentOf, flagOf, listOf, nameOf, optionalText, textOf } from '../inspect/row.ts'
import { readDefault } from '../read-default.ts'

const COMMENT = `obj_description(o.oid, 'pg_type') as comment`

/** The default is that of the domain itself; what a base domain says is not repeated. NOT NULL is no check, though 18 lists it. */
const domainsSql = (schemas: string) => `select o.typname as name, ${SCHEMA} as schema, ${COMMENT},
    format_type(o.typbasetype, o.typtypmod) as type, ${DECLARED_TYPE}, o.typnotnull as not_null,
    case when o.typdefaultbin is null then null else pg_get_expr(o.typdefaultbin, 0, true) end as expression,
    case when o.typcollation <> t.typcollation then l.collname end as coll,
    (select jsonb_agg(jsonb_build_object('name', c.conname, 'sql', pg_get_expr(c.conbin, 0, true),
        'comment', obj_description(c.oid, 'pg_constraint')) order by c.conname)
      from pg_constraint c where c.contypid = o.oid and c.contype = 'c') as checks
  from pg_type o join pg_namespace n on n.oid = o.typnamespace join pg_type t on t.oid = o.typbasetype
    ${declaredType('t')}
    left join pg_collation l on l.oid = o.typcollation
  where o.typtype = 'd' and ${schemas} and ${notOfExtension('pg_type', 'o.oid')}
  order by n.nspname, o.typname`

/** Domains. */
export async function inspectDomains(query: Query, schemas = USER_SCHEMA): Promise<readonly DomainObject[]> {
  return (await query(domainsSql(schemas))).map(row => {
    const expression = optionalText(row, 'expression')
    const value = expression === undefined ? undefined : readDefault(expression, defaultTypeOf(row))
    const collate = optionalText(row, 'coll')
    return {
      kind: 'domain',
      name: nameOf(row),
      type: { all: typeOf(row) },
      ...(flagOf(row, 'not_null') && { notNull: true }),
      ...(value && { default: value }),
      ...(collate !== undefined && { collate }),
      checks: listOf<{ name: string; sql: string; comment: string | null }>(row, 'checks').map(
        ({ name, sql, comment }): DomainCheck => ({
          name,
          sql: { all: inUse(sql) },
          ...(comment !== null && { comment }),
        }),
      ),
      ...commentOf(row),
    }
  })
}

/** `VALUE` as people write it. */
function inUse(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\bVALUE\b/g, part => (part === 'VALUE' ? 'value' : part))
}

const fieldsSql = (schemas: string) => `select o.typname as name, ${SCHEMA} as schema, ${COMMENT},
    a.attname as field, format_type(a.atttypid, a.atttypmod) as type, ${DECLARED_TYPE},
    case when a.attcollation <> t.typcollation then l.collname end as coll, col_description(r.oid, a.attnum) as field_comment
  from pg_type o join pg_namespace n on n.oid = o.typnamespace join pg_class r on r.oid = o.typrelid and r.relkind = 'c'
    left join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    left join pg_type t on t.oid = a.atttypid
    ${declaredType('t')}
    left join pg_collation l on l.oid = a.attcollation
  where o.typtype = 'c' and ${schemas} and ${notOfExtension('pg_type', 'o.oid')}
  order by n.nspname, o.typname, a.attnum`

/** Composite types. */
export async function inspectComposites(query: Query, schemas = USER_SCHEMA): Promise<readonly CompositeObject[]> {
  const rows = await query(fieldsSql(schemas))
  const groups = Map.groupBy(rows, row => JSON.stringify(nameOf(row)))
  return [...groups.values()].map(fields => ({
    kind: 'composite',
    name: nameOf(fields[0]!),
    fields: fields.filter(row => optionalText(row, 'field') !== undefined).map(fieldOf),
    ...commentOf(fields[0]!),
  }))
}

function fieldOf(row: Row): Field {
  const [collate, comment] = [optionalText(row, 'coll'), optionalText(row, 'field_comment')]
  return {
    name: textOf(row, 'field'),
    type: { all: typeOf(row) },
    ...(collate !== undefined && { collate }),
    ...(comment !== undefined && { comment }),
  }
}

/** rngmultitypid is there from 14 on. */
const rangesSql = (schemas: string) => `select o.typname as name, ${SCHEMA} as schema, ${COMMENT},
    format_type(t.oid, null) as type, ${DECLARED_TYPE},
    case when not k.opcdefault then (select quote_ident(k.opcname)) end as opclass,
    case when g.rngcollation <> t.typcollation then quote_ident(l.collname) end as coll,
    nullif(g.rngcanonical::text, '-') as canonical, nullif(g.rngsubdiff::text, '-') as diff,
    (select m.typname from pg_type m where m.oid = (to_jsonb(g) ->> 'rngmultitypid')::oid) as multirange
  from pg_range g join pg_type o on o.oid = g.rngtypid join pg_namespace n on n.oid = o.typnamespace
    join pg_type t on t.oid = g.rngsubtype
    ${declaredType('t')}
    left join pg_opclass k on k.oid = g.rngsubopc
    left join pg_collation l on l.oid = g.rngcollation
  where ${schemas} and ${notOfExtension('pg_type', 'o.oid')}
  order by n.nspname, o.typname`

/** Ranges. */
export async function inspectRanges(query: Query, schemas = USER_SCHEMA): Promise<readonly RangeObject[]> {
  return (await query(rangesSql(schemas))).map(row => {
    const name = nameOf(row)
    const part = (column: string) => optionalText(row, column)
    const [opclass, collation, canonical, diff] = [part('opclass'), part('coll'), part('canonical'), part('diff')]
    const multirange = part('multirange')
    return {
      kind: 'range',
      name,
      subtype: { all: typeOf(row) },
      ...(opclass !== undefined && { opclass }),
      ...(collation !== undefined && { collation }),
      ...(canonical !== undefined && { canonical }),
      ...(diff !== undefined && { diff }),
      ...(multirange !== undefined && multirange !== madeMultirange(name.name) && { multirange }),
      ...commentOf(row),
    }
  })
}
