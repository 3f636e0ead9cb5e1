import type { Step } from '../../../compiler/steps/step.ts'
import type { TableItem } from '../../generated/ast.ts'
import { readName } from '../../literals/name-literal.ts'
import type { Context } from '../context.ts'
import { stepColumn, stepConstraint, stepIndex } from './item.ts'
import type { Comment } from './step-docs.ts'

/** `add …` and `drop …` of a member of a table. */
export function lowerTableItem(
  verb: 'add' | 'drop',
  key: string,
  item: TableItem,
  comment: Comment,
  context: Context,
): Step {
  const table = readName(key)
  switch (item.$type) {
    case 'ColumnDeclaration': {
      const { column, fill, convert, revert } = stepColumn(item, context)
      if (convert !== undefined || revert !== undefined) {
        const remedy = 'Remove it, or write `alter column`.'
        context.report.error('MIG141', 'Nothing is converted when a column is added or dropped.', remedy, {
          node: item,
        })
      }
      return { kind: `${verb} column`, table, column: { ...column, ...comment }, ...(fill && { fill }) }
    }
    case 'IndexMember':
      return { kind: `${verb} index`, table, index: { ...stepIndex(item, table, context), ...comment } }
    default:
      return { kind: `${verb} constraint`, table, constraint: { ...stepConstraint(item, table, context), ...comment } }
  }
}
