import { type Code, isName, isSign, wordAt } from './code.ts'
import type { SqlToken } from './tokens.ts'

/**
 * The names in a text that are called without a schema, `name(…)`; `code` is an expression, a statement, or the body of a function
 * in SQL or PL/pgSQL. A name that may be anything else, a type or an alias with its columns, is left out.
 */
export function functionCalls(code: Code): readonly SqlToken[] {
  const found: SqlToken[] = []
  let after: ReadonlySet<string> | undefined
  let cursors: ReadonlySet<string> | undefined
  for (let at = 0; at + 1 < code.tokens.length; at++) {
    if (!isName(code, at) || !isSign(code, at + 1, '(')) continue
    after ??= wordsBefore(code)
    cursors ??= cursorsOf(code)
    const token = code.tokens[at]!
    if (canCallAfter(code, at - 1, after) && !namesColumns(code, at + 1) && !cursors.has(token.value)) found.push(token)
  }
  return found
}

function canCallAfter(code: Code, at: number, words: ReadonlySet<string>): boolean {
  const before = code.tokens[at]
  if (before === undefined) return true
  if (before.kind === 'name') return words.has(before.value)
  if (before.kind === 'operator') return before.text !== '::'
  return before.kind === 'punctuation' && [',', '(', '[', ':', '='].includes(before.text)
}

/** `name (…) as (select …)`: a query that has a name, whose columns stand in the brackets. */
function namesColumns(code: Code, open: number): boolean {
  let at = code.closes[open]! + 1
  if (at <= 0 || wordAt(code, at) !== 'as') return false
  at++
  if (wordAt(code, at) === 'not') at++
  if (wordAt(code, at) === 'materialized') return true
  return isSign(code, at, '(') && (QUERIES.has(wordAt(code, at + 1)) || isSign(code, at + 1, '('))
}

const QUERIES: ReadonlySet<string> = new Set([
  'select',
  'with',
  'values',
  'insert',
  'update',
  'delete',
  'merge',
  'table',
])

/** `name cursor (…) for`: the manual, Declaring Cursor Variables. */
function cursorsOf({ tokens }: Code): ReadonlySet<string> {
  return new Set(
    tokens.flatMap(({ value }, at) => {
      const next = tokens[at + 1]?.value
      return next === 'cursor' || next === 'scroll' || next === 'no' || next === 'refcursor' ? value : []
    }),
  )
}

/** The words that an expression may follow. Behind `on` stands a table where an index is made. */
function wordsBefore({ tokens }: Code): ReadonlySet<string> {
  return tokens.some(({ value }) => DEFINES.has(value)) ? WITHOUT_ON : BEFORE
}

const DEFINES: ReadonlySet<string> = new Set(['create', 'alter', 'comment', 'grant', 'revoke'])

const BEFORE: ReadonlySet<string> = new Set(
  `select distinct all where and or not on when then else case having by limit offset from join lateral in like ilike
  between to escape return perform call execute if elsif elseif while assert array default match glob regexp zone
  placing for leading trailing both next reverse is`.split(/\s+/),
)
const WITHOUT_ON: ReadonlySet<string> = new Set([...BEFORE].filter(word => word !== 'on'))
