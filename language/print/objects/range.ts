import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { RangeObject } from '../../../compiler/schema/objects/range.ts'
import { familyWords } from '../option-words.ts'
import { writeTypes } from '../type.ts'

/** A range, without its comment. */
export function writeRange(range: RangeObject): string {
  const { name, subtype, opclass, collation, canonical, diff, multirange } = range
  const words = [`range ${nameText(name)} =`, writeTypes(subtype, '')]
  if (opclass !== undefined) words.push(`subtype_opclass ${opclass}`)
  if (collation !== undefined) words.push(`collation ${collation}`)
  if (canonical !== undefined) words.push(`canonical ${canonical}`)
  if (diff !== undefined) words.push(`subtype_diff ${diff}`)
  if (multirange !== undefined) words.push(`multirange_type_name ${quoteName(multirange)}`)
  return [...words, ...familyWords(range)].join(' ')
}
