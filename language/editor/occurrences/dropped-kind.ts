import { nameText } from '../../../compiler/schema/name.ts'
import { columnOf, constraintOf, indexOf } from '../../../compiler/schema/table.ts'
import type { NameKind } from '../occurrence.ts'
import type { NameCollector, Owner } from './name-collector.ts'

/** What `dropped NAME` in a table names, as far as the revisions know it: most likely a column. */
export function droppedKind(name: string, { node, key }: Owner, { model, context }: NameCollector): NameKind {
  if (node.$type === 'MixinDeclaration') return 'column'
  const tables = model.past?.schema.tables
  const was = node.was === undefined ? undefined : nameText(context.names.qualify(node.was))
  const table = tables?.get(key) ?? (was === undefined ? undefined : tables?.get(was))
  if (table === undefined || columnOf(table, name) !== undefined) return 'column'
  if (constraintOf(table, name) !== undefined) return 'constraint'
  return indexOf(table, name) === undefined ? 'column' : 'index'
}
