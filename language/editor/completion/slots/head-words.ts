import { ROUTINE_WORDS } from '../../hover/routine-words.ts'
import type { Candidate } from '../candidate.ts'
import type { Offer, Spot } from '../spot.ts'
import { typeOffer } from './column-types.ts'
import { functionsOf } from './objects.ts'
import { wordsOf } from './words-of.ts'

/** What follows a word in the head of a function or an aggregate. */
const AFTER: Readonly<Record<string, readonly (string | readonly [string, string])[]>> = {
  language: [
    ['sql', 'Statements of SQL; so it is unless it is said.'],
    ['plpgsql', 'Statements, variables and loops.'],
    ['plpython3u', 'Python; of the extension `plpython3u`.'],
    ['plperl', 'Perl; of the extension `plperl`.'],
    ['c', 'A library on the server.'],
  ],
  parallel: ['safe', 'restricted', 'unsafe'],
  security: ['definer', 'invoker'],
  external: ['security definer', 'security invoker'],
  not: ['leakproof'],
  called: ['on null input'],
  finalfunc_modify: ['read_only', 'shareable', 'read_write'],
  mfinalfunc_modify: ['read_only', 'shareable', 'read_write'],
}

/** After these a value stands that nobody can know. */
const OWN = /^(?:cost|rows|set|support|transform|sspace|msspace|initcond|minitcond)$/

/** The options of a function that stand in a list, each as it is written. */
const OPTIONS: readonly string[] = [
  ...['language', 'immutable', 'stable', 'volatile', 'strict', 'called on null input', 'security definer'],
  ...['security invoker', 'parallel safe', 'parallel restricted', 'leakproof', 'cost', 'rows', 'support', 'window'],
]

/** Words between the arguments of a function and its body. */
export const routineOffer: Offer = spot => {
  const last = lastWord(spot)
  if (last === 'returns') return [...wordsOf(['void', 'trigger', 'setof', 'table']), ...typeOffer(spot)]
  if (last === 'setof') return [...wordsOf(['record']), ...typeOffer(spot)]
  const after = AFTER[last]
  if (after !== undefined) return wordsOf(after, -1)
  if (OWN.test(last)) return []
  const said = new Set(spot.reads.map(read => read.token.image.toLowerCase()))
  const isNew = spot.rules.includes('FunctionRule') && !said.has('returns')
  const left = OPTIONS.filter(option => !option.split(' ').some(word => said.has(word) && word !== 'on'))
  return [...(isNew ? optionWords(['returns']) : []), ...optionWords(left)]
}

function optionWords(words: readonly string[]): readonly Candidate[] {
  return wordsOf(
    words.map(word => [word, ROUTINE_WORDS.get(word.split(' ')[0]!)?.text ?? '']),
    words[0] === 'returns' ? 0 : 0.5,
  )
}

/** What stands behind an option of an aggregate: a function, a type, or one of a few words. */
export const aggregateOffer: Offer = spot => {
  const last = lastWord(spot)
  if (/func$/.test(last)) return functionsOf(spot)
  return /stype$/.test(last) ? typeOffer(spot) : []
}

/** A word in brackets: the type of an argument behind its name; or the value of an option. */
export const textWordOffer: Offer = spot => {
  const last = lastWord(spot)
  if (!spot.rules.includes('TextGroupRule')) return wordsOf(AFTER[last] ?? [])
  if (last === '(' || last === ',') return wordsOf(['in', 'out', 'inout', 'variadic'], 1)
  return /^[a-z_"]/i.test(last) ? typeOffer(spot) : []
}

function lastWord({ reads }: Spot): string {
  return reads.at(-1)?.token.image.toLowerCase() ?? ''
}
