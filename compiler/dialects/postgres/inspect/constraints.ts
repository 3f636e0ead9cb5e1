import type { Action, Constraint, Deferrable, Exclusion, ForeignKey } from '../../../schema/constraint.ts'
import type { Query, Row } from '../../dialect.ts'
import { columnNames, RELATIONS, SCHEMA } from './catalog-sql.ts'
import { KEYS, type KeyFacts, keyOf, PROPERTIES, propertiesOf } from './indexes.ts'
import { commentOf, flagOf, groupRows, listOf, nameOf, optionalText, textOf } from './row.ts'

/** From 15 on, `set null` and `set default` can be for some of the columns. */
const SET_COLUMNS = `(select array_agg(s.number::int2) from jsonb_array_elements_text(
      coalesce(nullif(to_jsonb(c) -> 'confdelsetcols', 'null'), '[]')) s(number))`

/** The operators of an exclusion, as its definition has to write them. */
const OPERATORS = `(select jsonb_agg(case when pg_operator_is_visible(o.oid) then o.oprname
      else format('operator(%I.%s)', on_.nspname, o.oprname) end order by k.place)
    from unnest(c.conexclop) with ordinality k(operator, place)
      join pg_operator o on o.oid = k.operator join pg_namespace on_ on on_.oid = o.oprnamespace)`

/** The columns of pg_constraint are the manual's; indnullsnotdistinct is there from 15 on, conenforced from 18 on. */
const constraintsSql = (relations: string) => `with relation as (${relations})
  select r.oid::text as "table", c.contype as kind, c.conname as name, ${columnNames('c.conrelid', 'c.conkey')} as columns,
    c.condeferrable as deferrable, c.condeferred as deferred,
    t.relname as target, ${SCHEMA} as target_schema, ${columnNames('c.confrelid', 'c.confkey')} as target_columns,
    c.confdeltype as on_delete, c.confupdtype as on_update, c.confmatchtype as match,
    pg_get_expr(c.conbin, c.conrelid, true) as expression, c.connoinherit as no_inherit, c.convalidated as valid,
    coalesce((to_jsonb(c) ->> 'conenforced')::boolean, true) as enforced,
    ${columnNames('c.conrelid', SET_COLUMNS)} as set_columns, am.amname as method,
    case when c.contype = 'x' then ${KEYS} end as keys, ${PROPERTIES},
    case when c.contype = 'x' then ${OPERATORS} end as operators, pg_get_expr(i.indpred, i.indrelid, true) as predicate,
    coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) as nulls_not_distinct,
    m.description as comment
  from relation r
    join pg_constraint c on c.conrelid = r.oid and c.contype in ('p', 'u', 'f', 'c', 'x')
    left join pg_class t on c.contype = 'f' and t.oid = c.confrelid
    left join pg_namespace n on n.oid = t.relnamespace
    left join pg_index i on c.contype in ('p', 'u', 'x') and i.indexrelid = c.conindid
    left join pg_class x on x.oid = i.indexrelid
    left join pg_am am on am.oid = x.relam
    left join pg_description m on m.classoid = 'pg_constraint'::regclass and m.objoid = c.oid and m.objsubid = 0
  where r.relkind in ('r', 'p') and c.conparentid = 0 and c.coninhcount = 0
  order by r.oid, position(c.contype::text in 'pufcx'), c.conname`

const ACTIONS: Readonly<Record<string, Action>> = { r: 'restrict', c: 'cascade', n: 'set null', d: 'set default' }

/** The keys and checks of every table, by the table's oid; not null constraints, which 18 names, are the columns'. */
export async function inspectConstraints(
  query: Query,
  relations = RELATIONS,
): Promise<ReadonlyMap<string, readonly Constraint[]>> {
  const groups = groupRows(await query(constraintsSql(relations)), 'table')
  return new Map([...groups].map(([table, rows]) => [table, rows.map(constraintOf)]))
}

function constraintOf(row: Row): Constraint {
  const name = textOf(row, 'name')
  const columns = listOf<string>(row, 'columns')
  switch (textOf(row, 'kind')) {
    case 'p':
      return { kind: 'primary', name, columns, ...deferrableOf(row), ...propertiesOf(row), ...commentOf(row) }
    case 'u':
      return {
        kind: 'unique',
        name,
        columns,
        ...(flagOf(row, 'nulls_not_distinct') && { nullsNotDistinct: true }),
        ...deferrableOf(row),
        ...propertiesOf(row),
        ...commentOf(row),
      }
    case 'x':
      return exclusionOf(row, name)
    case 'f':
      return foreignKeyOf(row, name, columns)
    default:
      return {
        kind: 'check',
        name,
        sql: { all: optionalText(row, 'expression') ?? '' },
        ...(flagOf(row, 'no_inherit') && { noInherit: true }),
        ...validityOf(row),
        ...commentOf(row),
      }
  }
}

function exclusionOf(row: Row, name: string): Exclusion {
  const operators = listOf<string>(row, 'operators')
  const where = optionalText(row, 'predicate')
  const method = textOf(row, 'method')
  return {
    kind: 'exclude',
    name,
    ...(method === 'btree' ? {} : { using: method }),
    keys: listOf<KeyFacts>(row, 'keys').map((key, at) => ({ ...keyOf(key), operator: operators[at]! })),
    ...(where === undefined ? {} : { where: { all: where } }),
    ...deferrableOf(row),
    ...propertiesOf(row),
    ...commentOf(row),
  }
}

function validityOf(row: Row): Pick<ForeignKey, 'notValid' | 'notEnforced'> {
  if (!flagOf(row, 'enforced')) return { notEnforced: true }
  return flagOf(row, 'valid') ? {} : { notValid: true }
}

function foreignKeyOf(row: Row, name: string, columns: readonly string[]): Constraint {
  const onDelete = ACTIONS[textOf(row, 'on_delete')]
  const setColumns = listOf<string>(row, 'set_columns')
  const onUpdate = ACTIONS[textOf(row, 'on_update')]
  return {
    kind: 'foreign',
    name,
    columns,
    target: nameOf(row, 'target', 'target_schema'),
    targetColumns: listOf<string>(row, 'target_columns'),
    ...(onDelete && { onDelete }),
    ...(setColumns.length > 0 && { onDeleteColumns: setColumns }),
    ...(onUpdate && { onUpdate }),
    ...(textOf(row, 'match') === 'f' && { match: 'full' }),
    ...deferrableOf(row),
    ...validityOf(row),
    ...commentOf(row),
  }
}

function deferrableOf(row: Row): { readonly deferrable?: Deferrable } {
  if (!flagOf(row, 'deferrable')) return {}
  return { deferrable: flagOf(row, 'deferred') ? 'initially deferred' : 'initially immediate' }
}
