import type { FunctionObject } from '../../../schema/objects/function.ts'
import type { ProcedureObject } from '../../../schema/objects/procedure.ts'
import { plainDefault } from './plain-default.ts'

/** A function or procedure in the form that `inspect` gives: what Postgres assumes left out. */
export function projectRoutine<R extends FunctionObject | ProcedureObject>(routine: R): R {
  const { cost, rows, ...rest } = routine
  const returns = routine.kind === 'function' ? routine.returns : undefined
  const many = returns !== undefined && /^(?:setof |table )/.test(returns)
  const isC = routine.language === 'c' || routine.language === 'internal'
  return {
    ...rest,
    arguments: routine.arguments.map(one => ({
      ...one,
      ...(one.default !== undefined && { default: plainDefault(one.default, one.type) }),
    })),
    ...(cost !== undefined && Number(cost) !== (isC ? 1 : 100) && { cost }),
    ...(rows !== undefined && many && Number(rows) !== 1000 && { rows }),
    ...returnsOf(routine),
  } as unknown as R
}

/** Arguments that are given back say what is returned, unless rows are. */
function returnsOf(routine: FunctionObject | ProcedureObject): object {
  if (routine.kind !== 'function' || routine.returns === undefined) return {}
  const given = routine.arguments.some(({ mode }) => mode === 'out' || mode === 'inout')
  return given && !routine.returns.startsWith('setof ') ? { returns: undefined } : {}
}
