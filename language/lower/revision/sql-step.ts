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
  return first.none ? { none: first.reason ?? '' } : { run: lowerSql(first.sql, context) }
}
