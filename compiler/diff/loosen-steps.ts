import type { Column } from '../schema/column.ts'
import { sqlOf } from '../schema/constraint.ts'
import type { Table } from '../schema/table.ts'
import { invertStep } from '../steps/invert.ts'
import type { CreateTable, Step } from '../steps/step.ts'
import type { Needs } from './effects.ts'
import type { StepGraph } from './step-graph.ts'
import { constraintTextNeeds, defaultNeeds } from './table-needs.ts'

/** Whether something needs another step of the same knot. */
type Ties = (needs: Needs) => boolean

/**
 * The steps, with the tables in knots taken apart: a default or a check that ties one comes later, or goes earlier, by a
 * step of its own.
 */
export function loosenSteps(
  steps: readonly Step[],
  knots: readonly (readonly number[])[],
  found: StepGraph,
): readonly Step[] {
  const knotOf = new Map(knots.flatMap(knot => knot.map(step => [step, new Set(knot)] as const)))
  return steps.flatMap((step, at) => {
    const knot = knotOf.get(at)
    if (knot === undefined) return [step]
    const ties = (side: 'before' | 'after') => (needs: Needs) =>
      found.actorsOf(needs, side).some(actor => actor !== at && knot.has(actor))
    if (step.kind === 'create table') return createInParts(step.table, ties('after'))
    if (step.kind !== 'drop table') return [step]
    const [bare, ...later] = createInParts(step.table, ties('before'))
    return [...later.map(invertStep).reverse(), { ...step, table: (bare as CreateTable).table }]
  })
}

function createInParts(table: Table, ties: Ties): readonly Step[] {
  const columns = table.columns.filter(column => ties(texts => defaultNeeds(column, texts)))
  const checks = table.constraints.filter(
    one => sqlOf(one).length > 0 && ties(texts => constraintTextNeeds(one, table.name, texts)),
  )
  const bare: Table = {
    ...table,
    columns: table.columns.map(column => (columns.includes(column) ? withoutDefault(column) : column)),
    constraints: table.constraints.filter(one => !checks.includes(one)),
  }
  return [
    { kind: 'create table', table: bare },
    ...columns.map((to): Step => ({ kind: 'alter column', table: table.name, from: withoutDefault(to), to })),
    ...checks.map((constraint): Step => ({ kind: 'add constraint', table: table.name, constraint })),
  ]
}

function withoutDefault({ default: _default, ...column }: Column): Column {
  return column
}
