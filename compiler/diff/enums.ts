import { nameText } from '../schema/name.ts'
import type { Enum } from '../schema/objects.ts'
import type { Schema } from '../schema/schema.ts'
import { sameEnum } from '../steps/same.ts'
import type { AlterEnum, Step } from '../steps/step.ts'
import { applicableRenames } from './applicable.ts'
import { compareMaps } from './compare.ts'
import type { HintIndex } from './hint-index.ts'

/** Enums that come, go or change their values. */
export function diffEnums(before: Schema, after: Schema, hints: HintIndex): readonly Step[] {
  return compareMaps(before.enums, after.enums, sameEnum, {
    added: object => [{ kind: 'create enum', enum: object }],
    dropped: object => [{ kind: 'drop enum', enum: object }],
    changed: (from, to) => [alterEnum(from, to, hints)],
  })
}

function alterEnum(from: Enum, to: Enum, hints: HintIndex): AlterEnum {
  const key = nameText(to.name)
  const had = new Set(from.values)
  const wants = new Set(to.values)
  const renames = applicableRenames(
    hints.renames('enum value', key),
    value => had.has(value),
    value => wants.has(value),
    new Set(),
  )
  const renamed = new Set(renames.map(pair => pair.from))
  const moves = hints
    .moves(key)
    .filter(hint => hint.to !== undefined && had.has(hint.value) && !wants.has(hint.value) && !renamed.has(hint.value))
    .map(hint => ({ value: hint.value, to: hint.to! }))
  return { kind: 'alter enum', from, to, renames, moves }
}
