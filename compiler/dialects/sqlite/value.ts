import type { Type } from '../../schema/type.ts'
import type { Call, Value } from '../../schema/value.ts'
import { jsonOfArrayLiteral } from './array-literal.ts'
import { inParentheses, quoteString } from './quote.ts'
import { readDefault } from './read-default.ts'
import { sqliteSql } from './sqlite-sql.ts'

/** A random uuid of version 4 (RFC 9562): SQLite has no function for it. */
const UUID =
  "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || " +
  "substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"

const CALLS: Readonly<Record<Call['name'], string>> = {
  now: 'current_timestamp',
  today: 'current_date',
  uuid: UUID,
}

/** A value in the form in which SQLite holds it: a string, a number or SQL; undefined for null and for SQL of others only. */
export function projectValue(value: Value | undefined, type: Type | undefined): Value | undefined {
  switch (value?.kind) {
    case undefined:
    case 'null':
      return undefined
    case 'string':
      return type?.kind === 'array' ? { kind: 'string', value: jsonOfArrayLiteral(value.value, type.of) } : value
    case 'number':
      return value
    case 'bool':
      return { kind: 'number', text: value.value ? '1' : '0' }
    case 'enum value':
      return { kind: 'string', value: value.value }
    case 'call':
      return { kind: 'sql', sql: { all: CALLS[value.name] } }
    case 'sql': {
      const text = sqliteSql(value.sql)
      return text === undefined ? undefined : readDefault(text)
    }
  }
}

/** A projected value as an expression. */
export function valueSql(value: Value | undefined): string {
  switch (value?.kind) {
    case 'string':
      return quoteString(value.value)
    case 'number':
      return value.text
    case 'sql': {
      const text = value.sql.all ?? 'null'
      return isBareWord(text) ? text : inParentheses(text)
    }
    default:
      return 'null'
  }
}

/** The words that a DEFAULT clause takes without parentheses (lang_createtable.html, section 3.2). */
function isBareWord(sql: string): boolean {
  return /^current_(timestamp|date|time)$/.test(sql)
}
