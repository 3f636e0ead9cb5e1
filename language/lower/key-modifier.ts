import type { Column } from '../../compiler/schema/column.ts'
import type { Constraint } from '../../compiler/schema/constraint.ts'
import type { KeyModifier } from './column.ts'
import { lowerCheck } from './constraint.ts'
import type { Context } from './context.ts'
import { lowerConflict } from './index-properties.ts'
import { lowerReference } from './reference.ts'
import type { TableDraft } from './table-draft.ts'

/** Turns a modifier of a column into the key, check or index of the table that it stands for. */
export function addKeyModifier(node: KeyModifier, column: Column, draft: TableDraft, context: Context): void {
  const columns = [column.name]
  const only = column.only === undefined ? {} : { only: column.only }
  const add = (value: Constraint, words?: readonly string[]) =>
    draft.constraints.push({ value, node, context, ...(words && { words }) })
  switch (node.$type) {
    case 'PrimaryModifier':
      add({ kind: 'primary', name: '', columns, ...lowerConflict(node), ...only })
      break
    case 'UniqueModifier':
      add({ kind: 'unique', name: '', columns, ...lowerConflict(node), ...only })
      break
    case 'IndexModifier':
      draft.indexes.push({ value: { name: '', keys: [{ column: column.name }], ...only }, node, context })
      break
    case 'CheckModifier':
      add({ ...lowerCheck(node, context), ...only }, columns)
      break
    case 'ReferenceModifier':
      add({
        kind: 'foreign',
        name: '',
        columns,
        targetColumns: node.column === undefined ? [] : [node.column],
        ...lowerReference(node, context),
        ...only,
      })
      break
  }
}
