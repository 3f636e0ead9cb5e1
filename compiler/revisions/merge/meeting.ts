import type { Schema } from '../../schema/schema.ts'
import type { Conflict, ConflictKind, ConflictSide } from './conflict.ts'
import type { MergeRequest } from './request.ts'
import type { Side } from './side.ts'

/** Two revisions of different branches, and the schemas without them, after each of them alone, and after both. */
export interface Meeting {
  readonly request: MergeRequest
  readonly sides: readonly [Side, Side]
  readonly below: Schema
  readonly after: readonly [Schema, Schema]
  readonly both: Schema
}

/** A conflict between two sides, in whichever order they were found: `first` says whether `one` is the first side. */
export function conflictOf(
  kind: ConflictKind,
  object: string,
  one: ConflictSide,
  other: ConflictSide,
  first: boolean,
  message: string,
): Conflict {
  return { kind, object, sides: first ? [one, other] : [other, one], message }
}
