import { nameText, quoteName } from '../../schema/name.ts'
import { triggerKey } from '../../schema/schema.ts'
import type { StepDefinitions } from '../definition.ts'
import { renameInDepends } from '../follow/depends.ts'
import { replaceKey } from '../follow/rename-relation.ts'
import { expect } from '../misfit.ts'
import { sameTrigger } from '../same.ts'

type Kinds = 'create trigger' | 'drop trigger' | 'rename trigger' | 'alter trigger'

export const triggerSteps: StepDefinitions<Kinds> = {
  'create trigger': {
    apply({ trigger }, draft) {
      const key = triggerKey(trigger)
      expect(!draft.triggers.has(key), `Trigger ${key} is there already.`, key)
      draft.triggers.set(key, trigger)
    },
    invert: ({ trigger }) => ({ kind: 'drop trigger', trigger }),
    describe: ({ trigger }) => `create trigger ${quoteName(trigger.name)} on ${nameText(trigger.table)}`,
  },
  'drop trigger': {
    apply({ trigger }, draft) {
      const key = triggerKey(trigger)
      const there = draft.triggers.get(key)
      expect(there !== undefined && sameTrigger(there, trigger), `Trigger ${key} is not as dropped.`, key)
      draft.triggers.delete(key)
    },
    invert: ({ trigger }) => ({ kind: 'create trigger', trigger }),
    describe: ({ trigger }) => `drop trigger ${quoteName(trigger.name)} on ${nameText(trigger.table)}`,
  },
  'rename trigger': {
    apply({ table, from, to }, draft) {
      const key = triggerKey({ table, name: from })
      const next = triggerKey({ table, name: to })
      const there = draft.triggers.get(key)
      expect(there !== undefined, `There is no trigger ${key}.`, key)
      expect(!draft.triggers.has(next), `Trigger ${next} is there already.`, next)
      replaceKey(draft.triggers, key, next, { ...there, name: to })
      renameInDepends(draft, { name: from }, { name: to })
    },
    invert: ({ table, from, to }) => ({ kind: 'rename trigger', table, from: to, to: from }),
    describe: ({ table, from, to }) => `rename trigger ${quoteName(from)} on ${nameText(table)} to ${quoteName(to)}`,
  },
  'alter trigger': {
    apply({ from, to }, draft) {
      const key = triggerKey(from)
      const there = draft.triggers.get(key)
      expect(there !== undefined && sameTrigger(there, from), `Trigger ${key} is not as altered.`, key)
      draft.triggers.set(key, to)
    },
    invert: ({ from, to }) => ({ kind: 'alter trigger', from: to, to: from }),
    describe: ({ from }) => `alter trigger ${quoteName(from.name)} on ${nameText(from.table)}`,
  },
}
