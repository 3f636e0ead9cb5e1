import type { Column } from '../../../schema/column.ts'
import type { QName } from '../../../schema/name.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import type { Enum, Trigger, View } from '../../../schema/objects.ts'
import { type Draft, draftOf, type Schema } from '../../../schema/schema.ts'
import type { Table, TableHead } from '../../../schema/table.ts'
import type { Value } from '../../../schema/value.ts'
import type { ProvidedName } from '../../../steps/objects/names.ts'
import type { AlterColumn, AlterEnum } from '../../../steps/step.ts'
import type { Emitted } from './emitted.ts'
import { type Keeping, startKeeping } from './keeping.ts'
import type { Lookups } from './lookups.ts'

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
  /** What the database held before the first step. */
  readonly tablesBefore: ReadonlyMap<string, Table>
  readonly live: Draft
  readonly out: Emitted[]
  /** Which step took an object away, or made it wait, by the object's name. */
  readonly reasons: Map<string, string>
  /** The enums that change further on in this segment, by their names at that time. */
  readonly enumsAhead: Map<string, AlterEnum>
  /** The columns that change further on in this segment, by their tables' names at that time. */
  readonly columnsAhead: Map<string, Set<string>>
  /** The objects of the family that change further on in this segment. */
  readonly objectsAhead: Set<string>
  /** What steps further on in this segment make, by the keys of the steps' objects: nothing can be read of it yet. */
  readonly comingAhead: Map<string, ProvidedName>
  /** The functions whose bodies the server has not looked into yet. */
  readonly unchecked: Set<string>
  /** The generated columns that become plain ones further on in this segment. */
  readonly freedAhead: Set<string>
  /** The tables and columns that go, or get another type, further on in this segment. */
  readonly leavingAhead: Set<string>
  /** The tables that are divided in another way further on in this segment, and the heads that they get. */
  readonly divisionsAhead: Map<string, TableHead>
  /** The partitions that come further on in this segment, and those that get other bounds. */
  readonly partitionsAhead: Map<string, TableHead | Table>
  /** The partitions that were detached before their step. */
  readonly detached: Set<string>
  /** The default partitions that are detached while others come, by their tables. */
  readonly defaultsAside: Map<string, Table>
  /** The identities that give way to a default further on in this segment, by the sequence that it takes numbers from. */
  readonly identitiesLeaving: Map<string, { readonly table: QName; readonly column: Column }>
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
  /** The objects of the family that the steps so far have and the database does not hold: taken away, or waiting. */
  readonly away: Set<string>
  /** Takes an object of the family out of the way, after all that uses it, until the end of the segment. */
  readonly liftObject: (object: DbObject) => void
  /** Gives the columns that were set aside for a type their type again. */
  readonly bringColumns: (object: DbObject) => void
  readonly lookups: Lookups
  /** Owners and privileges of what goes and comes again. */
  readonly keeping: Keeping
  /** Views whose `*` stands for other columns than when they were made. */
  readonly stale: Set<string>
  /** Views and triggers as they are since values of an enum in them were renamed, by what the database was said to hold. */
  readonly followed: WeakMap<View | Trigger, View | Trigger>
  segment: number
  about: string
}

/** The work at its beginning: the database holds what the schema says. */
export function startRendering(
  before: Schema,
  lift: (work: Rendering, object: DbObject) => void,
  bring: (work: Rendering, object: DbObject) => void,
): Rendering {
  const work: Rendering = {
    draft: draftOf(before),
    tablesBefore: before.tables,
    live: draftOf(before),
    out: [],
    reasons: new Map(),
    enumsAhead: new Map(),
    columnsAhead: new Map(),
    objectsAhead: new Set(),
    comingAhead: new Map(),
    unchecked: new Set(),
    freedAhead: new Set(),
    leavingAhead: new Set(),
    divisionsAhead: new Map(),
    partitionsAhead: new Map(),
    detached: new Set(),
    defaultsAside: new Map(),
    identitiesLeaving: new Map(),
    enumsBefore: before.enums,
    waiting: new Map(),
    fillsLater: new Map(),
    added: new Set(),
    changesLater: new Map(),
    stale: new Set(),
    followed: new WeakMap(),
    away: new Set(),
    lookups: {},
    keeping: startKeeping(),
    segment: 0,
    about: '',
    liftObject: object => lift(work, object),
    bringColumns: object => bring(work, object),
  }
  return work
}

type Extra = Partial<Pick<Emitted, 'about' | 'lossy' | 'transaction' | 'added'>>

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

/** Takes a noted reason along to the new name of an object that is renamed meanwhile. */
export function carryReason(work: Rendering, from: string, to: string): void {
  const reason = work.reasons.get(from)
  if (reason === undefined || from === to) return
  work.reasons.delete(from)
  work.reasons.set(to, reason)
}
