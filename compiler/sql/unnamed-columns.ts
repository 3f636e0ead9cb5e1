import { readTokens } from './tokens.ts'

const BEFORE_STAR: ReadonlySet<string> = new Set(['.', ',', 'select', 'distinct', 'all', ')'])

/** Whether a query may read columns without naming them: `*`, `natural join`, `table t`. */
export function readsUnnamed(sql: string): boolean {
  const tokens = readTokens(sql).filter(token => token.kind !== 'comment')
  return tokens.some((token, at) => {
    if (token.kind === 'name') return token.value === 'natural' || token.value === 'table'
    const before = tokens[at - 1]
    return token.text === '*' && token.kind === 'operator' && before !== undefined && BEFORE_STAR.has(before.value)
  })
}
