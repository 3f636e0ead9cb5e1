import type { Draft, Schema } from '../../../compiler/schema/schema.ts'
import type { Tape } from '../tape.ts'
import { divided } from './divided.ts'
import { domains } from './domains.ts'
import { heirs } from './heirs.ts'
import { identities } from './identities.ts'
import { keys } from './keys.ts'
import type { Notes } from './notes.ts'
import { privileges } from './privileges.ts'
import type { Rarity } from './rarity.ts'
import { schemas } from './schemas.ts'
import { states } from './states.ts'
import { storage } from './storage.ts'
import { things } from './things.ts'
import { viewHeads } from './view-heads.ts'

const RARITIES: readonly Rarity[] = [
  divided,
  divided,
  heirs,
  storage,
  identities,
  states,
  viewHeads,
  things,
  privileges,
  schemas,
  domains,
  keys,
]

/** One of the things that few schemas hold. */
export function addRarity(draft: Draft, tape: Tape, before?: Schema): void {
  tape.pick(RARITIES).add(draft, tape, before)
}

/** A change of one that is there. */
export function changeRarity(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const there = RARITIES.filter(({ isIn }) => isIn(draft))
  if (there.length > 0) tape.pick(tape.pick(there).edits)(draft, tape, notes, before)
}
