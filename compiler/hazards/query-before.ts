import type { DialectName } from '../schema/dialect.ts'
import type { Step } from '../steps/step.ts'
import type { PlanContext } from './plan-context.ts'
import { undoInQuery } from './undo-in-query.ts'

/**
 * A query with the names and types that a database has before the plan, where it is to be run; it is written with those that hold where
 * `step` stands, or at the end of the plan without one. Undefined where it asks for what only the plan brings.
 */
export function queryBefore(plan: PlanContext, query: string, target: DialectName, step?: Step): string | undefined {
  const { byWord, places } = changesOf(plan)
  let at = step === undefined ? plan.steps.length : (places.get(step) ?? plan.steps.length)
  let text: string | undefined = query
  while (text !== undefined) {
    const next = Math.max(-1, ...wordsOf(text).map(word => lastBefore(byWord.get(word), at)))
    if (next < 0) return text
    at = next
    text = undoInQuery(text, plan.steps[at]!, plan, target)
  }
  return undefined
}

/** The steps that can change what a query says, by a word that it then has. */
interface Changes {
  readonly byWord: ReadonlyMap<string, readonly number[]>
  readonly places: ReadonlyMap<Step, number>
}

const known = new WeakMap<PlanContext, Changes>()

function changesOf(plan: PlanContext): Changes {
  let found = known.get(plan)
  if (found === undefined) {
    const byWord = new Map<string, number[]>()
    for (const [at, step] of plan.steps.entries()) {
      for (const name of namesBrought(step)) {
        const word = wordsOf(name)[0]!
        const list = byWord.get(word)
        if (list === undefined) byWord.set(word, [at])
        else list.push(at)
      }
    }
    found = { byWord, places: new Map(plan.steps.map((step, at) => [step, at])) }
    known.set(plan, found)
  }
  return found
}

/** The largest of some ascending numbers that is below a bound. */
function lastBefore(list: readonly number[] = [], bound: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < bound) low = middle + 1
    else high = middle
  }
  return list[low - 1] ?? -1
}

/** The words of a text in lower case; a name without any letters counts as the empty word, which every text has. */
function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_$]+/gu) ?? []
  return [...new Set([...words, ''])]
}

/** The names that are there, or mean something else, only since a step; of columns the name of their table, which fewer queries have. */
function namesBrought(step: Step): readonly string[] {
  switch (step.kind) {
    case 'create table':
      return [step.table.name.name]
    case 'create view':
      return [step.view.name.name]
    case 'create enum':
      return [step.enum.name.name]
    case 'create object':
      return [step.object.name.name]
    case 'rename table':
    case 'rename view':
    case 'rename enum':
      return [step.to.name]
    case 'rename object':
      return [step.to.name.name]
    case 'rename schema':
      return [step.to]
    case 'rename column':
    case 'add column':
    case 'alter column':
      return [step.table.name]
    case 'alter enum': {
      const had = new Set(step.from.values)
      return [...step.renames.map(({ to }) => to), ...step.to.values.filter(value => !had.has(value))]
    }
    default:
      return []
  }
}
