import { mentions } from '../../../sql/mentions.ts'
import { readTokens } from '../../../sql/tokens.ts'

/** Whether a name stands anywhere in SQL text, quoted or not; strings and comments do not count. */
export function mentionsName(sql: string, name: string): boolean {
  return (
    mentions(sql, name) &&
    readTokens(sql).some(token => (token.kind === 'name' || token.kind === 'quoted name') && token.value === name)
  )
}

/** Whether a string constant of that value stands in the text, alone or as an item of an array constant. */
export function mentionsValue(sql: string, value: string): boolean {
  return (
    (/['\\]/.test(value) || sql.includes(value)) &&
    readTokens(sql).some(token => token.kind === 'string' && holdsValue(token.value, value))
  )
}

function holdsValue(text: string, value: string): boolean {
  return text === value || (text.startsWith('{') && text.includes(value)) || holdsStatement(text, value)
}

/** The body of a function or a block is a string too. */
function holdsStatement(text: string, value: string): boolean {
  return text.includes(`'${value.replaceAll("'", "''")}'`)
}

/** Whether a type is named where a type can stand: `x::mood`, `cast(x as mood)`, `mood 'sad'`. */
export function mentionsType(sql: string, type: string): boolean {
  if (!mentions(sql, type)) return false
  const tokens = readTokens(sql).filter(token => token.kind !== 'comment')
  return tokens.some((token, at) => {
    if ((token.kind !== 'name' && token.kind !== 'quoted name') || token.value !== type) return false
    const first = tokens[at - 1]?.text === '.' ? at - 2 : at
    const before = tokens[first - 1]
    return before?.text === '::' || before?.value === 'as' || tokens[at + 1]?.kind === 'string'
  })
}
