import { type AggregateOptions, SUPPORT_FUNCTIONS, type SupportFunction } from '../../schema/objects/aggregate.ts'
import type { Argument } from '../../schema/objects/routine.ts'
import { after, type Code, hasWords, isName, isSign, readCode, sliceOf, wordAt } from '../code.ts'
import { pathAt } from '../path-at.ts'
import { plainTypeOf } from '../routine/plain-type.ts'
import { argumentsIn } from '../routine/read-arguments.ts'
import { afterType } from '../type-name.ts'

/** The arguments of an aggregate; `direct` where `order by` stands among them. */
export interface ReadAggregateArguments {
  readonly arguments: readonly (Argument | undefined)[]
  readonly direct?: number
}

/** Reads `text`, `double precision order by anyelement`; `*` stands for none (the manual, CREATE AGGREGATE). */
export function readAggregateArguments(text: string): ReadAggregateArguments {
  const code = readCode(text)
  const to = code.tokens.length
  if (to === 1 && isSign(code, 0, '*')) return { arguments: [] }
  let order = to
  for (let at = 0; at < to && order === to; at = after(code, at, to)) if (hasWords(code, at, 'order', 'by')) order = at
  const direct = argumentsIn(code, 0, order)
  if (order === to) return { arguments: direct }
  const ordered = argumentsIn(code, order + 2, to)
  const isShared = direct.at(-1)?.mode === 'variadic'
  return { arguments: isShared ? direct : [...direct, ...ordered], direct: direct.length }
}

/** What stands behind the arguments, and the words of it that mean nothing there. */
export interface ReadAggregate {
  readonly options: AggregateOptions
  readonly unknown: readonly string[]
}

type Draft = { -readonly [K in keyof AggregateOptions]: AggregateOptions[K] }

const FUNCTIONS: ReadonlySet<string> = new Set(SUPPORT_FUNCTIONS)
const FLAGS: ReadonlySet<string> = new Set(['finalfunc_extra', 'mfinalfunc_extra', 'hypothetical'])
const MODIFIES: ReadonlySet<string> = new Set(['read_only', 'shareable', 'read_write'])

/** Reads `sfunc add_text stype text initcond ''`, in any order. */
export function readAggregate(text: string): ReadAggregate {
  const code = readCode(text)
  const draft: Draft = {}
  const unknown: string[] = []
  for (let at = 0; at < code.tokens.length; ) {
    const next = readOne(code, at, draft)
    if (next === undefined) unknown.push(code.tokens[at]!.text)
    at = next ?? at + 1
  }
  return { options: draft, unknown }
}

function readOne(code: Code, at: number, draft: Draft): number | undefined {
  const to = code.tokens.length
  const word = wordAt(code, at)
  const value = code.tokens[at + 1]
  if (FLAGS.has(word)) {
    draft[word as 'hypothetical'] = true
    return at + 1
  }
  if (value === undefined) return undefined
  if (FUNCTIONS.has(word)) {
    if (!isName(code, at + 1)) return undefined
    const path = pathAt(code, at + 1, to)
    const [schema, name] = [path.at(-2), path.at(-1)!].map(one =>
      one === undefined ? undefined : code.tokens[one]!.value,
    )
    draft[word as SupportFunction] = schema === undefined ? { name: name! } : { schema, name: name! }
    return at + path.length * 2
  }
  switch (word) {
    case 'stype':
    case 'mstype': {
      const end = afterType(code, at + 1, to)
      if (end <= at + 1 || !isName(code, at + 1)) return undefined
      draft[word] = plainTypeOf(code, at + 1, end)
      return end
    }
    case 'sspace':
    case 'msspace':
      if (value.kind !== 'number') return undefined
      draft[word] = value.text
      return at + 2
    case 'initcond':
    case 'minitcond':
      if (value.kind !== 'string' && value.kind !== 'number') return undefined
      draft[word] = value.kind === 'string' ? value.value : value.text
      return at + 2
    case 'finalfunc_modify':
    case 'mfinalfunc_modify':
      if (!MODIFIES.has(wordAt(code, at + 1))) return undefined
      draft[word] = wordAt(code, at + 1) as 'read_only'
      return at + 2
    case 'parallel':
      if (!['safe', 'restricted', 'unsafe'].includes(wordAt(code, at + 1))) return undefined
      if (wordAt(code, at + 1) === 'unsafe') delete draft.parallel
      else draft.parallel = wordAt(code, at + 1) as 'safe'
      return at + 2
    case 'sortop':
      return readOperator(code, at + 1, draft)
    default:
      return undefined
  }
}

/** `<`, `shop.<`, `operator(shop.<)`; what is Postgres' own needs no schema. */
function readOperator(code: Code, at: number, draft: Draft): number | undefined {
  if (wordAt(code, at) === 'operator' && isSign(code, at + 1, '(')) {
    const close = Math.min(code.closes[at + 1]!, code.tokens.length)
    const end = readOperator(code, at + 2, draft)
    return end === close ? close + 1 : undefined
  }
  let sign = at
  while (isName(code, sign) && isSign(code, sign + 1, '.')) sign += 2
  if (code.tokens[sign]?.kind !== 'operator') return undefined
  let end = sign + 1
  while (code.tokens[end]?.kind === 'operator' && code.tokens[end]!.start === code.tokens[end - 1]!.end) end++
  const text = sliceOf(code, at, end)
  draft.sortop = text.replace(/^pg_catalog\./, '')
  return end
}
