import { quoteName } from '../../schema/name.ts'
import type { StepDefinitions } from '../definition.ts'
import { renameSchemaEverywhere } from '../follow/rename-schema.ts'
import { expect } from '../misfit.ts'
import { sameNamespace } from '../same.ts'

export const schemaSteps: StepDefinitions<'create schema' | 'drop schema' | 'rename schema' | 'alter schema'> = {
  'create schema': {
    apply({ schema }, draft) {
      expect(!draft.schemas.has(schema.name), `Schema ${schema.name} is there already.`, schema.name)
      draft.schemas.set(schema.name, schema)
    },
    invert: ({ schema }) => ({ kind: 'drop schema', schema }),
    describe: ({ schema }) => `create schema ${quoteName(schema.name)}`,
  },
  'drop schema': {
    apply({ schema }, draft) {
      const there = draft.schemas.get(schema.name)
      expect(
        there !== undefined && sameNamespace(there, schema),
        `Schema ${schema.name} is not as dropped.`,
        schema.name,
      )
      draft.schemas.delete(schema.name)
    },
    invert: ({ schema }) => ({ kind: 'create schema', schema }),
    describe: ({ schema }) => `drop schema ${quoteName(schema.name)}`,
  },
  'rename schema': {
    apply({ from, to }, draft) {
      expect(draft.schemas.has(from), `There is no schema ${from}.`, from)
      expect(!draft.schemas.has(to), `Schema ${to} is there already.`, to)
      renameSchemaEverywhere(draft, from, to)
    },
    invert: ({ from, to }) => ({ kind: 'rename schema', from: to, to: from }),
    describe: ({ from, to }) => `rename schema ${quoteName(from)} to ${quoteName(to)}`,
  },
  'alter schema': {
    apply({ from, to }, draft) {
      const there = draft.schemas.get(from.name)
      expect(there !== undefined && sameNamespace(there, from), `Schema ${from.name} is not as altered.`, from.name)
      draft.schemas.set(from.name, to)
    },
    invert: ({ from, to }) => ({ kind: 'alter schema', from: to, to: from }),
    describe: ({ from }) => `alter schema ${quoteName(from.name)}`,
  },
}
