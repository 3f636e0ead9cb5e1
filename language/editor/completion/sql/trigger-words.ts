import { hasWords, wordAt } from '../../../../compiler/sql/code.ts'
import { readTriggerEvent } from '../../../../compiler/sql/trigger-text.ts'
import type { Candidate } from '../candidate.ts'
import { triggerFunctions } from './functions.ts'
import type { Sight } from './sight.ts'
import { keyword } from './words.ts'

const TIMES = ['before', 'after', 'instead of']
const EVENTS = ['insert', 'update', 'delete']

/** The words before the body of a trigger; nothing once it has begun. */
export function triggerWords(sight: Sight): readonly Candidate[] | undefined {
  const { reading, at, dialects } = sight
  const { code } = reading
  const words = code.tokens.slice(0, at).map((_, index) => wordAt(code, index))
  if (words.includes('begin')) return undefined
  if (hasWords(code, at - 2, 'execute', 'function')) return triggerFunctions(sight)
  if (at === 0) return list(TIMES.flatMap(time => EVENTS.map(event => `${time} ${event}`)))
  const last = words.at(-1)!
  if (last === 'before' || last === 'after' || (last === 'of' && words.at(-2) === 'instead') || last === 'or')
    return list(EVENTS)
  if (last === 'instead') return list(['of insert', 'of update', 'of delete'])
  if (last === 'for') return list(dialects.includes('sqlite') ? ['each row'] : ['each row', 'each statement'])
  if (last === 'each') return list(dialects.includes('sqlite') ? ['row'] : ['row', 'statement'])
  const event = readTriggerEvent(code, 0)
  if (event === undefined || at < event.end || isInside(sight)) return undefined
  const isSaid = words.includes('each')
  const isConditional = words.includes('when')
  return list([
    ...(isSaid || isConditional ? [] : ['for each row']),
    ...(isSaid || isConditional || dialects.includes('sqlite') ? [] : ['for each statement']),
    ...(isConditional ? [] : ['when']),
    ...(dialects.includes('sqlite') ? ['begin'] : []),
    ...(dialects.includes('postgres') ? ['execute function'] : []),
    ...(isSaid || isConditional || dialects.includes('sqlite') ? [] : ['or']),
    ...(last === 'update' ? ['of'] : []),
  ])
}

/** Whether the cursor is at a name that the reader knows the meaning of. */
function isInside({ reading: { columns, relations }, at }: Sight): boolean {
  return columns.some(one => one.path.includes(at)) || relations.some(one => one.path.includes(at))
}

function list(words: readonly string[]): readonly Candidate[] {
  return words.map((word, index) => keyword(word, index / 10))
}
