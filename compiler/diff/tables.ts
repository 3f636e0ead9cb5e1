import { childrenIn, declaredPart, handDown, parentsFirst, parentsOf } from '../schema/inheritance.ts'
import { nameText } from '../schema/name.ts'
import type { Draft, Schema } from '../schema/schema.ts'
import { headOf, type Table, type TableHead } from '../schema/table.ts'
import { applyStep } from '../steps/apply.ts'
import { membersToJoin, namesOnJoining } from '../steps/follow/change-parents.ts'
import { sameColumn, sameConstraintDefinition, sameHead, sameIndexDefinition } from '../steps/same.ts'
import type { Step } from '../steps/step.ts'
import { diffColumns, type TableChange } from './columns.ts'
import { compareMaps } from './compare.ts'
import { changesParents, columnsToCompare, hasHeirs, joins } from './heirs.ts'
import type { HintIndex } from './hint-index.ts'
import { diffConstraints, diffIndexes } from './members.ts'
import { unchanged } from './renames.ts'

/** The past after the renames, the same after the enums have changed as well, and what is wanted. */
export interface TableStages {
  readonly renamed: Schema
  readonly settled: Draft
  readonly after: Schema
}

/** Tables that come, go or change. */
export function diffTables({ renamed, settled, after }: TableStages, hints: HintIndex): readonly Step[] {
  const enums = { before: renamed.enums, after: after.enums }
  const left = leaveParents(settled, after)
  return compareMaps(settled.tables, inOrder(after.tables), (a, b) => a === b, {
    added: table => [{ kind: 'create table', table: declaredPart(table) }],
    dropped: table => [{ kind: 'drop table', table: declaredPart(table) }],
    changed: (settledTable, to) => {
      const change = { renamed: renamed.tables.get(nameText(to.name))!, settled: settledTable, to, after, enums }
      return diffTable(change, settled, hints, left.get(nameText(to.name)))
    },
  })
}

/** Heirs come after their parents, whose changes reach them. */
function inOrder(tables: ReadonlyMap<string, Table>): ReadonlyMap<string, Table> {
  if (childrenIn(tables).size === 0) return tables
  return new Map(parentsFirst(tables).map(key => [key, tables.get(key)!]))
}

/** The heads, as they were, of the tables that leave a parent: they do so before anything else changes. */
function leaveParents(settled: Draft, after: Schema): ReadonlyMap<string, TableHead> {
  const left = new Map<string, TableHead>()
  for (const [key, table] of settled.tables) {
    const to = after.tables.get(key)
    if (to === undefined || parentsOf(table).length === 0) continue
    const step: Step = { kind: 'alter table', table: table.name, from: headOf(table), to: headOf(to) }
    if (changesParents(step) && !joins(step)) left.set(key, step.from)
  }
  for (const [key, from] of left) {
    const { name } = settled.tables.get(key)!
    applyStep(settled, { kind: 'alter table', table: name, from, to: headOf(after.tables.get(key)!) })
  }
  return left
}

function diffTable(
  change: TableChange,
  settled: Draft,
  hints: HintIndex,
  left: TableHead | undefined,
): readonly Step[] {
  const { to } = change
  const key = nameText(to.name)
  const steps: Step[] = []
  const from = left ?? headOf(change.settled)
  const head = headOf(to)
  const alter: Step = { kind: 'alter table', table: to.name, from, to: head }
  const isAltered = !sameHead(from, head)
  const columns = (at: TableChange) => {
    const [before, after] = columnsToCompare(at.settled, to)
    return diffColumns({ ...at, settled: { ...at.settled, columns: before }, to: { ...to, columns: after } }, hints)
  }
  const isJoined = isAltered && joins(alter)
  const joined = isJoined ? columns(change) : undefined
  if (isJoined) {
    steps.push(...nameForParent(settled, to), ...fitForParents(settled, from, to, change.after))
    applyStep(settled, { kind: 'alter table', table: to.name, from: headOf(settled.tables.get(key)!), to: head })
  }
  if (left !== undefined) steps.push(...renameMembers(settled, to))
  const now = isJoined || left !== undefined ? { ...change, settled: settled.tables.get(key)! } : change
  if (isAltered) steps.push(alter)
  steps.push(...(joined ?? columns(now)))
  steps.push(...diffConstraints(change.renamed, now.settled, to))
  steps.push(...diffIndexes(change.renamed, now.settled, to))
  if (hasHeirs(settled.tables, key)) reachHeirs(settled, to)
  return steps
}

/** A table that becomes a partition has its keys and indexes under the names that they would have if it had been made as one. */
function nameForParent(settled: Draft, to: Table): readonly Step[] {
  const table = to.name
  const parent = to.partitionOf && settled.tables.get(nameText(to.partitionOf.parent))
  if (parent === undefined) return []
  const now: Table = { ...settled.tables.get(nameText(table))!, ...(to.partitionOf && { partitionOf: to.partitionOf }) }
  const steps = namesOnJoining(now, parent).map(
    ({ kind, from, to }): Step => ({ kind: `rename ${kind}`, table, from, to }),
  )
  for (const step of steps) applyStep(settled, step)
  return steps
}

/**
 * A table that joins another gets the keys, checks and indexes that it lacks before it does. Postgres would make keys and indexes itself
 * and wants checks to be there; so they are told of, and go again on the way back.
 */
function fitForParents(settled: Draft, from: TableHead, to: Table, after: Schema): readonly Step[] {
  const table = to.name
  const old = parentsOf(from).map(nameText)
  const steps: Step[] = []
  for (const parent of parentsOf(to)) {
    if (old.includes(nameText(parent))) continue
    const wanted = after.tables.get(nameText(parent))
    const names = new Set([...(wanted?.constraints ?? []), ...(wanted?.indexes ?? [])].map(({ name }) => name))
    const now: Table = {
      ...settled.tables.get(nameText(table))!,
      ...(to.partitionOf && { partitionOf: to.partitionOf }),
    }
    const lacking = membersToJoin(now, parent, settled.tables, ({ name }) => names.has(name))
    const come: Step[] = [
      ...lacking.constraints.map((constraint): Step => ({ kind: 'add constraint', table, constraint })),
      ...lacking.indexes.map((index): Step => ({ kind: 'add index', table, index })),
    ]
    for (const step of come) applyStep(settled, step)
    steps.push(...come)
  }
  return steps
}

/** Members that a table has kept from a parent under a name that Postgres chose. */
function renameMembers(settled: Draft, to: Table): readonly Step[] {
  const table = to.name
  const now = settled.tables.get(nameText(table))!
  const taken = new Set([...now.constraints, ...now.indexes].map(({ name }) => name))
  const isThere = (name: string) => taken.has(name)
  const steps: Step[] = [
    ...unchanged(now.constraints, to.constraints, sameConstraintDefinition, isThere).map(
      (pair): Step => ({ kind: 'rename constraint', table, ...pair }),
    ),
    ...unchanged(now.indexes, to.indexes, sameIndexDefinition, isThere).map(
      (pair): Step => ({ kind: 'rename index', table, ...pair }),
    ),
  ]
  for (const step of steps) applyStep(settled, step)
  return steps
}

/** What the changes of a table's columns do to its heirs. */
function reachHeirs(settled: Draft, to: Table): void {
  const key = nameText(to.name)
  settled.tables.set(key, { ...settled.tables.get(key)!, columns: to.columns })
  handDown(settled.tables, key, sameColumn)
}
