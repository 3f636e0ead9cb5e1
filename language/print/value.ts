import type { Value } from '../../compiler/schema/value.ts'
import { writeString } from '../literals/string-literal.ts'
import { VALUE_WORDS, writeName } from './name.ts'
import { writeSql } from './parts.ts'

/** A default or a backfill as text. */
export function writeValue(value: Value, indent: string): string {
  switch (value.kind) {
    case 'string':
      return writeString(value.value)
    case 'number':
      return value.text
    case 'bool':
      return String(value.value)
    case 'null':
      return 'null'
    case 'enum value':
      return writeName(value.value, VALUE_WORDS)
    case 'call':
      return `${value.name}()`
    case 'sql':
      return writeSql(value.sql, indent)
  }
}
