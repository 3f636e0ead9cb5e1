import type { QName } from '../../schema/name.ts'
import { splitList } from '../clauses.ts'
import { type Code, isSign, readCode, wordAt } from '../code.ts'
import { isStatement, type Reading, readExpression, readStatement } from '../read-statement.ts'

/** The names that a piece of SQL uses, as they stand in it; unquoted letters are folded. */
export interface SqlNames {
  readonly relations: readonly QName[]
  /** `given`: with how many arguments each is called. */
  readonly routines: readonly (QName & { readonly given?: number })[]
  readonly types: readonly QName[]
  readonly columns: readonly string[]
}

/** The names that an expression, a query, a trigger's text or the body of a function in SQL uses. */
export function namesInSql(text: string): SqlNames {
  const { code, relations, functions, types, columns } = readBody(text)
  const nameOf = (path: readonly number[]): QName => {
    const [schema, name] = [path.at(-2), path.at(-1)!].map(at =>
      at === undefined ? undefined : code.tokens[at]!.value,
    )
    return schema === undefined ? { name: name! } : { schema, name: name! }
  }
  return {
    relations: relations.map(({ path }) => nameOf(path)),
    routines: functions.map(path => ({ ...nameOf(path), ...givenTo(code, path) })),
    types: [...new Set(types)].map(nameOf),
    columns: columns.filter(one => !one.star).map(({ path }) => code.tokens[path.at(-1)!]!.value),
  }
}

/** The function of a trigger is declared without arguments, whatever stands behind its name there. */
function givenTo(code: Code, path: readonly number[]): { readonly given?: number } {
  const open = path.at(-1)! + 1
  if (!isSign(code, open, '(')) return {}
  const executed = wordAt(code, path[0]! - 2) === 'execute'
  return { given: executed ? 0 : splitList(code, open + 1, Math.min(code.closes[open]!, code.tokens.length)).length }
}

/** Every name that stands anywhere in a text, and in the strings of it: what a body in another language may mean. */
export function wordsIn(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const [word] of text.matchAll(/[\p{L}_][\p{L}\p{N}_$]*/gu)) words.add(word.toLowerCase())
  for (const [, word] of text.matchAll(/"((?:[^"]|"")+)"/g)) words.add(word!.replaceAll('""', '"'))
  return words
}

/** Whether the body of a function is one that Postgres takes apart when it is made: `begin atomic …`, `return …`. */
export function isParsedBody(text: string): boolean {
  const code = readCode(text)
  const word = wordAt(code, 0)
  return word === 'return' || (word === 'begin' && wordAt(code, 1) === 'atomic')
}

/** Reads SQL of any of these forms; `begin atomic` and `return` are passed over in place, so that offsets stay. */
export function readBody(text: string, table?: QName): Reading {
  if (isParsedBody(text)) {
    const blank = (part: string) => part.replace(/\S/g, ' ')
    const isExpression = /^\s*return\b/i.test(text)
    const inside = text.replace(/^\s*(?:begin\s+atomic|return)\b/i, blank)
    if (isExpression) return readExpression(inside, table)
    return readStatement(inside.replace(/\bend\s*;?\s*$/i, blank), table)
  }
  return isStatement(text) ? readStatement(text, table) : readExpression(text, table)
}

/** A body with what stands in `begin atomic … end` or after `return` changed, as a text of its own. */
export function mapBody(text: string, change: (sql: string) => string): string {
  if (!isParsedBody(text)) return change(text)
  const head = /^\s*(?:begin\s+atomic|return)\b/i.exec(text)![0]
  const tail = /^\s*begin/i.test(text) ? (/\bend\s*;?\s*$/i.exec(text)?.[0] ?? '') : ''
  return head + change(text.slice(head.length, text.length - tail.length)) + tail
}
