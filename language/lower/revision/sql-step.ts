import { findTransactionControl } from '../../../compiler/sql/transaction-control.ts'
import type { SqlSide, SqlStep } from '../../../compiler/steps/step.ts'
import type { SqlSideNode, SqlStepNode } from '../../generated/ast.ts'
import type { Context } from '../context.ts'
import { lowerSql } from '../sql.ts'

/** `sql 'NAME' { up … down … }`. */
export function lowerSqlStep(node: SqlStepNode, context: Context): SqlStep {
  return { kind: 'sql', name: node.name ?? '', up: side(node, 'up', context), down: side(node, 'down', context) }
}

function side(node: SqlStepNode, direction: SqlSideNode['direction'], context: Context): SqlSide {
  const [first, second] = (node.sides ?? []).filter(item => item.direction === direction)
  if (second !== undefined)
    context.report.error('MIG107', `\`${direction}\` is given twice.`, 'Keep one of them.', { node: second })
  if (first === undefined) {
    const remedy = `Add a line \`${direction}\` with SQL in backticks, or \`${direction} none 'REASON'\`.`
    context.report.error('MIG141', `The step has no \`${direction}\`.`, remedy, { node, property: 'name' })
    return { run: {} }
  }
  if (first.none) return { none: first.reason ?? '' }
  const run = lowerSql(first.sql, context)
  for (const part of ['all', 'postgres', 'sqlite'] as const) checkControl(run[part], first, context)
  return { run }
}

/** A revision is whole because Mig alone says where its transaction begins and ends. */
function checkControl(sql: string | undefined, node: SqlSideNode, { report }: Context): void {
  const found = sql === undefined ? undefined : findTransactionControl(sql)
  if (found === undefined) return
  const remedy =
    'Remove it: a revision runs in one transaction, and what the database refuses there is set apart by itself.'
  report.error('MIG142', `\`${found}\` would begin or end a transaction, which Mig does itself.`, remedy, {
    node,
    property: 'sql',
  })
}
