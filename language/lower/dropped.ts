import { GrammarUtils } from 'langium'
import { nameText } from '../../compiler/schema/name.ts'
import { labelOf } from '../../compiler/schema/objects/object-key.ts'
import { inputTypes } from '../../compiler/schema/objects/routine.ts'
import type { DroppedDeclaration, DroppedMember } from '../generated/ast.ts'
import { readName } from '../literals/name-literal.ts'
import type { Context } from './context.ts'
import { aggregateTypes } from './objects/aggregate.ts'
import { lowerArguments } from './objects/routine.ts'
import { lowerValue } from './value.ts'

/** `dropped NAME` in a table: a column, a key or an index is meant to go. */
export function lowerDropped(node: DroppedMember, table: string, context: Context): void {
  const { hints, sources } = context
  const name = node.name
  if (name === undefined || couldBeColumn(node, name, context)) return
  const place = sources.hint({ node })
  hints.drops.push({ kind: 'any member', in: table, name, place })
  const value = lowerValue(node.value, context)
  if (value !== undefined) hints.fills.push({ in: table, column: name, value, down: true, place })
}

/** The types of the language's own table; `dropped status`, `dropped name` and the like are meant as they read. */
const COLUMN_TYPES: ReadonlySet<string> = new Set(
  'smallint int bigint decimal real double bool text bytea uuid date time timestamp timestamptz interval json jsonb'.split(
    ' ',
  ),
)

/** `dropped date` could declare a column: neither reading is safe, so the text has to say which one is meant. */
function couldBeColumn(node: DroppedMember, name: string, context: Context): boolean {
  const written = GrammarUtils.findNodeForProperty(node.$cstNode, 'name')?.text ?? name
  if (written.startsWith('"') || !COLUMN_TYPES.has(name)) return false
  const message = `\`dropped ${name}\` could declare a column called \`dropped\`, since \`${name}\` is a type.`
  const remedy = `Write \`dropped "${name}"\` if ${name} is dropped, or \`"dropped" ${name}\` if it is a column.`
  context.report.error('MIG127', message, remedy, { node }, { name })
  return true
}

/** `dropped table NAME` at the top. */
export function lowerDroppedObject(node: DroppedDeclaration, context: Context): void {
  const { hints, sources, names } = context
  if (node.name === undefined) return
  const place = sources.hint({ node })
  const qualified = () => nameText(names.qualify(node.name))
  switch (node.kind) {
    case 'table':
    case 'enum':
    case 'view':
      hints.drops.push({ kind: node.kind, name: qualified(), place })
      break
    case 'function':
    case 'procedure':
    case 'sequence':
    case 'domain':
    case 'composite':
    case 'range':
    case 'object':
    case 'materialized view': {
      const types = node.arguments && inputTypes({ arguments: lowerArguments(node.arguments, context) })
      const name = labelOf({ name: names.qualify(node.name), ...(types && { arguments: types }) })
      hints.drops.push({ kind: node.kind, name, place })
      break
    }
    case 'aggregate': {
      const name = labelOf({ name: names.qualify(node.name), arguments: aggregateTypes(node.arguments, context) })
      hints.drops.push({ kind: 'aggregate', name, place })
      break
    }
    case 'schema':
      hints.drops.push({ kind: 'schema', name: readName(node.name).name, place })
      break
    case 'policy':
    case 'rule': {
      const name = labelOf({ name: { name: node.name }, table: names.qualify(node.table ?? '') })
      hints.drops.push({ kind: node.kind, name, place })
      break
    }
    case 'trigger':
      hints.drops.push({ kind: 'trigger', in: nameText(names.qualify(node.table ?? '')), name: node.name, place })
      break
  }
}
