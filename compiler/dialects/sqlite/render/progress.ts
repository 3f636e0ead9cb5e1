import { nameText, type QName } from '../../../schema/name.ts'
import type { Trigger, View } from '../../../schema/objects.ts'
import { type Draft, draftOf, type Schema } from '../../../schema/schema.ts'
import type { Table } from '../../../schema/table.ts'
import { foldName } from '../../../sql/name-text.ts'
import type { Step } from '../../../steps/step.ts'
import type { Statement } from '../../dialect.ts'
import { projectTable } from '../project/project-table.ts'
import { beginChange, type Note, type TableChange } from './table-change.ts'

/** How far the rendering of a list of steps has come. */
export interface Progress {
  readonly before: Schema
  readonly steps: readonly Step[]
  /** The schema after the steps so far. */
  readonly draft: Draft
  readonly statements: Statement[]
  /** Changes of tables that wait to be done at once, by folded name. */
  readonly pending: Map<string, TableChange>
  /** Indexes that still carry the names they had before their table or column was renamed, by folded table name. */
  readonly oldIndexes: Map<string, OldIndexes>
  readonly tables: TableHistory
  segment: Segment
}

/** The steps between two `sql` steps: views and triggers are put aside at its start and brought back at its end. */
export interface Segment {
  readonly views: ReadonlyMap<string, View>
  readonly triggers: ReadonlyMap<string, Trigger>
  readonly statements: Statement[]
  /** Objects whose search indexes read the rows of their tables again, at the end, when these have their names and values: keys, and why. */
  readonly refills: Map<string, string>
  /** The columns whose rows get other values: the folded names of table and column. */
  readonly rewritten: Set<string>
  /** The folded names of relations that what reads them must not see changing. */
  readonly disturbed: Set<string>
  /** The descriptions of the steps of views and triggers, by their folded names. */
  readonly about: Map<string, string[]>
}

interface OldIndexes {
  readonly name: QName
  readonly names: readonly string[]
  readonly about: readonly Note[]
}

/** What the foreign key check at the end must know of tables; all names are folded. */
export interface TableHistory {
  /** Rebuilt, dropped or written to by hand: their rows and those that reference them are looked at. */
  readonly affected: Set<string>
  readonly created: Set<string>
  /** The name that a renamed table had at the start, by its name now. */
  readonly names: Map<string, string>
  /** Whether a table was rebuilt, or dropped while others reference it. */
  needsKeysOff: boolean
  /** Whether a table is renamed. */
  renames: boolean
}

export function beginProgress(steps: readonly Step[], before: Schema): Progress {
  const draft = draftOf(before)
  return {
    before,
    steps,
    draft,
    statements: [],
    pending: new Map(),
    oldIndexes: new Map(),
    tables: { affected: new Set(), created: new Set(), names: new Map(), needsKeysOff: false, renames: false },
    segment: beginSegment(draft),
  }
}

export function beginSegment(draft: Draft): Segment {
  return {
    views: new Map(draft.views),
    triggers: new Map(draft.triggers),
    statements: [],
    refills: new Map(),
    rewritten: new Set(),
    disturbed: new Set(),
    about: new Map(),
  }
}

/** The table as the database would hold it after the steps so far. */
export function tableHere(progress: Progress, name: QName): Table | undefined {
  const table = progress.draft.tables.get(nameText(name))
  return table && projectTable(table, progress.draft)
}

/** The pending change of a table, begun now if there is none. It must be asked for before the step is applied. */
export function changeOf(progress: Progress, name: QName): TableChange {
  const key = foldName(name.name)
  const pending = progress.pending.get(key)
  if (pending !== undefined) return pending
  const change = beginChange(name, withOldIndexes(progress, key, tableHere(progress, name)))
  change.about.push(...(progress.oldIndexes.get(key)?.about ?? []))
  progress.oldIndexes.delete(key)
  progress.pending.set(key, change)
  return change
}

function withOldIndexes(progress: Progress, key: string, table: Table | undefined): Table | undefined {
  const old = progress.oldIndexes.get(key)
  if (table === undefined || old === undefined) return table
  return { ...table, indexes: table.indexes.map((index, at) => ({ ...index, name: old.names[at] ?? index.name })) }
}
