import type { HintedKind, RenameHint } from './hints.ts'
import type { NamePair } from './sequence.ts'

/** What the history knows that two schemas cannot tell: the renames in cycles that were made already, by `spentKey`. */
export type Spent = ReadonlySet<string>

/** The memory of a rename in a cycle that a revision has made already. */
export function spentKey(hint: {
  readonly kind: HintedKind
  readonly in?: string
  readonly from: string
  readonly to: string
}): string {
  return JSON.stringify([hint.kind, hint.in ?? null, hint.from, hint.to])
}

/**
 * Of the hints for one kind in one place, the renames that apply: the old name was there, the new one is wanted, and the new one
 * was not there, unless what had it is renamed too. A hint whose work is done does nothing. Two names that changed
 * places look the same before and after, so for a cycle `spent` tells whether a revision has done it.
 */
export function applicableRenames(
  hinted: readonly RenameHint[],
  had: (name: string) => boolean,
  wants: (name: string) => boolean,
  spent: Spent,
): readonly NamePair[] {
  let pairs = hinted.filter(hint => hint.from !== hint.to && had(hint.from) && wants(hint.to))
  pairs = firstOfEach(pairs, hint => hint.from)
  pairs = firstOfEach(pairs, hint => hint.to)
  for (;;) {
    const leaving = new Map(pairs.map(hint => [hint.from, hint]))
    const kept = pairs.filter(hint => {
      if (inCycle(hint, leaving)) return !spent.has(spentKey(hint))
      return !had(hint.to) || leaving.has(hint.to)
    })
    if (kept.length === pairs.length) return pairs.map(({ from, to }) => ({ from, to }))
    pairs = kept
  }
}

function firstOfEach(hints: readonly RenameHint[], key: (hint: RenameHint) => string): RenameHint[] {
  const seen = new Set<string>()
  return hints.filter(hint => {
    if (seen.has(key(hint))) return false
    seen.add(key(hint))
    return true
  })
}

function inCycle(start: RenameHint, leaving: ReadonlyMap<string, RenameHint>): boolean {
  let at = leaving.get(start.to)
  for (let steps = 0; at !== undefined && steps <= leaving.size; steps++) {
    if (at === start) return true
    at = leaving.get(at.to)
  }
  return false
}
