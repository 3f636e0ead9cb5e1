import { handDown } from '../../schema/inheritance.ts'
import { nameText, type QName, quoteName } from '../../schema/name.ts'
import { columnOf } from '../../schema/table.ts'
import type { StepDefinitions } from '../definition.ts'
import { editTable, replaceMember, tableIn } from '../edit-table.ts'
import { renameColumnEverywhere } from '../follow/rename-column.ts'
import { expect } from '../misfit.ts'
import { sameColumn } from '../same.ts'
import type { AlterColumn } from '../step.ts'

const path = (table: QName, column: string) => `${nameText(table)}.${quoteName(column)}`

export const columnSteps: StepDefinitions<'add column' | 'drop column' | 'rename column' | 'alter column'> = {
  'add column': {
    apply({ table, column }, draft) {
      const there = columnOf(tableIn(draft, table), column.name)
      expect(there === undefined, `Column ${path(table, column.name)} is there already.`, path(table, column.name))
      editTable(draft, table, old => ({ ...old, columns: [...old.columns, column] }))
      handDown(draft.tables, nameText(table), sameColumn)
    },
    invert: step => ({ ...step, kind: 'drop column' }),
    describe: ({ table, column }) => `add column ${path(table, column.name)}`,
  },
  'drop column': {
    apply({ table, column }, draft) {
      const there = columnOf(tableIn(draft, table), column.name)
      const object = path(table, column.name)
      expect(there !== undefined && sameColumn(there, column), `Column ${object} is not as dropped.`, object)
      editTable(draft, table, old => ({ ...old, columns: old.columns.filter(item => item.name !== column.name) }))
      handDown(draft.tables, nameText(table), sameColumn)
    },
    invert: step => ({ ...step, kind: 'add column' }),
    describe: ({ table, column }) => `drop column ${path(table, column.name)}`,
  },
  'rename column': {
    apply({ table, from, to }, draft) {
      const old = tableIn(draft, table)
      expect(columnOf(old, from) !== undefined, `There is no column ${path(table, from)}.`, path(table, from))
      expect(columnOf(old, to) === undefined, `Column ${path(table, to)} is there already.`, path(table, to))
      renameColumnEverywhere(draft, table, from, to)
    },
    invert: ({ table, from, to }) => ({ kind: 'rename column', table, from: to, to: from }),
    describe: ({ table, from, to }) => `rename column ${path(table, from)} to ${quoteName(to)}`,
  },
  'alter column': {
    apply({ table, from, to }, draft) {
      const there = columnOf(tableIn(draft, table), from.name)
      const object = path(table, from.name)
      expect(there !== undefined && sameColumn(there, from), `Column ${object} is not as altered.`, object)
      editTable(draft, table, old => ({ ...old, columns: replaceMember(old.columns, from.name, to) }))
      handDown(draft.tables, nameText(table), sameColumn)
    },
    invert: ({ table, from, to, convert, revert, fill, fillDown }): AlterColumn => ({
      kind: 'alter column',
      table,
      from: to,
      to: from,
      ...(revert && { convert: revert }),
      ...(convert && { revert: convert }),
      ...(fillDown && { fill: fillDown }),
      ...(fill && { fillDown: fill }),
    }),
    describe: ({ table, from }) => `alter column ${path(table, from.name)}`,
  },
}
