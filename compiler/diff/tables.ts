import { nameText } from '../schema/name.ts'
import type { Schema } from '../schema/schema.ts'
import { headOf } from '../schema/table.ts'
import { sameHead } from '../steps/same.ts'
import type { Step } from '../steps/step.ts'
import { diffColumns, type TableChange } from './columns.ts'
import { compareMaps } from './compare.ts'
import type { HintIndex } from './hint-index.ts'
import { diffConstraints, diffIndexes } from './members.ts'

/** The past after the renames, the same after the enums have changed as well, and what is wanted. */
export interface TableStages {
  readonly renamed: Schema
  readonly settled: Schema
  readonly after: Schema
}

/** Tables that come, go or change. */
export function diffTables({ renamed, settled, after }: TableStages, hints: HintIndex): readonly Step[] {
  const enums = { before: renamed.enums, after: after.enums }
  return compareMaps(settled.tables, after.tables, (a, b) => a === b, {
    added: table => [{ kind: 'create table', table }],
    dropped: table => [{ kind: 'drop table', table }],
    changed: (settledTable, to) =>
      diffTable({ renamed: renamed.tables.get(nameText(to.name))!, settled: settledTable, to, after, enums }, hints),
  })
}

function diffTable(change: TableChange, hints: HintIndex): readonly Step[] {
  const { renamed, settled, to } = change
  const steps: Step[] = []
  const from = headOf(settled)
  const head = headOf(to)
  if (!sameHead(from, head)) steps.push({ kind: 'alter table', table: to.name, from, to: head })
  steps.push(...diffColumns(change, hints))
  steps.push(...diffConstraints(renamed, settled, to))
  steps.push(...diffIndexes(renamed, settled, to))
  return steps
}
