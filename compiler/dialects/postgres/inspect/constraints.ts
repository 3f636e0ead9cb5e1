import type { Action, Constraint, Deferrable } from '../../../schema/constraint.ts'
import type { Query, Row } from '../../dialect.ts'
import { columnNames, RELATIONS, SCHEMA } from './catalog-sql.ts'
import { commentOf, flagOf, groupRows, listOf, nameOf, optionalText, textOf } from './row.ts'

/** The columns of pg_constraint are the manual's; indnullsnotdistinct is there from 15 on. */
const constraintsSql = (relations: string) => `with relation as (${relations})
  select r.oid::text as "table", c.contype as kind, c.conname as name, ${columnNames('c.conrelid', 'c.conkey')} as columns,
    c.condeferrable as deferrable, c.condeferred as deferred,
    t.relname as target, ${SCHEMA} as target_schema, ${columnNames('c.confrelid', 'c.confkey')} as target_columns,
    c.confdeltype as on_delete, c.confupdtype as on_update, c.confmatchtype as match,
    pg_get_expr(c.conbin, c.conrelid, true) as expression,
    coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) as nulls_not_distinct,
    m.description as comment
  from relation r
    join pg_constraint c on c.conrelid = r.oid and c.contype in ('p', 'u', 'f', 'c')
    left join pg_class t on c.contype = 'f' and t.oid = c.confrelid
    left join pg_namespace n on n.oid = t.relnamespace
    left join pg_index i on c.contype = 'u' and i.indexrelid = c.conindid
    left join pg_description m on m.classoid = 'pg_constraint'::regclass and m.objoid = c.oid and m.objsubid = 0
  where r.relkind = 'r'
  order by r.oid, position(c.contype::text in 'pufc'), c.conname`

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
      return { kind: 'primary', name, columns, ...commentOf(row) }
    case 'u':
      return {
        kind: 'unique',
        name,
        columns,
        ...(flagOf(row, 'nulls_not_distinct') && { nullsNotDistinct: true }),
        ...deferrableOf(row),
        ...commentOf(row),
      }
    case 'f':
      return foreignKeyOf(row, name, columns)
    default:
      return { kind: 'check', name, sql: { all: optionalText(row, 'expression') ?? '' }, ...commentOf(row) }
  }
}

function foreignKeyOf(row: Row, name: string, columns: readonly string[]): Constraint {
  const onDelete = ACTIONS[textOf(row, 'on_delete')]
  const onUpdate = ACTIONS[textOf(row, 'on_update')]
  return {
    kind: 'foreign',
    name,
    columns,
    target: nameOf(row, 'target', 'target_schema'),
    targetColumns: listOf<string>(row, 'target_columns'),
    ...(onDelete && { onDelete }),
    ...(onUpdate && { onUpdate }),
    ...(textOf(row, 'match') === 'f' && { match: 'full' }),
    ...deferrableOf(row),
    ...commentOf(row),
  }
}

function deferrableOf(row: Row): { readonly deferrable?: Deferrable } {
  if (!flagOf(row, 'deferrable')) return {}
  return { deferrable: flagOf(row, 'deferred') ? 'initially deferred' : 'initially immediate' }
}
