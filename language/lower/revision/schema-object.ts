import type { Step } from '../../../compiler/steps/step.ts'
import type { SchemaObject } from '../../generated/ast.ts'
import type { Context } from '../context.ts'
import { lowerEnum } from '../enum.ts'
import { finishTable } from '../finish-table.ts'
import { isObjectDeclaration, lowerObject } from '../objects/lower-object.ts'
import { lowerExtension, lowerNamespace, lowerTrigger, lowerView } from '../plain-objects.ts'
import { lowerTable } from '../table.ts'
import { findExplicitTarget } from './explicit-target.ts'
import type { Comment } from './step-docs.ts'

/** `create …` and `drop …` of a whole object. */
export function lowerWhole(verb: 'create' | 'drop', node: SchemaObject, comment: Comment, context: Context): Step {
  if (isObjectDeclaration(node))
    return { kind: `${verb} object`, object: { ...lowerObject(node, context), ...comment } }
  switch (node.$type) {
    case 'SchemaDeclaration':
      return { kind: `${verb} schema`, schema: { ...lowerNamespace(node, context), ...comment } }
    case 'ExtensionDeclaration':
      return { kind: `${verb} extension`, extension: lowerExtension(node, context) }
    case 'EnumDeclaration':
      return { kind: `${verb} enum`, enum: { ...lowerEnum(node, context), ...comment } }
    case 'TableDeclaration': {
      const draft = lowerTable(node, context)
      for (const { node: line } of draft.policies) {
        const remedy = 'Write it as a step of its own: `create policy NAME on TABLE …`.'
        context.report.error('MIG141', 'A policy is a step of its own.', remedy, { node: line })
      }
      const table = finishTable(draft, findExplicitTarget)
      return { kind: `${verb} table`, table: { ...table, ...comment } }
    }
    case 'ViewDeclaration':
      return { kind: `${verb} view`, view: { ...lowerView(node, context), ...comment } }
    case 'TriggerDeclaration':
      return { kind: `${verb} trigger`, trigger: { ...lowerTrigger(node, context), ...comment } }
  }
}
