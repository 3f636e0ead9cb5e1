import type { QName } from '../../../schema/name.ts'
import {
  type AggregateObject,
  type FinalModify,
  plainAggregate,
  SUPPORT_FUNCTIONS,
  type SupportFunction,
} from '../../../schema/objects/aggregate.ts'
import { readAggregateArguments } from '../../../sql/aggregate/read-aggregate.ts'
import { plainTypeText } from '../../../sql/routine/plain-type.ts'
import type { Query, Row } from '../../dialect.ts'
import { notOfExtension, SCHEMA, USER_SCHEMA } from '../inspect/catalog-sql.ts'
import { commentOf, flagOf, listOf, nameOf, optionalText, textOf } from '../inspect/row.ts'

/** The columns of pg_aggregate that hold the functions. */
const COLUMNS: Readonly<Record<SupportFunction, string>> = {
  sfunc: 'aggtransfn',
  finalfunc: 'aggfinalfn',
  combinefunc: 'aggcombinefn',
  serialfunc: 'aggserialfn',
  deserialfunc: 'aggdeserialfn',
  msfunc: 'aggmtransfn',
  minvfunc: 'aggminvtransfn',
  mfinalfunc: 'aggmfinalfn',
}

/** Postgres' own functions and operators need no schema. */
const nameParts = (catalog: string, name: string, namespace: string, oid: string) =>
  `(select jsonb_build_array(case when n.nspname <> 'pg_catalog' then ${SCHEMA} end, o.${name})
    from ${catalog} o join pg_namespace n on n.oid = o.${namespace} where o.oid = ${oid})`

const aggregatesSql = (schemas: string) => `select p.proname as name, ${SCHEMA} as schema, a.aggkind as kind,
    pg_get_function_arguments(p.oid) as arguments, p.proparallel as parallel,
    ${SUPPORT_FUNCTIONS.map(word => `${nameParts('pg_proc', 'proname', 'pronamespace', `a.${COLUMNS[word]}`)} as ${word}`).join(',\n    ')},
    ${nameParts('pg_operator', 'oprname', 'oprnamespace', 'a.aggsortop')} as sortop,
    format_type(a.aggtranstype, null) as stype, a.aggtransspace::text as sspace, a.agginitval as initcond,
    case when a.aggmtranstype <> 0 then format_type(a.aggmtranstype, null) end as mstype,
    a.aggmtransspace::text as msspace, a.aggminitval as minitcond,
    a.aggfinalextra as extra, a.aggfinalmodify as modify, a.aggmfinalextra as moving_extra, a.aggmfinalmodify as moving_modify,
    obj_description(p.oid, 'pg_proc') as comment
  from pg_aggregate a join pg_proc p on p.oid = a.aggfnoid join pg_namespace n on n.oid = p.pronamespace
  where ${schemas} and ${notOfExtension('pg_proc', 'p.oid')}
  order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`

/** Aggregates. */
export async function inspectAggregates(query: Query, schemas = USER_SCHEMA): Promise<readonly AggregateObject[]> {
  return (await query(aggregatesSql(schemas))).map(aggregateOf)
}

const MODIFY: Readonly<Record<string, FinalModify>> = { r: 'read_only', s: 'shareable', w: 'read_write' }
const PARALLEL: Readonly<Record<string, AggregateObject['parallel']>> = { s: 'safe', r: 'restricted' }

function aggregateOf(row: Row): AggregateObject {
  const read = readAggregateArguments(textOf(row, 'arguments'))
  const kind = textOf(row, 'kind')
  const functions = SUPPORT_FUNCTIONS.flatMap(word => {
    const name = nameIn(row, word)
    return name === undefined ? [] : [[word, name] as const]
  })
  const sortop = nameIn(row, 'sortop')
  const parallel = PARALLEL[textOf(row, 'parallel')]
  const texts = Object.fromEntries(
    ['initcond', 'minitcond', 'sspace', 'msspace'].flatMap(word => {
      const text = optionalText(row, word)
      return text === undefined ? [] : [[word, text]]
    }),
  )
  const mstype = optionalText(row, 'mstype')
  return plainAggregate({
    kind: 'aggregate',
    name: nameOf(row),
    arguments: read.arguments.filter(one => one !== undefined),
    ...(kind !== 'n' && { direct: read.direct ?? 0 }),
    ...Object.fromEntries(functions),
    stype: plainTypeText(textOf(row, 'stype')),
    ...(mstype !== undefined && { mstype: plainTypeText(mstype) }),
    ...texts,
    ...(flagOf(row, 'extra') && { finalfunc_extra: true }),
    ...(flagOf(row, 'moving_extra') && { mfinalfunc_extra: true }),
    finalfunc_modify: MODIFY[textOf(row, 'modify')]!,
    mfinalfunc_modify: MODIFY[textOf(row, 'moving_modify')]!,
    ...(sortop && { sortop: sortop.schema === undefined ? sortop.name : `${sortop.schema}.${sortop.name}` }),
    ...(parallel && { parallel }),
    ...(kind === 'h' && { hypothetical: true }),
    ...commentOf(row),
  })
}

function nameIn(row: Row, column: string): QName | undefined {
  const [schema, name] = listOf<string | null>(row, column)
  if (name === null || name === undefined) return undefined
  return schema === null || schema === undefined ? { name } : { schema, name }
}
