import { nameText, quoteName } from '../../schema/name.ts'
import { indexOf } from '../../schema/table.ts'
import type { StepDefinitions } from '../definition.ts'
import { editTable, replaceMember, tableIn } from '../edit-table.ts'
import { expect } from '../misfit.ts'
import { sameIndex } from '../same.ts'

type Kinds = 'add index' | 'drop index' | 'rename index' | 'alter index'

export const indexSteps: StepDefinitions<Kinds> = {
  'add index': {
    apply({ table, index }, draft) {
      const there = indexOf(tableIn(draft, table), index.name)
      const object = `${nameText(table)}.${quoteName(index.name)}`
      expect(there === undefined, `Index ${object} is there already.`, object)
      editTable(draft, table, old => ({ ...old, indexes: [...old.indexes, index] }))
    },
    invert: step => ({ ...step, kind: 'drop index' }),
    describe: ({ table, index }) => `add index ${nameText(table)}.${quoteName(index.name)}`,
  },
  'drop index': {
    apply({ table, index }, draft) {
      const there = indexOf(tableIn(draft, table), index.name)
      const object = `${nameText(table)}.${quoteName(index.name)}`
      expect(there !== undefined && sameIndex(there, index), `Index ${object} is not as dropped.`, object)
      editTable(draft, table, old => ({
        ...old,
        indexes: old.indexes.filter(item => item.name !== index.name),
      }))
    },
    invert: step => ({ ...step, kind: 'add index' }),
    describe: ({ table, index }) => `drop index ${nameText(table)}.${quoteName(index.name)}`,
  },
  'rename index': {
    apply({ table, from, to }, draft) {
      const old = tableIn(draft, table)
      const there = indexOf(old, from)
      expect(there !== undefined, `There is no index ${quoteName(from)} on ${nameText(table)}.`, nameText(table))
      expect(indexOf(old, to) === undefined, `Index ${quoteName(to)} is there already.`, nameText(table))
      const indexes = replaceMember(old.indexes, from, { ...there, name: to })
      draft.tables.set(nameText(table), { ...old, indexes })
    },
    invert: ({ table, from, to }) => ({ kind: 'rename index', table, from: to, to: from }),
    describe: ({ table, from, to }) => `rename index ${nameText(table)}.${quoteName(from)} to ${quoteName(to)}`,
  },
  'alter index': {
    apply({ table, from, to }, draft) {
      const there = indexOf(tableIn(draft, table), from.name)
      const object = `${nameText(table)}.${quoteName(from.name)}`
      expect(there !== undefined && sameIndex(there, from), `Index ${object} is not as altered.`, object)
      editTable(draft, table, old => ({ ...old, indexes: replaceMember(old.indexes, from.name, to) }))
    },
    invert: ({ table, from, to }) => ({ kind: 'alter index', table, from: to, to: from }),
    describe: ({ table, from }) => `alter index ${nameText(table)}.${quoteName(from.name)}`,
  },
}
