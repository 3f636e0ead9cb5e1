import type { Table } from '../../compiler/schema/table.ts'
import type { TableDeclaration } from '../generated/ast.ts'
import type { Context } from './context.ts'
import { findTarget } from './find-target.ts'
import { finishTable } from './finish-table.ts'
import type { ProjectNames } from './project-names.ts'
import type { SourceBlock } from './source-collector.ts'
import { lowerTable } from './table.ts'
import type { TableDraft } from './table-draft.ts'
import { goesAsBefore, type KnownTable, type TableMemory, targetsKnown } from './table-memory.ts'

/** Reads tables in two steps, their lines and then what depends on other tables, or takes them from a memory. */
export class TableReader {
  private readonly memory: TableMemory | undefined
  private readonly names: ProjectNames
  private readonly known = new Map<TableDraft, { readonly table: KnownTable; readonly context: Context }>()
  private readonly clean = new Map<TableDraft, SourceBlock>()

  constructor(memory: TableMemory | undefined, names: ProjectNames) {
    this.memory = memory
    this.names = names
    memory?.begin(names)
  }

  /** The table with its lines. */
  read(node: TableDeclaration, context: Context): TableDraft {
    if (this.memory === undefined) return lowerTable(node, context)
    const table = this.memory.get(node)
    if (table !== undefined) {
      this.known.set(table.draft, { table, context })
      context.sources.add(table.lowered)
      return table.draft
    }
    let draft: TableDraft | undefined
    const before = this.saidSoFar(context)
    const lowered = context.sources.block(() => {
      draft = lowerTable(node, context)
    })
    if (this.saidSoFar(context) === before) this.clean.set(draft!, lowered)
    return draft!
  }

  /** The table with its names and with the columns that its foreign keys go to. */
  finish(draft: TableDraft, tables: ReadonlyMap<string, TableDraft>): Table {
    const found = this.known.get(draft)
    if (found === undefined) return this.finishDraft(draft, tables)
    const { table, context } = found
    if (!goesAsBefore(table, tables)) return this.finishDraft(lowerTable(draft.node, context), tables)
    context.sources.add(table.finished)
    return table.table
  }

  /** Where a table stands in what is read now; one from the memory knows where it stood. */
  contextOf(draft: TableDraft): Context {
    return this.known.get(draft)?.context ?? draft.context
  }

  private finishDraft(draft: TableDraft, tables: ReadonlyMap<string, TableDraft>): Table {
    const find = (...[key, member]: Parameters<Parameters<typeof finishTable>[1]>) => findTarget(key, member, tables)
    const lowered = this.clean.get(draft)
    if (lowered === undefined) return finishTable(draft, find)
    const { context } = draft
    const constraints = draft.constraints.map(({ value }) => value)
    let table: Table | undefined
    const before = this.saidSoFar(context)
    const finished = context.sources.block(() => {
      table = finishTable(draft, find)
    })
    if (this.saidSoFar(context) === before)
      this.memory!.remember({
        draft,
        table: table!,
        lowered,
        finished,
        targets: targetsKnown(constraints, table!.constraints),
      })
    return table!
  }

  /** How much was said, or passed over for a reason of the moment: a table that had a part in that is read again each time. */
  private saidSoFar({ report, hints, sources }: Context): number {
    return report.diagnostics.length + hints.size + sources.hints.length + this.names.excuses
  }
}
