import type { Step } from '../../../compiler/steps/step.ts'
import type { RenameStep } from '../../generated/ast.ts'
import { readMember, readName, readParts } from '../../literals/name-literal.ts'
import type { Context } from '../context.ts'

/** `rename …`. */
export function lowerRename(node: RenameStep, context: Context): Step | undefined {
  const { kind, from, to } = node
  if (kind === undefined || from === undefined || to === undefined) return undefined
  switch (kind) {
    case 'schema':
      return { kind: 'rename schema', from: readName(from).name, to: readName(to).name }
    case 'enum':
    case 'table':
    case 'view':
      return { kind: `rename ${kind}`, from: readName(from), to: readName(to) }
    case 'column':
    case 'constraint':
    case 'index':
    case 'trigger': {
      if (readParts(from).length < 2) noTable(node, context)
      const { of: table, member } = readMember(from)
      return { kind: `rename ${kind}`, table, from: member, to: readName(to).name }
    }
    default:
      return undefined
  }
}

function noTable(node: RenameStep, context: Context): void {
  const message = `The table of the ${node.kind} is missing.`
  const remedy = `Write it before the name: \`rename ${node.kind} TABLE.${node.from} to ${node.to}\`.`
  context.report.error('MIG141', message, remedy, { node, property: 'from' })
}
