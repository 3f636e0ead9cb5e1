import { keyOfId, labelOf, objectKey } from '../../schema/objects/object-key.ts'
import type { StepDefinitions } from '../definition.ts'
import { renameObjectEverywhere } from '../follow/rename-object.ts'
import { expect } from '../misfit.ts'
import { sameObject } from '../objects/same-object.ts'

/** The object of a key as a sentence begins with it: `Function add(integer)`. */
const titled = (key: string) => key[0]!.toUpperCase() + key.slice(1)

export const objectSteps: StepDefinitions<'create object' | 'drop object' | 'rename object' | 'alter object'> = {
  'create object': {
    apply({ object }, draft) {
      const key = objectKey(object)
      expect(!draft.objects.has(key), `${titled(key)} is there already.`, key)
      draft.objects.set(key, object)
    },
    invert: ({ object }) => ({ kind: 'drop object', object }),
    describe: ({ object }) => `create ${objectKey(object)}`,
  },
  'drop object': {
    apply({ object }, draft) {
      const key = objectKey(object)
      const there = draft.objects.get(key)
      expect(there !== undefined && sameObject(there, object), `${titled(key)} is not as dropped.`, key)
      draft.objects.delete(key)
    },
    invert: ({ object }) => ({ kind: 'create object', object }),
    describe: ({ object }) => `drop ${objectKey(object)}`,
  },
  'rename object': {
    apply({ from, to }, draft) {
      const [key, next] = [keyOfId(from), keyOfId(to)]
      expect(draft.objects.has(key), `There is no ${key}.`, key)
      expect(!draft.objects.has(next), `${titled(next)} is there already.`, next)
      renameObjectEverywhere(draft, from, to)
    },
    invert: ({ from, to }) => ({ kind: 'rename object', from: to, to: from }),
    describe: ({ from, to }) => `rename ${keyOfId(from)} to ${labelOf(to)}`,
  },
  'alter object': {
    apply({ from, to }, draft) {
      const key = objectKey(from)
      const there = draft.objects.get(key)
      expect(there !== undefined && sameObject(there, from), `${titled(key)} is not as altered.`, key)
      draft.objects.set(key, to)
    },
    invert: ({ from, to, renames, convert, revert }) => ({
      kind: 'alter object',
      from: to,
      to: from,
      ...(revert && { convert: revert }),
      ...(convert && { revert: convert }),
      ...(renames && { renames: renames.map(({ from: old, to: now }) => ({ from: now, to: old })) }),
    }),
    describe: ({ from }) => `alter ${objectKey(from)}`,
  },
}
