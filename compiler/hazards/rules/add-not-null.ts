import type { Column } from '../../schema/column.ts'
import type { DialectName } from '../../schema/dialect.ts'
import { nameText, type QName } from '../../schema/name.ts'
import type { AddColumn, Step } from '../../steps/step.ts'
import { columnLine } from '../column-line.ts'
import { concern, targetsNew, targetsOf } from '../concern.ts'
import { exampleValue } from '../example-value.ts'
import { memberKey } from '../member-key.ts'
import type { PlanContext } from '../plan-context.ts'
import type { HazardRule } from '../rule.ts'

/** A new column that may not be null has no value for the rows that are there. */
export const rule: HazardRule = {
  code: 'MIG204',
  name: 'add-not-null',
  severity: 'error',
  title: 'A NOT NULL column without a value for the rows that are there',
  explain: [
    'The column may not be null and has neither a default nor a backfill, identity or expression, so a row that is there already has nothing to put into it. On a table with rows the migration stops before it changes anything; on an empty one, as in a test, it goes through, which is why it is found out so late.',
    'Write `backfill V` on the column: each row that is there gets V, and V never becomes the default. A `default V` does the same and also serves rows to come. A `?` lets the column be null.',
  ],
  check(step, plan) {
    const comes = comingColumn(step, plan)
    if (comes === undefined || plan.tableIsNew(comes.table)) return []
    const { column, table, fill, targets } = comes
    if (column.nullable || (fill !== undefined && fill.kind !== 'null') || givesItself(column)) return []
    if (targets.length === 0) return []
    return [
      {
        object: memberKey(table, column.name),
        message: `The rows of ${nameText(table)} have no value for the new column ${memberKey(table, column.name)}, which may not be null: the migration stops at the first row.`,
        remedy: remedyFor(column, table, plan),
        fix: { fix: 'backfill', in: nameText(table), name: column.name, value: exampleValue(plan, column) },
        ...concern(plan, targets),
      },
    ]
  },
}

/** A made-up value fits a column of its own; one that points at rows must point at one that is there. */
function remedyFor(column: Column, table: QName, plan: PlanContext): string {
  const nullable = `\`${columnLine({ ...column, nullable: true })}\``
  const foreign = plan
    .tableOf(table)
    ?.constraints.find(one => one.kind === 'foreign' && one.columns.includes(column.name))
  if (foreign?.kind === 'foreign')
    return `Let the column be null: ${nullable}; or write \`backfill\` with what finds the row of ${nameText(foreign.target)} that they point at.`
  const line = `\`${columnLine(column, `backfill ${exampleValue(plan, column)}`)}\``
  return `Write ${line} with the value for those rows, or let the column be null: ${nullable}.`
}

interface ComingColumn extends Omit<AddColumn, 'kind'> {
  readonly targets: readonly DialectName[]
}

/** A column that is added, or that was for other databases only so far. */
function comingColumn(step: Step, plan: PlanContext): ComingColumn | undefined {
  if (step.kind === 'add column') return { ...step, targets: targetsOf(plan, step.column, plan.tableOf(step.table)) }
  if (step.kind !== 'alter column' || plan.columnIsNew(step.table, step.to.name)) return undefined
  const here = targetsOf(plan, plan.tableOf(step.table))
  return { ...step, column: step.to, targets: targetsNew(plan, step).filter(target => here.includes(target)) }
}

function givesItself(column: Column): boolean {
  const byDefault = column.default !== undefined && column.default.kind !== 'null'
  return byDefault || column.identity !== undefined || column.generated !== undefined
}
