import { nameText } from '../../schema/name.ts'
import { headOf } from '../../schema/table.ts'
import type { StepDefinitions } from '../definition.ts'
import { editTable, tableIn } from '../edit-table.ts'
import { renameTableEverywhere } from '../follow/rename-relation.ts'
import { expect } from '../misfit.ts'
import { sameHead, sameTable } from '../same.ts'

export const tableSteps: StepDefinitions<'create table' | 'drop table' | 'rename table' | 'alter table'> = {
  'create table': {
    apply({ table }, draft) {
      const key = nameText(table.name)
      expect(!draft.tables.has(key), `Table ${key} is there already.`, key)
      draft.tables.set(key, table)
    },
    invert: ({ table }) => ({ kind: 'drop table', table }),
    describe: ({ table }) => `create table ${nameText(table.name)}`,
  },
  'drop table': {
    apply({ table }, draft) {
      const key = nameText(table.name)
      expect(sameTable(tableIn(draft, table.name), table), `Table ${key} is not as dropped.`, key)
      draft.tables.delete(key)
    },
    invert: ({ table }) => ({ kind: 'create table', table }),
    describe: ({ table }) => `drop table ${nameText(table.name)}`,
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
      editTable(draft, table, ({ name, columns, constraints, indexes }) => ({
        ...to,
        name,
        columns,
        constraints,
        indexes,
      }))
    },
    invert: ({ table, from, to }) => ({ kind: 'alter table', table, from: to, to: from }),
    describe: ({ table }) => `alter table ${nameText(table)}`,
  },
}
