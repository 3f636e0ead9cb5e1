import type { RoutineOptions } from '../../schema/objects/routine.ts'
import { splitList } from '../clauses.ts'
import { after, type Code, hasWords, isName, isSign, readCode, sliceOf, wordAt } from '../code.ts'
import { sqlName } from '../name-text.ts'
import { pathAt } from '../path-at.ts'
import { tightSql } from '../tight-sql.ts'
import { afterType } from '../type-name.ts'
import { plainTypeOf } from './plain-type.ts'
import { argumentsIn } from './read-arguments.ts'
import { writeArguments } from './write-head.ts'

/** What a head says after the arguments, and the words of it that mean nothing there. */
export interface ReadOptions {
  readonly returns?: string
  readonly options: RoutineOptions
  readonly unknown: readonly string[]
}

type Draft = { -readonly [K in keyof RoutineOptions]: RoutineOptions[K] } & { returns?: string }

/** Reads `returns … language … immutable set search_path to public`, in any order (the manual, CREATE FUNCTION). */
export function readOptions(text: string): ReadOptions {
  const code = readCode(text)
  const draft: Draft = { language: 'sql' }
  const unknown: string[] = []
  const to = code.tokens.length
  for (let at = 0; at < to; ) {
    const next = readOne(code, at, to, draft)
    if (next === undefined) unknown.push(code.tokens[at]!.text)
    at = next ?? after(code, at, to)
  }
  const { returns, ...options } = draft
  return { ...(returns !== undefined && { returns }), options, unknown }
}

/** Reads one option; the place after it, or undefined where none stands. */
function readOne(code: Code, at: number, to: number, draft: Draft): number | undefined {
  const phrase = PHRASES.find(one => hasWords(code, at, ...one.words))
  if (phrase !== undefined) {
    Object.assign(draft, phrase.says)
    for (const name of phrase.clears ?? []) delete draft[name]
    return at + phrase.words.length
  }
  switch (wordAt(code, at)) {
    case 'returns':
      return readReturns(code, at + 1, to, draft)
    case 'language':
      if (at + 1 >= to) return undefined
      draft.language = code.tokens[at + 1]!.value.toLowerCase()
      return at + 2
    case 'cost':
    case 'rows':
      if (code.tokens[at + 1]?.kind !== 'number') return undefined
      draft[wordAt(code, at) as 'cost' | 'rows'] = code.tokens[at + 1]!.text
      return at + 2
    case 'support': {
      const end = at + 1 + pathAt(code, at + 1, to).length * 2 - 1
      draft.support = sliceOf(code, at + 1, end)
      return end
    }
    case 'transform':
      return readTransforms(code, at + 1, to, draft)
    case 'set':
      return readSet(code, at + 1, to, draft)
    default:
      return undefined
  }
}

interface Phrase {
  readonly words: readonly string[]
  readonly says?: Partial<Draft>
  readonly clears?: readonly ('volatility' | 'strict' | 'securityDefiner' | 'leakproof' | 'parallel')[]
}

const phrase = (text: string, says?: Partial<Draft>, ...clears: NonNullable<Phrase['clears']>): Phrase => ({
  words: text.split(' '),
  ...(says && { says }),
  clears,
})

const PHRASES: readonly Phrase[] = [
  phrase('immutable', { volatility: 'immutable' }),
  phrase('stable', { volatility: 'stable' }),
  phrase('volatile', undefined, 'volatility'),
  phrase('strict', { strict: true }),
  phrase('returns null on null input', { strict: true }),
  phrase('called on null input', undefined, 'strict'),
  phrase('external security definer', { securityDefiner: true }),
  phrase('external security invoker', undefined, 'securityDefiner'),
  phrase('security definer', { securityDefiner: true }),
  phrase('security invoker', undefined, 'securityDefiner'),
  phrase('not leakproof', undefined, 'leakproof'),
  phrase('leakproof', { leakproof: true }),
  phrase('window', { window: true }),
  phrase('parallel safe', { parallel: 'safe' }),
  phrase('parallel restricted', { parallel: 'restricted' }),
  phrase('parallel unsafe', undefined, 'parallel'),
]

function readReturns(code: Code, at: number, to: number, draft: Draft): number | undefined {
  if (wordAt(code, at) === 'table' && isSign(code, at + 1, '(')) {
    const close = Math.min(code.closes[at + 1]!, to)
    const columns = argumentsIn(code, at + 2, close)
    if (columns.some(column => column?.name === undefined)) return undefined
    draft.returns = `table (${writeArguments(columns.filter(column => column !== undefined))})`
    return after(code, at + 1, to)
  }
  const end = afterType(code, at, to)
  if (end <= at || !isName(code, at)) return undefined
  draft.returns = plainTypeOf(code, at, end)
  return end
}

/** `transform for type hstore, for type jsonb`. */
function readTransforms(code: Code, from: number, to: number, draft: Draft): number | undefined {
  const types: string[] = []
  let at = from
  while (hasWords(code, at, 'for', 'type')) {
    const end = afterType(code, at + 2, to)
    types.push(plainTypeOf(code, at + 2, end))
    at = isSign(code, end, ',') ? end + 1 : end
  }
  if (types.length === 0) return undefined
  draft.transform = types
  return at
}

/** `set NAME to VALUE, VALUE`; a value that is a name is the string of that name (the manual, SET). */
function readSet(code: Code, at: number, to: number, draft: Draft): number | undefined {
  if (!isName(code, at)) return undefined
  const path = pathAt(code, at, to)
  const name = path.map(part => code.tokens[part]!.value).join('.')
  let next = at + path.length * 2 - 1
  if (hasWords(code, next, 'from', 'current') || next + 1 >= to) return undefined
  if (wordAt(code, next) !== 'to' && !isSign(code, next, '=')) return undefined
  const start = ++next
  while (next < to && isValue(code, next)) {
    next = isSign(code, next, '-') || isSign(code, next, '+') ? next + 2 : next + 1
    if (!isSign(code, next, ',')) break
    next++
  }
  if (next === start) return undefined
  const values = splitList(code, start, next).map(([one, end]) => settingValue(code, one, end))
  draft.set = [...(draft.set ?? []).filter(([other]) => other !== name), [name, values.join(', ')]]
  return next
}

function isValue(code: Code, at: number): boolean {
  const { kind, text } = code.tokens[at]!
  return kind === 'name' || kind === 'quoted name' || kind === 'string' || kind === 'number' || /^[-+]$/.test(text)
}

function settingValue(code: Code, from: number, to: number): string {
  const token = code.tokens[from]!
  if (token.kind === 'number' || token.kind === 'operator') return tightSql(code, from, to)
  return plainSetting(token.value)
}

/** A value of a setting: without quotes where it is a plain word or a number. */
export function plainSetting(value: string): string {
  if (/^-?\d+(\.\d+)?$/.test(value) || sqlName(value) === value) return value
  return `'${value.replaceAll("'", "''")}'`
}
