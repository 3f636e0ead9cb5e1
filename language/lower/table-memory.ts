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
  /** Its keys, the foreign ones before their target columns were found. */
  readonly constraints: readonly Constraint[]
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

/** Whether the foreign keys of a known table still go where they went. */
export function goesAsBefore({ constraints, table }: KnownTable, tables: ReadonlyMap<string, TableDraft>): boolean {
  return constraints.every((asked, at) => {
    const found = table.constraints[at]
    if (asked.kind !== 'foreign' || found?.kind !== 'foreign') return true
    const target = tables.get(nameText(asked.target))
    if (target === undefined) return false
    if (asked.targetColumns.length > 0) return true
    const columns = primaryColumnsOf(target, tables)
    return columns.length === found.targetColumns.length && columns.every((name, i) => name === found.targetColumns[i])
  })
}
