import { nameText } from '../schema/name.ts'
import type { Enum } from '../schema/objects.ts'
import type { Schema } from '../schema/schema.ts'
import { sameEnum } from '../steps/same.ts'
import type { AlterEnum, Step } from '../steps/step.ts'
import { applicableRenames, type Spent } from './applicable.ts'
import { compareMaps } from './compare.ts'
import type { HintIndex } from './hint-index.ts'

/** Enums that come, go or change their values. */
export function diffEnums(before: Schema, after: Schema, hints: HintIndex, spent: Spent): readonly Step[] {
  const same = (from: Enum, to: Enum) => sameEnum(from, to) && renamesOf(from, to, hints, spent).length === 0
  return compareMaps(before.enums, after.enums, same, {
    added: object => [{ kind: 'create enum', enum: object }],
    dropped: object => [{ kind: 'drop enum', enum: object }],
    changed: (from, to) => [alterEnum(from, to, hints, spent)],
  })
}

/** Values that change places leave the enum the same, so `spent` tells whether a revision has done it. */
function renamesOf(from: Enum, to: Enum, hints: HintIndex, spent: Spent): AlterEnum['renames'] {
  const hinted = hints.renames('enum value', nameText(to.name))
  if (hinted.length === 0) return []
  const had = new Set(from.values)
  const wants = new Set(to.values)
  return applicableRenames(
    hinted,
    value => had.has(value),
    value => wants.has(value),
    spent,
  )
}

function alterEnum(from: Enum, to: Enum, hints: HintIndex, spent: Spent): AlterEnum {
  const key = nameText(to.name)
  const had = new Set(from.values)
  const wants = new Set(to.values)
  const renames = renamesOf(from, to, hints, spent)
  const renamed = new Set(renames.map(pair => pair.from))
  const moves = hints
    .moves(key)
    .filter(hint => hint.to !== undefined && had.has(hint.value) && !wants.has(hint.value) && !renamed.has(hint.value))
    .map(hint => ({ value: hint.value, to: hint.to! }))
  return { kind: 'alter enum', from, to, renames, moves }
}
