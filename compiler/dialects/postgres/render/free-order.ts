import { byteLength } from '../../../schema/made-name.ts'

/** What is renamed within one place. */
type Pair = { readonly from: string; readonly to: string }

const PARKED = '__mig_'

/** Renames one after the other, each to a name that is free by then; in a circle the first one waits under a name of its own. */
export function freeOrder(renames: readonly Pair[]): readonly Pair[] {
  const waiting = new Map(renames.map(pair => [pair.from, pair.to]))
  const ordered: Pair[] = []
  while (waiting.size > 0) {
    const free = [...waiting].find(([, to]) => !waiting.has(to))
    const [from, to] = free ?? [...waiting][0]!
    waiting.delete(from)
    if (free === undefined) {
      const parked = parkedName(from)
      ordered.push({ from, to: parked })
      waiting.set(parked, to)
    } else ordered.push({ from, to })
  }
  return ordered
}

function parkedName(name: string): string {
  let kept = name
  while (byteLength(PARKED + kept) > 63) kept = kept.slice(0, -1)
  return PARKED + kept
}
