import type { Row } from '../../compiler/dialects/dialect.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Step } from '../../compiler/steps/step.ts'
import { dividedAnew } from './divided-anew.ts'
import { keptColumns } from './kept-columns.ts'
import type { TableRows } from './read-rows.ts'

/** Steps that were run, and the rows at both ends of them. */
export interface RowsAfter {
  /** The schema before the steps. */
  readonly before: Schema
  readonly steps: readonly Step[]
  /** The rows before the steps ever ran. */
  readonly first: TableRows
  /** The rows now: after the steps (`up`), or after they were undone (`down`). */
  readonly now: TableRows
  readonly direction: 'up' | 'down'
  /** The database that holds the rows; without it, only what every database keeps is looked at. */
  readonly dialect?: DialectName
}

/** What the rows of one table should hold of what was there, and what they do hold: each row as text, sorted. */
export interface TableDifference {
  readonly table: string
  readonly wanted: readonly string[]
  readonly found: readonly string[]
}

/** The tables whose kept values are not those that the steps promise: rows that were lost, changed or made up. */
export function lostRows({ before, steps, first, now, direction, dialect }: RowsAfter): readonly TableDifference[] {
  const differences: TableDifference[] = []
  const trees = dialect === 'sqlite' ? [] : dividedAnew(before, steps)
  const within = new Set(trees.flatMap(tree => tree.before.slice(1)))
  for (const [key, fates] of keptColumns(before, steps, dialect)) {
    if (within.has(key)) continue
    const tree = trees.find(one => one.before[0] === key)
    const kept = fates.filter(fate => fate.exact)
    if (!first.has(key)) continue
    const old = rowsIn(first, tree?.before ?? [key])
    const isUp = direction === 'up'
    const table = isUp ? fates[0]!.table : key
    const promised = (fate: (typeof kept)[number], value: unknown) =>
      isUp ? fate.up(value) : fate.back(fate.up(value))
    const wanted = old.map(row => textOf(kept.map(fate => promised(fate, row[fate.from])))).sort()
    const rows = rowsIn(now, (isUp ? tree?.after : tree?.before) ?? [table])
    const found = rows.map(row => textOf(kept.map(fate => row[isUp ? fate.column : fate.from]))).sort()
    if (wanted.join('\n') !== found.join('\n')) differences.push({ table: key, wanted, found })
  }
  return differences
}

function rowsIn(rows: TableRows, tables: readonly string[]): readonly Row[] {
  return tables.flatMap(table => rows.get(table) ?? [])
}

function textOf(row: readonly unknown[]): string {
  return JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}
