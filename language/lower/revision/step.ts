import type { Step } from '../../../compiler/steps/step.ts'
import type { Step as StepNode } from '../../generated/ast.ts'
import type { Context } from '../context.ts'
import { lowerAlter } from './alter.ts'
import { lowerRename } from './rename.ts'
import { lowerRenameObject } from './rename-object.ts'
import { lowerWhole } from './schema-object.ts'
import { lowerSqlStep } from './sql-step.ts'
import { stepComment } from './step-docs.ts'
import { lowerTableItem } from './table-item.ts'

/** Reads a step; undefined when the text of it is damaged, which has been reported. */
export function lowerStep(node: StepNode, context: Context): Step | undefined {
  const comment = stepComment(node, context)
  switch (node.$type) {
    case 'CreateStep':
      return node.object && lowerWhole('create', node.object, comment, context)
    case 'DropStep':
      if (node.object !== undefined) return lowerWhole('drop', node.object, comment, context)
      return node.item && lowerTableItem('drop', node.table ?? '', node.item, comment, context)
    case 'AddStep':
      return node.item && lowerTableItem('add', node.table ?? '', node.item, comment, context)
    case 'RenameObjectStep':
      return lowerRenameObject(node, context)
    case 'RenameStep':
      return lowerRename(node, context)
    case 'AlterStep':
      return lowerAlter(node, context)
    case 'SqlStepNode':
      return lowerSqlStep(node, context)
  }
}
