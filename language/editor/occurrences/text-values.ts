import type { EnumDeclaration } from '../../generated/ast.ts'
import type { Known } from './known-names.ts'
import { memberKey } from './member-key.ts'
import type { NameCollector } from './name-collector.ts'

/** A string in single quotes that can hold values of an enum. */
export interface TextOfValues {
  readonly text: string
  readonly value: string
  /** Where a letter of the text begins in the file. */
  readonly placeOf: (offset: number) => number
  /** Where the letter before an offset of the text ends in the file. */
  readonly endOf: (offset: number) => number
}

/** The value that a string is, or the values that it holds when it writes an array. */
export function addTextValues(literal: TextOfValues, type: Known<EnumDeclaration>, collector: NameCollector): void {
  const { text, value, placeOf, endOf } = literal
  const values = collector.names.valuesOf(type.node)
  const add = (start: number, end: number, name: string) => {
    if (!values.has(name)) return
    collector.occurrences.push({
      start: placeOf(start),
      end: endOf(end),
      kind: 'enum value',
      key: memberKey(type.key, name),
      name,
      role: 'reference',
      writing: 'sql string',
    })
  }
  if (values.has(value)) {
    if (/^(?:'|[eE]')/.test(text)) add(0, text.length, value)
  } else if (text.startsWith("'") && /^\{.*\}$/s.test(value)) eachMember(text, MEMBERS, unquoteMember, add)
  else if (text.startsWith("'") && /^\[.*\]$/s.test(value)) eachMember(text, TEXTS, readText, add)
}

const MEMBERS = /"(?:[^"\\]|\\.)*"|[^{},"\s](?:[^{},"]*[^{},"\s])?/g
const TEXTS = /"(?:[^"\\]|\\.)*"/g

function eachMember(
  text: string,
  pattern: RegExp,
  read: (text: string) => string,
  add: (start: number, end: number, name: string) => void,
): void {
  for (const { 0: member, index } of text.slice(1, -1).matchAll(pattern))
    add(index + 1, index + 1 + member.length, read(member.replaceAll("''", "'")))
}

function unquoteMember(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text
}

function readText(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return ''
  }
}
