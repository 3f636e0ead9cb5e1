import { isObjectKind } from '../../../compiler/schema/objects/db-object.ts'
import type { ObjectId } from '../../../compiler/schema/objects/object-key.ts'
import { inputTypes } from '../../../compiler/schema/objects/routine.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { ObjectPath, RenameObjectStep } from '../../generated/ast.ts'
import { readMember, readName } from '../../literals/name-literal.ts'
import type { Context } from '../context.ts'
import { aggregateTypes } from '../objects/aggregate.ts'
import { lowerArguments } from '../objects/routine.ts'

/** Kinds whose objects have their names within a table. */
const IN_TABLES: ReadonlySet<string> = new Set(['policy', 'rule'])

/** `rename function add(integer) to plus(integer)`. */
export function lowerRenameObject(node: RenameObjectStep, context: Context): Step | undefined {
  const { kind, from, to } = node
  if (kind === undefined || !isObjectKind(kind) || from?.name === undefined || to?.name === undefined) return undefined
  return { kind: 'rename object', from: idOfPath(kind, from, context), to: idOfPath(kind, to, context) }
}

function idOfPath(kind: ObjectId['kind'], path: ObjectPath, context: Context): ObjectId {
  if (IN_TABLES.has(kind)) {
    const { of, member } = readMember(path.name)
    return { kind, name: { name: member }, table: of }
  }
  const name = readName(path.name)
  if (path.arguments === undefined) return { kind, name }
  if (kind === 'aggregate') return { kind, name, arguments: aggregateTypes(path.arguments, context) }
  return { kind, name, arguments: inputTypes({ arguments: lowerArguments(path.arguments, context) }) }
}
