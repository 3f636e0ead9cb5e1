import { nameText } from '../../schema/name.ts'
import type { StepDefinitions } from '../definition.ts'
import { renameEnumEverywhere } from '../follow/rename-enum.ts'
import { renameEnumValues } from '../follow/rename-enum-values.ts'
import { expect } from '../misfit.ts'
import { sameEnum } from '../same.ts'

export const enumSteps: StepDefinitions<'create enum' | 'drop enum' | 'rename enum' | 'alter enum'> = {
  'create enum': {
    apply(step, draft) {
      const key = nameText(step.enum.name)
      expect(!draft.enums.has(key), `Enum ${key} is there already.`, key)
      draft.enums.set(key, step.enum)
    },
    invert: step => ({ kind: 'drop enum', enum: step.enum }),
    describe: step => `create enum ${nameText(step.enum.name)}`,
  },
  'drop enum': {
    apply(step, draft) {
      const key = nameText(step.enum.name)
      const there = draft.enums.get(key)
      expect(there !== undefined && sameEnum(there, step.enum), `Enum ${key} is not as dropped.`, key)
      draft.enums.delete(key)
    },
    invert: step => ({ kind: 'create enum', enum: step.enum }),
    describe: step => `drop enum ${nameText(step.enum.name)}`,
  },
  'rename enum': {
    apply({ from, to }, draft) {
      expect(draft.enums.has(nameText(from)), `There is no enum ${nameText(from)}.`, nameText(from))
      expect(!draft.enums.has(nameText(to)), `Enum ${nameText(to)} is there already.`, nameText(to))
      renameEnumEverywhere(draft, from, to)
    },
    invert: ({ from, to }) => ({ kind: 'rename enum', from: to, to: from }),
    describe: ({ from, to }) => `rename enum ${nameText(from)} to ${nameText(to)}`,
  },
  'alter enum': {
    apply(step, draft) {
      const key = nameText(step.from.name)
      const there = draft.enums.get(key)
      expect(there !== undefined && sameEnum(there, step.from), `Enum ${key} is not as altered.`, key)
      draft.enums.set(key, step.to)
      renameEnumValues(draft, step)
    },
    invert: ({ from, to, renames, moves }) => ({
      kind: 'alter enum',
      from: to,
      to: from,
      renames: renames.map(({ from: old, to: now }) => ({ from: now, to: old })),
      moves,
    }),
    describe: ({ from }) => `alter enum ${nameText(from.name)}`,
  },
}
