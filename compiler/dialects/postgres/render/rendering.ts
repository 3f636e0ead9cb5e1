import type { QName } from '../../../schema/name.ts'
import type { Enum } from '../../../schema/objects.ts'
import { type Draft, draftOf, type Schema } from '../../../schema/schema.ts'
import type { Value } from '../../../schema/value.ts'
import type { AlterColumn, AlterEnum } from '../../../steps/step.ts'
import type { Statement } from '../../dialect.ts'
import type { Lookups } from './lookups.ts'

/** A statement on its way out. */
export interface Emitted extends Statement {
  /** The number of the run of steps between two pieces of hand-written SQL that it belongs to. */
  readonly segment: number
  readonly added?: AddedValue
}

/** What `alter type … add value` adds, and whether it could as well be the first thing of its segment. */
export interface AddedValue {
  readonly value: string
  /** The step that adds it; all of one step move together. */
  readonly group: AlterEnum
  readonly movable: boolean
}

/** A change that waits. `using` is the expression for its values where the enum has other ones by then. */
export interface LaterChange extends AlterColumn {
  readonly using?: string
}

/**
 * The work of `render`. `draft` is the fold of the steps so far. `live` is what the database holds at this point: the
 * same without the objects that are out of the way until the end of the segment, or that wait for what they need.
 */
export interface Rendering {
  readonly draft: Draft
  readonly live: Draft
  readonly out: Emitted[]
  /** Which step took an object away, or made it wait, by the object's name. */
  readonly reasons: Map<string, string>
  /** The enums that change further on in this segment, by their names at that time. */
  readonly enumsAhead: Map<string, AlterEnum>
  /** The columns that change further on in this segment, by their tables' names at that time. */
  readonly columnsAhead: Map<string, Set<string>>
  /** The generated columns that become plain ones further on in this segment. */
  readonly freedAhead: Set<string>
  /** The tables and columns that go, or get another type, further on in this segment. */
  readonly leavingAhead: Set<string>
  /** The enums of the database when the segment began. */
  enumsBefore: ReadonlyMap<string, Enum>
  /** What rows get in columns that become NOT NULL only at the end of the segment. */
  readonly fillsLater: Map<string, Value>
  /** The columns made in this segment: their rows hold nothing yet that could be lost. */
  readonly added: Set<string>
  /** Changes of columns whose new type is not as it will be before the end of the segment. */
  readonly changesLater: Map<string, LaterChange>
  /** Foreign keys that wait for their target, by the target's name. */
  readonly waiting: Map<string, { readonly table: QName; readonly name: string }[]>
  readonly lookups: Lookups
  /** Views whose `*` stands for other columns than when they were made. */
  readonly stale: Set<string>
  segment: number
  about: string
}

/** The work at its beginning: the database holds what the schema says. */
export function startRendering(before: Schema): Rendering {
  return {
    draft: draftOf(before),
    live: draftOf(before),
    out: [],
    reasons: new Map(),
    enumsAhead: new Map(),
    columnsAhead: new Map(),
    freedAhead: new Set(),
    leavingAhead: new Set(),
    enumsBefore: before.enums,
    waiting: new Map(),
    fillsLater: new Map(),
    added: new Set(),
    changesLater: new Map(),
    stale: new Set(),
    lookups: {},
    segment: 0,
    about: '',
  }
}

type Extra = Partial<Pick<Emitted, 'lossy' | 'transaction' | 'added'>>

/** Writes one statement for the step at hand. */
export function emit(work: Rendering, sql: string, extra: Extra = {}): void {
  work.out.push({ sql, about: work.about, transaction: true, segment: work.segment, ...extra })
}

/** Notes that the step at hand is why an object is missing until later; the first reason stays. */
export function noteReason(work: Rendering, object: string): void {
  if (!work.reasons.has(object)) work.reasons.set(object, work.about)
}

/** Makes the noted reason for an object what the next statements are about. */
export function resumeReason(work: Rendering, object: string, otherwise: string): void {
  work.about = work.reasons.get(object) ?? otherwise
  work.reasons.delete(object)
}
