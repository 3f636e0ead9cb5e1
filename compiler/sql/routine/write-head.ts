import type { Argument, RoutineOptions } from '../../schema/objects/routine.ts'
import { sqlName } from '../name-text.ts'

/** `a integer, out b text, c numeric default 0`. */
export function writeArguments(list: readonly Argument[]): string {
  return list.map(writeArgument).join(', ')
}

/** One argument. */
export function writeArgument({ mode, name, type, default: value }: Argument): string {
  const words = [...(mode === undefined ? [] : [mode]), ...(name === undefined ? [] : [argumentName(name)]), type]
  if (value !== undefined) words.push(`default ${value}`)
  return words.join(' ')
}

/** Words that are no name of an argument without quotes (the manual, SQL Key Words: those that cannot be a function or type). */
const TAKEN: ReadonlySet<string> = new Set(
  `in out inout variadic double setof between bigint bit boolean char character coalesce dec decimal exists extract float
  greatest grouping int integer interval json json_array json_arrayagg json_exists json_object json_objectagg json_query
  json_scalar json_serialize json_table json_value least merge_action national nchar none normalize nullif numeric overlay
  position precision real row smallint substring time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement
  xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable`.split(/\s+/),
)

/** The name of an argument, in quotes where it could be read as something else. */
function argumentName(name: string): string {
  return TAKEN.has(name) ? `"${name}"` : sqlName(name)
}

/** The options in one order, `language` first: `language plpgsql stable strict cost 10 set search_path to public`. */
export function writeOptions(options: RoutineOptions): string {
  const words = [`language ${options.language}`]
  if (options.transform) words.push(`transform ${options.transform.map(type => `for type ${type}`).join(', ')}`)
  if (options.window) words.push('window')
  if (options.volatility) words.push(options.volatility)
  if (options.leakproof) words.push('leakproof')
  if (options.strict) words.push('strict')
  if (options.securityDefiner) words.push('security definer')
  if (options.parallel) words.push(`parallel ${options.parallel}`)
  if (options.cost !== undefined) words.push(`cost ${options.cost}`)
  if (options.rows !== undefined) words.push(`rows ${options.rows}`)
  if (options.support !== undefined) words.push(`support ${options.support}`)
  for (const [name, value] of options.set ?? []) words.push(`set ${name} to ${value}`)
  return words.join(' ')
}
