import type { HintedKind } from './hints.ts'
import type { NamePair } from './sequence.ts'

/** The renames of a kind in a place that apply, in the order in which they can be made. */
export type Pairs = (
  kind: HintedKind,
  place: string | undefined,
  had: (name: string) => boolean,
  wants: (name: string) => boolean,
) => readonly NamePair[]
