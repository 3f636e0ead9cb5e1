import { nameText } from '../../schema/name.ts'
import type { AggregateObject } from '../../schema/objects/aggregate.ts'
import type { DbObject } from '../../schema/objects/db-object.ts'
import type { FunctionObject } from '../../schema/objects/function.ts'
import { objectKey } from '../../schema/objects/object-key.ts'
import type { ProcedureObject } from '../../schema/objects/procedure.ts'
import type { Argument } from '../../schema/objects/routine.ts'
import { concern, targetsOf } from '../concern.ts'
import type { PlanContext } from '../plan-context.ts'
import type { HazardRule } from '../rule.ts'

/** A function takes or gives something else than running programs expect. */
export const rule: HazardRule = {
  code: 'MIG246',
  name: 'call-changes',
  severity: 'warning',
  title: 'A function is called in another way than before',
  explain: [
    'What uses the function in the database steps aside and comes back. Running programs are not seen by anyone: a call that gives the old arguments, names one that has another name now, leaves one out that has no default any more, or expects the old result fails from the moment the migration commits.',
    'Deploy the programs together with it, or in steps: add the new function under another name or for other arguments beside the old one, move programs over, drop the old one in a later revision.',
  ],
  check(step, plan) {
    if (step.kind === 'drop object') return replaced(step.object, plan)
    if (step.kind !== 'alter object' || !isRoutine(step.from) || !isRoutine(step.to)) return []
    const targets = targetsOf(plan, step.from, step.to).filter(target => target === 'postgres')
    const what = isTrigger(step.from) ? undefined : changeOf(step.from, step.to)
    if (targets.length === 0 || what === undefined) return []
    return [finding(objectKey(step.to), `${titled(objectKey(step.to))} ${what}`, plan)]
  },
}

type RoutineObject = FunctionObject | ProcedureObject | AggregateObject

function isRoutine(object: DbObject): object is RoutineObject {
  return object.kind === 'function' || object.kind === 'procedure' || object.kind === 'aggregate'
}

/** Only the database calls the function of a trigger. */
function isTrigger(object: RoutineObject): boolean {
  return object.kind === 'function' && object.returns === 'trigger'
}

/** A function that goes while another one of its name comes: its arguments are others now. */
function replaced(object: DbObject, plan: PlanContext) {
  if (!isRoutine(object) || isTrigger(object) || targetsOf(plan, object).every(target => target !== 'postgres'))
    return []
  const name = nameText(object.name)
  const next = plan.steps.find(
    one => one.kind === 'create object' && isRoutine(one.object) && nameText(one.object.name) === name,
  )
  if (next?.kind !== 'create object') return []
  const key = objectKey(object)
  return [finding(key, `${titled(key)} becomes ${objectKey(next.object)}`, plan)]
}

/** What callers notice; undefined where they notice nothing. */
function changeOf(from: RoutineObject, to: RoutineObject): string | undefined {
  const [before, after] = [resultOf(from), resultOf(to)]
  if (before !== after) return `returns ${after} and no longer ${before}`
  for (const [at, old] of from.arguments.entries()) {
    const now = to.arguments[at]
    if (old.name !== undefined && old.name !== now?.name)
      return now?.name === undefined
        ? `has no name for its argument ${old.name}`
        : `calls its argument ${old.name} ${now.name} now`
    if (old.default !== undefined && now?.default === undefined)
      return `has no default for ${old.name ?? `argument ${at + 1}`} any more`
  }
  return undefined
}

function resultOf(routine: RoutineObject): string {
  if (routine.kind === 'aggregate') return routine.stype ?? ''
  const given = routine.arguments.filter(({ mode }) => mode === 'out' || mode === 'inout')
  const returns = routine.kind === 'function' ? routine.returns : undefined
  return returns ?? (given.length === 0 ? 'nothing' : `(${given.map(outText).join(', ')})`)
}

function outText({ name, type }: Argument): string {
  return name === undefined ? type : `${name} ${type}`
}

function titled(key: string): string {
  return key[0]!.toUpperCase() + key.slice(1)
}

function finding(object: string, what: string, plan: PlanContext) {
  return {
    object,
    message: `${what}: running programs that call it as before fail.`,
    remedy: 'Deploy the programs that call it in the new way together with it.',
    ...concern(plan, ['postgres']),
  }
}
