import type { QName } from '../schema/name.ts'
import type { Edit } from './edits.ts'
import { castLiterals, literalsBeside } from './literals.ts'
import type { Reading } from './read-statement.ts'
import { meansName } from './same-relation.ts'
import type { SqlToken } from './tokens.ts'

/** The edits that rename an enum value in the strings that stand beside its columns, cast or not as `throughCasts` says, or are cast to its type. */
export function literalEdits(
  reading: Reading,
  isOfEnum: (column: string) => boolean,
  from: string,
  to: string,
  type: QName | undefined,
  throughCasts: boolean,
): readonly Edit[] {
  const { code } = reading
  const found = new Set<number>()
  const beside = literalsBeside(code, throughCasts)
  for (const mention of reading.columns) {
    const token = code.tokens[mention.path.at(-1)!]!
    if (mention.star || !(isOfEnum(token.value) || (token.kind === 'name' && isOfEnum(token.text)))) continue
    for (const literal of beside(mention)) found.add(literal)
  }
  if (type !== undefined) {
    for (const cast of castLiterals(code)) if (isType(cast.type, type)) found.add(cast.at)
  }
  return [...found].flatMap(at => {
    const { start, end } = code.tokens[at]!
    const text = renamedLiteral(code.tokens[at]!, from, to)
    return text === undefined ? [] : [{ start, end, text }]
  })
}

function isType(used: QName, type: QName): boolean {
  if (!meansName(used.name, type.name)) return false
  return used.schema === undefined || type.schema === undefined || meansName(used.schema, type.schema)
}

/** The string with a value renamed that it is, or that is among the members of an array that it writes. */
export function renamedLiteral({ value, text }: SqlToken, from: string, to: string): string | undefined {
  if (value === from && isPlain(text)) return quoted(to)
  const members = value.startsWith('{') ? renamedMembers(value, from, to) : value
  return members === value ? undefined : quoted(members)
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** Bits and bytes hold no text. */
function isPlain(text: string): boolean {
  return !/^[xXbB]'/.test(text)
}

/** `{a,b}`, the text of an array, as long as no member of it is in quotes. */
function renamedMembers(value: string, from: string, to: string): string {
  if (!/^\{[^"{}\\]*\}$/.test(value)) return value
  const member = /^[A-Za-z0-9_-]+$/.test(to) ? to : `"${to.replace(/["\\]/g, '\\$&')}"`
  const members = value.slice(1, -1).split(',')
  return members.some(one => one.trim() === from)
    ? `{${members.map(one => (one.trim() === from ? member : one)).join(',')}}`
    : value
}
