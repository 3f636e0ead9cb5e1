import { nameText } from '../../../compiler/schema/name.ts'
import type { FunctionObject } from '../../../compiler/schema/objects/function.ts'
import type { ProcedureObject } from '../../../compiler/schema/objects/procedure.ts'
import type { Argument } from '../../../compiler/schema/objects/routine.ts'
import { writeArgument, writeOptions } from '../../../compiler/sql/routine/write-head.ts'
import { writeSqlText } from '../../literals/sql-literal.ts'
import { familyWords } from '../option-words.ts'
import { writeBody } from '../parts.ts'

/** A function or procedure, without its comment. */
export function writeRoutine(routine: FunctionObject | ProcedureObject): string {
  const { kind, name, sql } = routine
  const list = routine.arguments.map(one => writeArgument(plainArgument(one))).join(', ')
  const returns = kind === 'function' && routine.returns !== undefined ? [`returns ${routine.returns}`] : []
  const head = `${kind} ${nameText(name)}(${list})`
  return [head, ...returns, writeOptions(routine), ...familyWords(routine), writeBody(sql)].join(' ')
}

const WRITABLE = /^(?:'(?:[^'\n\r]|'')*'|"(?:[^"\n\r]|"")*"|[\w\s.,:()[\]=+-])*$/

/** A default that has signs which mean nothing in `.mig` text goes in backticks. */
function plainArgument(argument: Argument): Argument {
  const { default: value } = argument
  const isPlain = value === undefined || (WRITABLE.test(value) && !/--|->/.test(value))
  return isPlain ? argument : { ...argument, default: writeSqlText(value, '') }
}
