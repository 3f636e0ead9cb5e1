import type { Value } from '../schema/value.ts'
import type { ConvertHint, DropHint, HintedKind, Hints, MoveHint, RenameHint } from './hints.ts'

/** Hints by the place they speak of, so that no object has to look at all of them. */
export interface HintIndex {
  readonly renames: (kind: HintedKind, place: string | undefined) => readonly RenameHint[]
  readonly moves: (enumKey: string) => readonly MoveHint[]
  /** The value for rows that are there; `down` asks for the one that a dropped column gets when it comes back. */
  readonly fill: (table: string, column: string, down: boolean) => Value | undefined
  readonly convert: (table: string, column: string) => ConvertHint | undefined
  readonly drop: (kind: DropHint['kind'], place: string | undefined, name: string) => DropHint | undefined
}

/** Reads all hints once. */
export function indexHints(hints: Hints): HintIndex {
  const renames = grouped(hints.renames, hint => key(hint.kind, hint.in))
  const moves = grouped(hints.moves, hint => hint.in)
  const fills = grouped(hints.fills, hint => key(hint.in, hint.column, hint.down))
  const converts = grouped(hints.converts, hint => key(hint.in, hint.column))
  const drops = grouped(hints.drops, hint => key(hint.kind, hint.in, hint.name))
  return {
    renames: (kind, place) => renames.get(key(kind, place)) ?? [],
    moves: enumKey => moves.get(enumKey) ?? [],
    fill: (table, column, down) => fills.get(key(table, column, down || undefined))?.[0]?.value,
    convert: (table, column) => converts.get(key(table, column))?.[0],
    drop: (kind, place, name) => drops.get(key(kind, place, name))?.[0],
  }
}

function key(...parts: readonly (string | boolean | undefined)[]): string {
  return JSON.stringify(parts.map(part => part ?? null))
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(items, keyOf)
}
