import { handDown, noteChild, withParentColumns } from '../../schema/inheritance.ts'
import { nameText } from '../../schema/name.ts'
import { headOf, type TableHead } from '../../schema/table.ts'
import type { StepDefinitions } from '../definition.ts'
import { editTable, tableIn } from '../edit-table.ts'
import { changeParents } from '../follow/change-parents.ts'
import { renameTableEverywhere } from '../follow/rename-relation.ts'
import { expect } from '../misfit.ts'
import { sameColumn, sameHead, sameTable } from '../same.ts'

function wordOf({ partitionOf }: TableHead): string {
  return partitionOf === undefined ? 'table' : 'partition'
}

/** The rows of a partition have a place when it goes on the way back, and none when it goes because somebody says so. */
function undoing({ partitionOf }: TableHead, undo: true | undefined): { readonly undo?: true } {
  return partitionOf === undefined || undo ? {} : { undo: true }
}

export const tableSteps: StepDefinitions<'create table' | 'drop table' | 'rename table' | 'alter table'> = {
  'create table': {
    apply({ table }, draft) {
      const key = nameText(table.name)
      expect(!draft.tables.has(key), `Table ${key} is there already.`, key)
      noteChild(draft.tables, table)
      draft.tables.set(key, withParentColumns(table, draft.tables, sameColumn))
    },
    invert: ({ table, undo }) => ({ kind: 'drop table', table, ...undoing(table, undo) }),
    describe: ({ table }) => `create ${wordOf(table)} ${nameText(table.name)}`,
  },
  'drop table': {
    apply({ table }, draft) {
      const key = nameText(table.name)
      expect(sameTable(tableIn(draft, table.name), table), `Table ${key} is not as dropped.`, key)
      draft.tables.delete(key)
    },
    invert: ({ table, undo }) => ({ kind: 'create table', table, ...undoing(table, undo) }),
    describe: ({ table }) => `drop ${wordOf(table)} ${nameText(table.name)}`,
  },
  'rename table': {
    apply({ from, to }, draft) {
      tableIn(draft, from)
      expect(!draft.tables.has(nameText(to)), `Table ${nameText(to)} is there already.`, nameText(to))
      renameTableEverywhere(draft, from, to)
    },
    invert: ({ from, to }) => ({ kind: 'rename table', from: to, to: from }),
    describe: ({ from, to }) => `rename table ${nameText(from)} to ${nameText(to)}`,
  },
  'alter table': {
    apply({ table, from, to }, draft) {
      const key = nameText(table)
      expect(sameHead(headOf(tableIn(draft, table)), from), `Table ${key} is not as altered.`, key)
      editTable(draft, table, ({ name, columns, constraints, indexes }) =>
        changeParents({ ...to, name, columns, constraints, indexes }, from, draft.tables),
      )
      noteChild(draft.tables, to)
      handDown(draft.tables, key, sameColumn)
    },
    invert: ({ table, from, to }) => ({ kind: 'alter table', table, from: to, to: from }),
    describe: ({ table }) => `alter table ${nameText(table)}`,
  },
}
