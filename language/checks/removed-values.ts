import type { MoveHint } from '../../compiler/diff/hints.ts'
import type { Subject } from './subject.ts'

const byEnum = new WeakMap<Subject, ReadonlyMap<string, readonly MoveHint[]>>()

/** The values that the text says are removed from an enum. */
export function removedFrom(subject: Subject, key: string): readonly MoveHint[] {
  let known = byEnum.get(subject)
  if (known === undefined) {
    known = Map.groupBy(subject.hints.moves, move => move.in)
    byEnum.set(subject, known)
  }
  return known.get(key) ?? []
}

/** Whether a value is removed from an enum. */
export function isRemoved(subject: Subject, key: string, value: string): boolean {
  return removedFrom(subject, key).some(move => move.value === value)
}
