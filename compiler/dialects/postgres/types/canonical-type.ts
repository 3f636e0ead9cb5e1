import type { Type } from '../../../schema/type.ts'
import { spell } from '../types.ts'
import { readTypeText, writeTypeText } from './type-text.ts'

/** The type as the catalog shows it, as a raw type; an enum, or an array of one, stays what it is. */
export function canonicalType(type: Type): Type {
  if (type.kind === 'enum' || (type.kind === 'array' && type.of.kind === 'enum')) return type
  return { kind: 'raw', sql: canonicalText(type) }
}

/** The spelling that format_type prints, as far as it is certain; else the text with single spaces. */
export function canonicalText(type: Type): string {
  const spelled = spell(type) ?? (type.kind === 'builtin' ? type.name : '')
  const read = readTypeText(spelled)
  return read === undefined ? spelled.replace(/\s+/g, ' ') : writeTypeText(read)
}
