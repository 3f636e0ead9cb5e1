import { nameText } from '../../../../compiler/schema/name.ts'
import type { PartitionBound } from '../../../../compiler/schema/partition.ts'
import type { Table } from '../../../../compiler/schema/table.ts'
import type { TableSubject } from '../../../checks/subject.ts'
import type { FixAt } from '../fix.ts'
import { up } from '../text/nodes.ts'

/** The table whose partition a diagnostic stands in. */
export function parentAt({ model, node }: FixAt): TableSubject | undefined {
  const own = up(node, 'TableDeclaration')
  const declared = model.subject.declarations.find(one => one.node === own)
  if (own?.parent === undefined || declared === undefined) return undefined
  return model.subject.tables.get(nameText(declared.context.names.qualify(own.parent)))
}

/** Which rows a partition of a table has. */
export function boundOf({ partitionOf }: Table, parent: string): PartitionBound | undefined {
  return partitionOf !== undefined && nameText(partitionOf.parent) === parent ? partitionOf.bound : undefined
}
