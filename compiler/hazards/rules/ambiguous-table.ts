import { nameText } from '../../schema/name.ts'
import type { Table } from '../../schema/table.ts'
import { familyOf } from '../like-type.ts'
import { oldName } from '../old-name.ts'
import type { PlanContext } from '../plan-context.ts'
import type { HazardRule } from '../rule.ts'

const COMMON = 20
const ALIKE = 0.5

/** A table goes and one with similar columns comes: renamed, or dropped and created? */
export const rule: HazardRule = {
  code: 'MIG202',
  name: 'ambiguous-table',
  severity: 'error',
  title: 'A table disappears and another with similar columns appears',
  explain: [
    'Two readings fit: the table was renamed and its rows are to be kept, or it is dropped with its rows and the new one starts empty. Tables count as similar when at least half of their columns have the same name and a like type.',
    'Write `was OLD` behind the name of the new table to rename, or `dropped table OLD` at the top of a file to drop.',
  ],
  check(step, plan) {
    if (step.kind !== 'drop table') return []
    const old = nameText(step.table.name)
    if (plan.isSaid('table', old)) return []
    const created = mostAlike(step.table, plan)
    if (created === undefined) return []
    const name = nameText(created.name)
    const written = oldName(step.table.name, created.name)
    return [
      {
        object: name,
        message: `Table ${old} disappears and table ${name} appears with similar columns: a renamed table keeps its rows, a dropped one loses them.`,
        remedy: `Write \`table ${name} was ${written} {\` to keep the rows, or \`dropped table ${written}\` to drop them.`,
        fix: { fix: 'rename or drop', kind: 'table', from: written, to: name, others: [] },
      },
    ]
  },
}

const indexes = new WeakMap<PlanContext, ReadonlyMap<string, readonly Table[]>>()

function mostAlike(dropped: Table, plan: PlanContext): Table | undefined {
  let index = indexes.get(plan)
  if (index === undefined) {
    index = indexColumns(plan.tablesCreated)
    indexes.set(plan, index)
  }
  const candidates = new Set([...columnsOf(dropped), allColumns(dropped)].flatMap(key => rare(index.get(key))))
  let best: Table | undefined
  let bestLikeness = 0
  for (const created of candidates) {
    const likeness = likenessOf(dropped, created)
    if (likeness >= ALIKE && likeness > bestLikeness) {
      best = created
      bestLikeness = likeness
    }
  }
  return best
}

/** The created tables by each of their columns and by all of them; a column that many have tells nothing. */
function indexColumns(tables: readonly Table[]): ReadonlyMap<string, readonly Table[]> {
  const index = new Map<string, Table[]>()
  for (const table of tables) {
    for (const key of [...columnsOf(table), allColumns(table)]) {
      const list = index.get(key)
      if (list === undefined) index.set(key, [table])
      else if (list.length <= COMMON) list.push(table)
    }
  }
  return index
}

function rare(tables: readonly Table[] = []): readonly Table[] {
  return tables.length > COMMON ? tables.slice(0, 1) : tables
}

function columnsOf(table: Table): readonly string[] {
  return table.columns.map(column => JSON.stringify([column.name, familyOf(column)]))
}

function allColumns(table: Table): string {
  return JSON.stringify([...columnsOf(table)].sort())
}

function likenessOf(a: Table, b: Table): number {
  const columns = new Set(columnsOf(a))
  const shared = columnsOf(b).filter(column => columns.has(column)).length
  return shared / Math.max(a.columns.length, b.columns.length, 1)
}
