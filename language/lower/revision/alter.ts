import type { Step } from '../../../compiler/steps/step.ts'
import type { AlterStep } from '../../generated/ast.ts'
import { readName } from '../../literals/name-literal.ts'
import type { Context } from '../context.ts'
import { HintCollector } from '../hint-collector.ts'
import { fieldRenames } from '../objects/composite.ts'
import { isObjectDeclaration, lowerObject } from '../objects/lower-object.ts'
import { lowerWay } from '../objects/other.ts'
import { lowerExtension, lowerNamespace, lowerTrigger, lowerView } from '../plain-objects.ts'
import { SourceCollector } from '../source-collector.ts'
import { lowerHead } from '../table.ts'
import { lowerAlterEnum } from './alter-enum.ts'
import { stepColumn, stepConstraint, stepIndex } from './item.ts'
import { sideComments } from './step-docs.ts'

/** `alter …`: both sides of a change. */
export function lowerAlter(node: AlterStep, context: Context): Step | undefined {
  const { from, to } = node
  if (from === undefined || to === undefined) return undefined
  const comments = sideComments(node, context)
  const both = <T>(lower: (side: never) => T) => ({
    from: { ...lower(from as never), ...comments[0] },
    to: { ...lower(to as never), ...comments[1] },
  })
  if (isObjectDeclaration(from)) {
    const renames = to.$type === 'CompositeDeclaration' ? fieldRenames(to) : []
    const way = to.$type === 'OtherDeclaration' ? lowerWay(to, context) : {}
    const second = renames.length > 0 || way.convert ? withoutHints(context) : context
    const sides = both(side => lowerObject(side, side === to ? second : context))
    if (renames.length > 0 && 'dropped' in to) for (const one of to.dropped) context.sources.hint({ node: one })
    return { kind: 'alter object', ...sides, ...(renames.length > 0 && { renames }), ...way }
  }
  switch (from.$type) {
    case 'SchemaDeclaration':
      return { kind: 'alter schema', ...both(side => lowerNamespace(side, context)) }
    case 'ExtensionDeclaration':
      return { kind: 'alter extension', ...both(side => lowerExtension(side, context)) }
    case 'ViewDeclaration':
      return { kind: 'alter view', ...both(side => lowerView(side, context)) }
    case 'TriggerDeclaration':
      return { kind: 'alter trigger', ...both(side => lowerTrigger(side, context)) }
    case 'EnumDeclaration':
      return lowerAlterEnum(from, to as never, comments, context)
    default:
      return node.table === undefined ? undefined : lowerAlterItem(node, comments, context)
  }
}

/** Where the second side is read: its `was` and `convert` are part of the step. */
function withoutHints(context: Context): Context {
  return { ...context, hints: new HintCollector(), sources: new SourceCollector(context.report) }
}

function lowerAlterItem(
  node: AlterStep,
  comments: ReturnType<typeof sideComments>,
  context: Context,
): Step | undefined {
  const table = readName(node.table!)
  const both = <T>(lower: (side: never) => T) => ({
    from: { ...lower(node.from as never), ...comments[0] },
    to: { ...lower(node.to as never), ...comments[1] },
  })
  switch (node.from.$type) {
    case 'HeadOptions':
      return { kind: 'alter table', table, ...both(side => lowerHead(side, context)) }
    case 'IndexMember':
      return { kind: 'alter index', table, ...both(side => stepIndex(side, table, context)) }
    case 'ColumnDeclaration':
      return lowerAlterColumn(node, comments, context)
    case 'PrimaryMember':
    case 'UniqueMember':
    case 'ForeignMember':
    case 'CheckMember':
    case 'ExcludeMember':
      return { kind: 'alter constraint', table, ...both(side => stepConstraint(side, table, context)) }
    default:
      return undefined
  }
}

function lowerAlterColumn(node: AlterStep, comments: ReturnType<typeof sideComments>, context: Context): Step {
  const from = stepColumn(node.from as never, context)
  const { column, ...rows } = stepColumn(node.to as never, context)
  if (from.convert !== undefined || from.revert !== undefined) {
    const remedy = 'Write `convert` and `revert` after the second column.'
    context.report.error('MIG141', 'The first column of a change says nothing about converting.', remedy, {
      node: node.from,
    })
  }
  return {
    kind: 'alter column',
    table: readName(node.table!),
    from: { ...from.column, ...comments[0] },
    to: { ...column, ...comments[1] },
    ...rows,
    ...(from.fill && { fillDown: from.fill }),
  }
}
