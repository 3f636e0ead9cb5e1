import { columnUses } from '../../compiler/sql/expression-names.ts'
import { readTokens, type SqlToken } from '../../compiler/sql/tokens.ts'
import type { Random } from './random.ts'
import { regexSample } from './regex-sample.ts'

/** What a condition says of the values that it lets pass: the constants in it, and texts that its patterns match. */
export interface CheckHints {
  /** The columns that it uses, as it names them; unquoted ones in lower case. */
  readonly columns: readonly string[]
  readonly texts: readonly string[]
  readonly numbers: readonly number[]
  /** Whether a number in it may be a length. */
  readonly lengths: boolean
}

const REGEX: ReadonlySet<string> = new Set(['~', '~*', '!~', '!~*', 'similar', 'regexp', 'regexp_like', 'regexp_match'])
const SAMPLES = 16

/** Reads the constants of a condition over the rows of one table: `x in ('a', 'b')`, `x > 0`, `x ~ '^[0-9]+$'`. */
export function checkHints(sql: string, random: Random): CheckHints {
  const tokens = readTokens(sql).filter(token => token.kind !== 'comment')
  const texts: string[] = []
  const numbers: number[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'string') texts.push(...textsOf(token, patternWord(tokens, at), random))
    if (token.kind === 'number') numbers.push(Number(token.text) * (isNegative(tokens, at) ? -1 : 1))
  }
  const lengths = tokens.some(token => /^(\w*length|cardinality|array_upper)$/.test(token.value))
  return {
    columns: [...new Set(columnUses(sql).map(use => use.name))],
    texts: [...new Set(texts)],
    numbers: [...new Set(numbers.filter(Number.isFinite))],
    lengths,
  }
}

function textsOf(token: SqlToken, word: string, random: Random): readonly string[] {
  const { value } = token
  const sample = (pattern: string) => Array.from({ length: SAMPLES }, () => regexSample(pattern, random))
  if (REGEX.has(word)) return sample(word === 'similar' ? value.replaceAll('%', '.*').replaceAll('_', '.') : value)
  if (/^(i?like|!?~~\*?)$/.test(word)) return sample(likeToRegex(value))
  if (word === 'glob') return sample(globToRegex(value))
  return [value]
}

/** The operator or function before a constant, brackets passed over: `x ~ ('…')`, `regexp_like(x, '…')`. */
function patternWord(tokens: readonly SqlToken[], at: number): string {
  for (let before = at - 1; before >= 0 && before > at - 7; before--) {
    const { kind, text, value } = tokens[before]!
    if (kind === 'operator') return text
    if (kind === 'name' && /^(i?like|similar|glob|regexp\w*)$/.test(value)) return value
    if (kind === 'name' && /^(and|or|not|in|between)$/.test(value)) return ''
  }
  return ''
}

function isNegative(tokens: readonly SqlToken[], at: number): boolean {
  const before = tokens[at - 2]
  return (
    tokens[at - 1]?.text === '-' && (before === undefined || before.kind === 'operator' || /^[(,]$/.test(before.text))
  )
}

/** A backslash before a sign makes it a plain one (Pattern Matching, LIKE). */
function likeToRegex(pattern: string): string {
  return pattern.replace(/\\(.)|([.*+?^${}()|[\]\\])|%|_/gs, (sign, plain, special) => {
    if (sign === '%') return '[a-z]*'
    if (sign === '_') return '[a-z0-9]'
    return (plain ?? special).replace(/[^\w\s]/, '\\$&')
  })
}

function globToRegex(pattern: string): string {
  return pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '[a-z0-9]*')
    .replaceAll('?', '[a-z0-9]')
}
