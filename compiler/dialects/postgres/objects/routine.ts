import { withName } from '../../../schema/name.ts'
import type { FunctionObject } from '../../../schema/objects/function.ts'
import { idOf, labelOf, type ObjectId } from '../../../schema/objects/object-key.ts'
import type { ProcedureObject } from '../../../schema/objects/procedure.ts'
import type { Argument } from '../../../schema/objects/routine.ts'
import { isParsedBody } from '../../../sql/routine/body-names.ts'
import { writeArgument, writeOptions } from '../../../sql/routine/write-head.ts'
import type { UsedName } from '../../../steps/objects/names.ts'
import { bodyText, routineUses } from '../../../steps/objects/routine.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'

type RoutineObject = FunctionObject | ProcedureObject

/** `create function …`, or `create or replace function …`. */
export function createRoutine(routine: RoutineObject, verb = 'create'): string {
  const { kind, name } = routine
  const list = routine.arguments.map(writeArgument).join(', ')
  const returns = kind === 'function' && routine.returns !== undefined ? `returns ${routine.returns} ` : ''
  return `${verb} ${kind} ${quoteQName(name)}(${list})\n${returns}${writeOptions(routine)}\n${bodyClause(routine)}`
}

/** The body in dollar quotes, or as written where Postgres reads it at once (the manual, CREATE FUNCTION, sql_body). */
function bodyClause({ sql, language }: RoutineObject): string {
  const body = bodyText(sql.all!)
  if (language === 'sql' && isParsedBody(body)) return body.replace(/[;\s]+$/, '')
  if (language === 'internal') return `as ${quoted(body.trim(), '')}`
  if (language === 'c') return `as ${body.trim()}`
  return `as ${quoted(body, '\n')}`
}

/** A text between dollar signs, under a tag that does not occur in it. */
function quoted(text: string, edge: string): string {
  let tag = '$$'
  for (let pass = 0; text.includes(tag); pass++) tag = pass === 0 ? '$body$' : `$body${pass}$`
  return `${tag}${edge}${text}${edge}${tag}`
}

/** `function add(integer, integer)`. */
export function routineObject(routine: RoutineObject): string {
  return `${routine.kind} ${routineCall(idOf(routine))}`
}

function routineCall({ name, arguments: types = [] }: ObjectId): string {
  return `${quoteQName(name)}(${types.join(', ')})`
}

/** The statements that give a function or procedure another name, another schema, or both. */
export function renameRoutine(from: ObjectId, to: ObjectId): readonly string[] {
  const statements: string[] = []
  if (from.name.schema !== to.name.schema) {
    statements.push(`alter ${from.kind} ${routineCall(from)} set schema ${quoteIdentifier(to.name.schema ?? 'public')}`)
  }
  if (from.name.name !== to.name.name) {
    const there = { ...from, name: withName(to.name, from.name.name) }
    statements.push(`alter ${from.kind} ${routineCall(there)} rename to ${quoteIdentifier(to.name.name)}`)
  }
  return statements
}

/** The same as a temporary one, which is gone with the transaction. */
export function trialRoutine<R extends RoutineObject>(routine: R): R {
  return { ...routine, name: { schema: 'pg_temp', name: routine.name.name } }
}

/** `create or replace` where Postgres allows it (the manual, CREATE FUNCTION, Notes). */
export function replaceRoutine(from: RoutineObject, to: RoutineObject): readonly string[] | undefined {
  if (labelOf(idOf(from)) !== labelOf(idOf(to)) || from.kind !== to.kind || from.window !== to.window) return undefined
  if (from.kind === 'function' && to.kind === 'function' && from.returns !== to.returns) return undefined
  if (from.arguments.length !== to.arguments.length) return undefined
  if (!from.arguments.every((one, at) => canReplace(one, to.arguments[at]!))) return undefined
  return [createRoutine(to, 'create or replace')]
}

/** A name can be given to an argument that had none, and a default to one without; neither can be taken away. */
function canReplace(from: Argument, to: Argument): boolean {
  if (from.mode !== to.mode || from.type !== to.type) return false
  if (from.name !== to.name && !(from.name === undefined && from.mode !== 'out' && from.mode !== 'inout')) return false
  return from.default === undefined || to.default !== undefined
}

/** What Postgres keeps of a function beside its texts: the types of its head, its defaults, a body that it has read. */
export function routineHolds(routine: RoutineObject): readonly UsedName[] {
  const parsed = routine.language === 'sql' && isParsedBody(routine.sql.all!)
  const kept = parsed ? routine : { ...routine, sql: {} }
  return routineUses(kept, routine.kind === 'function' ? routine.returns : undefined)
}

/** A body that is a text stays as it is when something that it names gets another name. */
export function routineAfterRename<R extends RoutineObject>(before: R, after: R): R {
  return isParsedBody(before.sql.all ?? before.sql.postgres ?? '') && before.language === 'sql'
    ? after
    : { ...after, sql: before.sql }
}
