import { isStatement, type Reading, readExpression, readStatement } from './read-statement.ts'
import type { SqlToken } from './tokens.ts'

/** A name that is used in SQL. Unquoted letters are folded to lower case. */
export interface NameUse {
  readonly name: string
  readonly qualifier?: string
  /** Where the name itself stands, without its qualifier. */
  readonly start: number
  readonly end: number
  /** True when the name can be nothing else. */
  readonly certain: boolean
  readonly quoted: boolean
}

/**
 * The columns that an expression over one table uses (a check, a generated column, an index key, a predicate), in the
 * order in which they stand. Names inside a query in the expression are not certain.
 */
export function columnUses(expression: string): readonly NameUse[] {
  const reading = readExpression(expression)
  return reading.columns
    .filter(mention => !mention.star)
    .map(mention => nameUse(reading, mention.path, mention.scope === reading.root && !mention.maybe))
    .sort((a, b) => a.start - b.start)
}

/** The functions that an expression or a statement calls. */
export function functionUses(text: string): readonly NameUse[] {
  const reading = isStatement(text) ? readStatement(text) : readExpression(text)
  return reading.functions.map(path => nameUse(reading, path, true)).sort((a, b) => a.start - b.start)
}

function nameUse(reading: Reading, path: readonly number[], certain: boolean): NameUse {
  const tokens: readonly SqlToken[] = reading.code.tokens
  const { value, start, end, kind } = tokens[path.at(-1)!]!
  const qualifier = path.length > 1 ? tokens[path.at(-2)!]!.value : undefined
  return {
    name: value,
    ...(qualifier !== undefined && { qualifier }),
    start,
    end,
    certain,
    quoted: kind === 'quoted name',
  }
}
