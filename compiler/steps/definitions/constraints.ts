import { nameText, quoteName } from '../../schema/name.ts'
import { constraintOf } from '../../schema/table.ts'
import type { StepDefinitions } from '../definition.ts'
import { editTable, replaceMember, tableIn } from '../edit-table.ts'
import { expect } from '../misfit.ts'
import { sameConstraint } from '../same.ts'

type Kinds = 'add constraint' | 'drop constraint' | 'rename constraint' | 'alter constraint'

export const constraintSteps: StepDefinitions<Kinds> = {
  'add constraint': {
    apply({ table, constraint }, draft) {
      const there = constraintOf(tableIn(draft, table), constraint.name)
      const object = `${nameText(table)}.${quoteName(constraint.name)}`
      expect(there === undefined, `Constraint ${object} is there already.`, object)
      editTable(draft, table, old => ({ ...old, constraints: [...old.constraints, constraint] }))
    },
    invert: step => ({ ...step, kind: 'drop constraint' }),
    describe: ({ table, constraint }) => `add constraint ${nameText(table)}.${quoteName(constraint.name)}`,
  },
  'drop constraint': {
    apply({ table, constraint }, draft) {
      const there = constraintOf(tableIn(draft, table), constraint.name)
      const object = `${nameText(table)}.${quoteName(constraint.name)}`
      expect(
        there !== undefined && sameConstraint(there, constraint),
        `Constraint ${object} is not as dropped.`,
        object,
      )
      editTable(draft, table, old => ({
        ...old,
        constraints: old.constraints.filter(item => item.name !== constraint.name),
      }))
    },
    invert: step => ({ ...step, kind: 'add constraint' }),
    describe: ({ table, constraint }) => `drop constraint ${nameText(table)}.${quoteName(constraint.name)}`,
  },
  'rename constraint': {
    apply({ table, from, to }, draft) {
      const old = tableIn(draft, table)
      const there = constraintOf(old, from)
      expect(there !== undefined, `There is no constraint ${quoteName(from)} on ${nameText(table)}.`, nameText(table))
      expect(constraintOf(old, to) === undefined, `Constraint ${quoteName(to)} is there already.`, nameText(table))
      const constraints = replaceMember(old.constraints, from, { ...there, name: to })
      draft.tables.set(nameText(table), { ...old, constraints })
    },
    invert: ({ table, from, to }) => ({ kind: 'rename constraint', table, from: to, to: from }),
    describe: ({ table, from, to }) => `rename constraint ${nameText(table)}.${quoteName(from)} to ${quoteName(to)}`,
  },
  'alter constraint': {
    apply({ table, from, to }, draft) {
      const there = constraintOf(tableIn(draft, table), from.name)
      const object = `${nameText(table)}.${quoteName(from.name)}`
      expect(there !== undefined && sameConstraint(there, from), `Constraint ${object} is not as altered.`, object)
      editTable(draft, table, old => ({ ...old, constraints: replaceMember(old.constraints, from.name, to) }))
    },
    invert: ({ table, from, to }) => ({ kind: 'alter constraint', table, from: to, to: from }),
    describe: ({ table, from }) => `alter constraint ${nameText(table)}.${quoteName(from.name)}`,
  },
}
