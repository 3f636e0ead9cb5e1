import type { Constraint } from '../../compiler/schema/constraint.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { TableDeclaration } from '../generated/ast.ts'
import { primaryColumnsOf } from './find-target.ts'
import type { ProjectNames } from './project-names.ts'
import type { SourceBlock } from './source-collector.ts'
import type { TableDraft } from './table-draft.ts'

/** A table of which nothing was wrong and which gives no hints, as it was read. */
export interface KnownTable {
  readonly draft: TableDraft
  readonly table: Table
  /** The places of its columns, and those of its keys and indexes. */
  readonly lowered: SourceBlock
  readonly finished: SourceBlock
  readonly targets: readonly KnownTarget[]
}

/** The target of a foreign key by its key, and the columns that were found there where none were written. */
interface KnownTarget {
  readonly key: string
  readonly primary?: readonly string[]
}

/**
 * Tables that were read before: a project is read at each keystroke, and most of its files are the same. What a declaration means
 * follows from its tree, from the types and mixins that the project declares, and, for a foreign key, from its target.
 */
export class TableMemory {
  private tables = new WeakMap<TableDeclaration, KnownTable>()
  private names: ProjectNames | undefined

  /** Forgets all when names may mean something else than before. */
  begin(names: ProjectNames): void {
    if (this.names === undefined || !names.meanTheSame(this.names)) this.tables = new WeakMap()
    this.names = names
  }

  get(node: TableDeclaration): KnownTable | undefined {
    return this.tables.get(node)
  }

  remember(known: KnownTable): void {
    this.tables.set(known.draft.node, known)
  }
}

/** Where the foreign keys of a table go: `asked` are its constraints before their target columns were found, `found` those after. */
export function targetsKnown(asked: readonly Constraint[], found: readonly Constraint[]): readonly KnownTarget[] {
  return asked.flatMap((one, at): readonly KnownTarget[] => {
    const now = found[at]
    if (one.kind !== 'foreign' || now?.kind !== 'foreign') return []
    const key = nameText(one.target)
    return [one.targetColumns.length > 0 ? { key } : { key, primary: now.targetColumns }]
  })
}

/** Whether the foreign keys of a known table still go where they went. */
export function goesAsBefore({ targets }: KnownTable, tables: ReadonlyMap<string, TableDraft>): boolean {
  for (const { key, primary } of targets) {
    const target = tables.get(key)
    if (target === undefined) return false
    if (primary === undefined) continue
    const columns = primaryColumnsOf(target, tables)
    if (columns.length !== primary.length || !columns.every((name, at) => name === primary[at])) return false
  }
  return true
}
