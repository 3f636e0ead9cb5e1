import { DIALECTS, forDialect, type Sql } from '../schema/dialect.ts'
import { type Code, isSign, readCode } from './code.ts'
import { isReservedInPostgres } from './reserved-words.ts'
import type { SqlToken } from './tokens.ts'

/** Words that Postgres reserves but lets name a function: it writes `"left"(x, 1)` where people write `left(x, 1)`. */
const FUNCTIONS = new Set(['left', 'right', 'like', 'ilike', 'similar', 'overlaps', 'current_schema'])

/**
 * The text with everything taken out that means nothing: layout, comments, letter case of unquoted names, needless
 * quotes, `!=` for `<>`, brackets around the whole, semicolons at its end. Strings stay as they are.
 */
export function normalSql(text: string): string {
  const code = readCode(text)
  const [from, to] = bare(code)
  let result = ''
  for (let at = from; at < to; at++) {
    const tight = at === from || isSign(code, at, '[') || isSign(code, at, ']') || isSign(code, at - 1, '[')
    result += (tight ? '' : ' ') + normalToken(code.tokens[at]!, code.tokens[at + 1])
  }
  return result
}

/** Whether two texts are the same SQL up to what `normalSql` takes out. */
export function sameSql(a: string, b: string): boolean {
  return a === b || normalSql(a) === normalSql(b)
}

/** Whether every dialect sees the same SQL. */
export function sameDialectSql(a?: Sql, b?: Sql): boolean {
  if (a === b) return true
  return DIALECTS.every(dialect => {
    const one = a && forDialect(a, dialect)
    const two = b && forDialect(b, dialect)
    return one === undefined || two === undefined ? one === two : sameSql(one, two)
  })
}

/** The range without semicolons at the end and brackets around the whole. */
function bare(code: Code): readonly [number, number] {
  let from = 0
  let to = code.tokens.length
  for (;;) {
    if (to > from && isSign(code, to - 1, ';')) to--
    else if (to - from > 1 && isSign(code, from, '(') && code.closes[from] === to - 1) {
      from++
      to--
    } else return [from, to]
  }
}

function normalToken(token: SqlToken, next: SqlToken | undefined): string {
  switch (token.kind) {
    case 'name':
      return token.value
    case 'quoted name':
      return quotedName(token.value, next?.text === '(')
    case 'string':
      return string(token)
    case 'number':
      return token.text.toLowerCase()
    default:
      return token.text === '!=' ? '<>' : token.text
  }
}

function quotedName(name: string, called: boolean): string {
  const plain = /^[a-z_][a-z0-9_$]*$/.test(name) && (!isReservedInPostgres(name) || (called && FUNCTIONS.has(name)))
  return plain ? name : `"${name.replaceAll('"', '""')}"`
}

function string(token: SqlToken): string {
  const prefix = token.text[0]!.toLowerCase()
  if (prefix === 'b' || prefix === 'x') return token.text.toLowerCase()
  return `'${token.value.replaceAll("'", "''")}'`
}
