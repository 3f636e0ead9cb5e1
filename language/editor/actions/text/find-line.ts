import type { AstNode } from 'langium'
import { nameText } from '../../../../compiler/schema/name.ts'
import type { ForeignLine, IndexLine, KeyLine, TableSubject } from '../../../checks/subject.ts'
import type { ColumnDeclaration } from '../../../generated/ast.ts'
import type { ProjectModel } from '../../project-model.ts'
import { up } from './nodes.ts'

/** The table whose line a node stands in; of a mixin's line, the first table that includes it. */
export function tableWith(model: ProjectModel, node: AstNode): TableSubject | undefined {
  const { tables, declarations } = model.subject
  const own = up(node, 'TableDeclaration')
  if (own !== undefined) {
    const declared = declarations.find(one => one.node === own)
    const table = declared && tables.get(nameText(declared.context.names.qualify(own.name ?? '')))
    return table?.node === own ? table : undefined
  }
  const column = up(node, 'ColumnDeclaration')
  for (const table of tables.values()) {
    if (column?.name !== undefined && table.columns.get(column.name)?.node === column) return table
    if (column === undefined && [...table.keys, ...table.indexes, ...table.checks].some(line => line.node === node))
      return table
  }
  return undefined
}

/** A foreign key by the node that says it, with its table. */
export function foreignAt(model: ProjectModel, node: AstNode): { table: TableSubject; line: ForeignLine } | undefined {
  const own = up(node, 'ReferenceModifier', 'ForeignMember')
  const table = own && tableWith(model, own)
  const line = table?.keys.find(key => key.node === own)
  return table === undefined || line?.kind !== 'foreign' ? undefined : { table, line }
}

/** A key or an index of a table that a node belongs to. */
export function lineAt(table: TableSubject, node: AstNode): KeyLine | IndexLine | undefined {
  for (let at: AstNode | undefined = node; at !== undefined; at = at.$container)
    for (const line of [...table.keys, ...table.indexes]) if (line.node === at) return line
  return undefined
}

/** Whether a column is part of the primary key of its table. */
export function isInPrimaryKey(model: ProjectModel, column: ColumnDeclaration): boolean {
  const keys = tableWith(model, column)?.keys ?? []
  return keys.some(key => key.kind === 'primary' && key.columns.includes(column.name))
}
