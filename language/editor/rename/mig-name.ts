import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import { quoteName } from '../../../compiler/schema/name.ts'
import { CONSTRAINT_WORDS, DIALECT_WORDS, ENTRY_WORDS, MEMBER_WORDS, VALUE_WORDS, writeName } from '../../print/name.ts'
import type { Occurrence } from '../occurrence.ts'

/** Whether names get quotes where they need them, or wherever they could. */
export type Quoting = 'where needed' | 'everywhere'

/** A new name as the language writes it in the place of an old one. */
export function migName(
  { kind, role }: Occurrence,
  name: string,
  isQualified: boolean,
  quoting: Quoting = 'where needed',
): string {
  if (quoting === 'everywhere') return `"${name.replaceAll('"', '""')}"`
  if (role === 'declaration') {
    if (kind === 'column') return writeName(name, MEMBER_WORDS)
    if (kind === 'enum value') return writeName(name, ENTRY_WORDS)
    if (kind === 'constraint') return writeName(name, CONSTRAINT_WORDS)
  } else if (kind === 'enum value') return writeName(name, VALUE_WORDS)
  else if ((kind === 'enum' || kind === 'type') && !isQualified) return writeName(name, TYPE_WORDS)
  return quoteName(name)
}

const TYPE_WORDS: ReadonlySet<string> = new Set([...BUILTIN_TYPES, ...DIALECT_WORDS])
