import { DIALECTS, forDialect, mapDialects, type Sql } from '../../schema/dialect.ts'
import type { FunctionObject } from '../../schema/objects/function.ts'
import type { ObjectId } from '../../schema/objects/object-key.ts'
import type { ProcedureObject } from '../../schema/objects/procedure.ts'
import { type Argument, inputTypes, type Routine } from '../../schema/objects/routine.ts'
import { isParsedBody, mapBody, wordsIn } from '../../sql/routine/body-names.ts'
import { mapTypeText } from '../../sql/routine/types-in.ts'
import { sameSql } from '../../sql/same.ts'
import type { NameEdits, ProvidedName, UsedName } from './names.ts'
import { sameData } from './same-data.ts'
import { typesInText, usesOfSql } from './uses-of-sql.ts'

type RoutineObject = FunctionObject | ProcedureObject

/** Whether two functions or procedures are the same but for their comments. Postgres keeps a body to the letter. */
export function sameRoutine<R extends RoutineObject>(a: R, b: R): boolean {
  const rest = ({ comment: _comment, sql: _sql, ...one }: R) => one
  return sameData(rest(a), rest(b)) && DIALECTS.every(dialect => sameBody(a.sql, b.sql, dialect))
}

function sameBody(a: Sql, b: Sql, dialect: (typeof DIALECTS)[number]): boolean {
  const [one, two] = [forDialect(a, dialect), forDialect(b, dialect)]
  if (one === undefined || two === undefined) return one === two
  return isParsedBody(one) ? sameSql(one, two) : bodyText(one) === bodyText(two)
}

/** A body without the blank lines around it and the blanks at the ends of its lines. */
export function bodyText(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\s+$/g, '')
}

/** Its own name. */
export function routineProvides(routine: Routine): readonly ProvidedName[] {
  const given = routine.arguments.filter(one => one.mode !== 'out')
  const least = given.filter(one => one.default === undefined && one.mode !== 'variadic').length
  const most = given.some(one => one.mode === 'variadic') ? Number.POSITIVE_INFINITY : given.length
  return [{ space: 'routine', name: routine.name, overload: inputTypes(routine).join(', '), takes: [least, most] }]
}

/** The types of its head, what its defaults call, and what its body names. */
export function routineUses(routine: Routine, returns?: string): readonly UsedName[] {
  const types = [...routine.arguments.map(({ type }) => type), ...(returns === undefined ? [] : [returns])]
  const uses: UsedName[] = types.flatMap(typesInText)
  for (const { default: value } of routine.arguments) if (value !== undefined) uses.push(...usesOfSql(value))
  uses.push(...(routine.transform ?? []).flatMap(typesInText))
  const body = forDialect(routine.sql, 'postgres')
  if (body === undefined) return uses
  if (routine.language === 'sql') return [...uses, ...usesOfSql(body, true)]
  return [...uses, ...[...wordsIn(body)].map((name): UsedName => ({ space: 'any', name: { name }, soft: true }))]
}

/** Types and defaults of the head follow, as the server has them by identity; so does a body in SQL, as text. */
export function followRoutine<R extends RoutineObject>(routine: R, edits: NameEdits): R {
  const one = (argument: Argument): Argument => ({
    ...argument,
    type: mapTypeText(argument.type, edits.type),
    ...(argument.default !== undefined && { default: edits.sql(argument.default, 'postgres') }),
  })
  const sql =
    routine.language === 'sql'
      ? mapDialects(routine.sql, (text, dialect) => mapBody(text, inside => edits.sql(inside, dialect)))
      : routine.sql
  const next = { ...routine, arguments: routine.arguments.map(one), sql }
  const returns = routine.kind === 'function' ? routine.returns : undefined
  return returns === undefined ? next : { ...next, returns: mapTypeText(returns, edits.type) }
}

/** The same under another name. */
export function renameRoutine<R extends RoutineObject>(routine: R, { name }: ObjectId): R {
  return { ...routine, name }
}
