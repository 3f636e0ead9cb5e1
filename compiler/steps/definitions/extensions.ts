import { quoteName } from '../../schema/name.ts'
import type { StepDefinitions } from '../definition.ts'
import { expect } from '../misfit.ts'
import { sameExtension } from '../same.ts'

export const extensionSteps: StepDefinitions<'create extension' | 'drop extension' | 'alter extension'> = {
  'create extension': {
    apply({ extension }, draft) {
      expect(!draft.extensions.has(extension.name), `Extension ${extension.name} is there already.`, extension.name)
      draft.extensions.set(extension.name, extension)
    },
    invert: ({ extension }) => ({ kind: 'drop extension', extension }),
    describe: ({ extension }) => `create extension ${quoteName(extension.name)}`,
  },
  'drop extension': {
    apply({ extension }, draft) {
      const there = draft.extensions.get(extension.name)
      const same = there !== undefined && sameExtension(there, extension)
      expect(same, `Extension ${extension.name} is not as dropped.`, extension.name)
      draft.extensions.delete(extension.name)
    },
    invert: ({ extension }) => ({ kind: 'create extension', extension }),
    describe: ({ extension }) => `drop extension ${quoteName(extension.name)}`,
  },
  'alter extension': {
    apply({ from, to }, draft) {
      const there = draft.extensions.get(from.name)
      expect(there !== undefined && sameExtension(there, from), `Extension ${from.name} is not as altered.`, from.name)
      draft.extensions.set(from.name, to)
    },
    invert: ({ from, to }) => ({ kind: 'alter extension', from: to, to: from }),
    describe: ({ from }) => `alter extension ${quoteName(from.name)}`,
  },
}
