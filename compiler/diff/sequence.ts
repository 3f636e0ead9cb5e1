import { byteLength } from '../schema/made-name.ts'

/** One name that becomes another within one name space. */
export interface NamePair {
  readonly from: string
  readonly to: string
}

/**
 * The order in which names can be changed one after the other: a name is taken only when it is free, so a chain
 * starts at its free end and a cycle goes through a temporary name.
 */
export function sequenceRenames(pairs: readonly NamePair[]): readonly NamePair[] {
  const waiting = new Map(pairs.map(pair => [pair.from, pair.to]))
  const result: NamePair[] = []
  const isFree = (name: string) => !waiting.has(name)
  const takeFree = () => {
    const queue = [...waiting].filter(([, to]) => isFree(to)).map(([from]) => from)
    for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
      const to = waiting.get(from)
      if (to === undefined || !isFree(to)) continue
      result.push({ from, to })
      waiting.delete(from)
      for (const [other, target] of waiting) if (target === from) queue.push(other)
    }
  }
  takeFree()
  while (waiting.size > 0) {
    const [from, to] = waiting.entries().next().value!
    const aside = temporaryName(from)
    result.push({ from, to: aside })
    waiting.delete(from)
    waiting.set(aside, to)
    takeFree()
  }
  return result
}

const PREFIX = '__mig_'

/** The name under which an object waits while two names change places. */
export function temporaryName(name: string): string {
  let kept = name
  while (byteLength(PREFIX + kept) > 63) kept = kept.slice(0, -1)
  return PREFIX + kept
}

/** Whether a step's name is one of those. */
export function isTemporaryName(name: string): boolean {
  return name.startsWith(PREFIX)
}
