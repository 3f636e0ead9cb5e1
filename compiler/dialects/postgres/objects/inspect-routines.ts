import type { FunctionObject } from '../../../schema/objects/function.ts'
import type { ProcedureObject } from '../../../schema/objects/procedure.ts'
import type { Routine, RoutineOptions } from '../../../schema/objects/routine.ts'
import { plainTypeText } from '../../../sql/routine/plain-type.ts'
import { readArguments } from '../../../sql/routine/read-arguments.ts'
import { plainSetting, readOptions } from '../../../sql/routine/read-options.ts'
import { bodyText } from '../../../steps/objects/routine.ts'
import type { Query, Row } from '../../dialect.ts'
import { NOT_OF_RANGE, notOfExtension, SCHEMA, USER_SCHEMA } from '../inspect/catalog-sql.ts'
import { commentOf, flagOf, listOf, nameOf, optionalText, textOf } from '../inspect/row.ts'
import { projectRoutine } from './project-routine.ts'

/** `prosqlbody` is there from 14 on; its text stands at the end of the whole definition. */
const routinesSql = (
  kinds: string,
  schemas: string,
) => `select p.proname as name, ${SCHEMA} as schema, p.prokind as kind,
    l.lanname as language, p.provolatile as volatility, p.proisstrict as strict, p.prosecdef as definer,
    p.proleakproof as leakproof, p.proparallel as parallel, p.procost::text as cost, p.prorows::text as rows,
    p.proretset as many, to_jsonb(p.proconfig) as settings, p.prosrc as body, p.probin as file,
    case when p.prosupport::oid <> 0 then p.prosupport::text end as support,
    (select jsonb_agg(format_type(t, null)) from unnest(p.protrftypes) t) as transforms,
    pg_get_function_arguments(p.oid) as arguments, pg_get_function_result(p.oid) as result,
    case when to_jsonb(p) ->> 'prosqlbody' is not null then pg_get_functiondef(p.oid) end as definition,
    obj_description(p.oid, 'pg_proc') as comment
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
  where p.prokind in (${kinds}) and ${schemas} and ${notOfExtension('pg_proc', 'p.oid')} and ${NOT_OF_RANGE}
  order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`

/** Functions. */
export async function inspectFunctions(query: Query, schemas = USER_SCHEMA): Promise<readonly FunctionObject[]> {
  return (await query(routinesSql(`'f', 'w'`, schemas))).map(row => {
    const { returns } = readOptions(`returns ${textOf(row, 'result')}`)
    const window = textOf(row, 'kind') === 'w'
    const routine = { ...routineOf(row), ...(window && { window }), ...(returns !== undefined && { returns }) }
    return projectRoutine<FunctionObject>({ kind: 'function', ...routine } as FunctionObject)
  })
}

/** Procedures. */
export async function inspectProcedures(query: Query, schemas = USER_SCHEMA): Promise<readonly ProcedureObject[]> {
  return (await query(routinesSql(`'p'`, schemas))).map(row =>
    projectRoutine<ProcedureObject>({ kind: 'procedure', ...routineOf(row) }),
  )
}

function routineOf(row: Row): Routine {
  return {
    name: nameOf(row),
    arguments: readArguments(textOf(row, 'arguments')).filter(one => one !== undefined),
    ...optionsOf(row),
    sql: { all: bodyOf(row) },
    ...commentOf(row),
  }
}

const VOLATILITY: Readonly<Record<string, RoutineOptions['volatility']>> = { i: 'immutable', s: 'stable' }
const PARALLEL: Readonly<Record<string, RoutineOptions['parallel']>> = { s: 'safe', r: 'restricted' }

function optionsOf(row: Row): RoutineOptions {
  const volatility = VOLATILITY[textOf(row, 'volatility')]
  const parallel = PARALLEL[textOf(row, 'parallel')]
  const settings = listOf<string>(row, 'settings').map(settingOf)
  const transform = listOf<string>(row, 'transforms').map(plainTypeText)
  const support = optionalText(row, 'support')
  return {
    language: textOf(row, 'language'),
    ...(volatility && { volatility }),
    ...(parallel && { parallel }),
    ...(flagOf(row, 'strict') && { strict: true }),
    ...(flagOf(row, 'definer') && { securityDefiner: true }),
    ...(flagOf(row, 'leakproof') && { leakproof: true }),
    cost: textOf(row, 'cost'),
    ...(flagOf(row, 'many') && { rows: textOf(row, 'rows') }),
    ...(support !== undefined && { support }),
    ...(transform.length > 0 && { transform }),
    ...(settings.length > 0 && { set: settings }),
  }
}

/** `search_path=public, pg_temp`: a list stands as it was given, any other value without its quotes. */
function settingOf(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  const [name, value] = [text.slice(0, at), text.slice(at + 1)]
  const read = readOptions(`set ${name} to ${value}`).options.set?.[0]
  return read !== undefined && /[,"]/.test(value) ? [name, read[1]] : [name, plainSetting(value)]
}

function bodyOf(row: Row): string {
  const definition = optionalText(row, 'definition')
  const parsed = definition && /\n ?(BEGIN ATOMIC\n[\s\S]*|RETURN [\s\S]*)$/.exec(definition)?.[1]
  if (parsed) return parsed.trim()
  const file = optionalText(row, 'file')
  if (file !== undefined) return `'${file}', '${textOf(row, 'body')}'`
  return bodyText(textOf(row, 'body'))
}
