import { nameText } from '../../schema/name.ts'
import type { StepDefinitions } from '../definition.ts'
import { renameViewEverywhere } from '../follow/rename-relation.ts'
import { expect } from '../misfit.ts'
import { sameView } from '../same-view.ts'

export const viewSteps: StepDefinitions<'create view' | 'drop view' | 'rename view' | 'alter view'> = {
  'create view': {
    apply({ view }, draft) {
      const key = nameText(view.name)
      expect(!draft.views.has(key), `View ${key} is there already.`, key)
      draft.views.set(key, view)
    },
    invert: ({ view }) => ({ kind: 'drop view', view }),
    describe: ({ view }) => `create view ${nameText(view.name)}`,
  },
  'drop view': {
    apply({ view }, draft) {
      const key = nameText(view.name)
      const there = draft.views.get(key)
      expect(there !== undefined && sameView(there, view), `View ${key} is not as dropped.`, key)
      draft.views.delete(key)
    },
    invert: ({ view }) => ({ kind: 'create view', view }),
    describe: ({ view }) => `drop view ${nameText(view.name)}`,
  },
  'rename view': {
    apply({ from, to }, draft) {
      expect(draft.views.has(nameText(from)), `There is no view ${nameText(from)}.`, nameText(from))
      expect(!draft.views.has(nameText(to)), `View ${nameText(to)} is there already.`, nameText(to))
      renameViewEverywhere(draft, from, to)
    },
    invert: ({ from, to }) => ({ kind: 'rename view', from: to, to: from }),
    describe: ({ from, to }) => `rename view ${nameText(from)} to ${nameText(to)}`,
  },
  'alter view': {
    apply({ from, to }, draft) {
      const key = nameText(from.name)
      const there = draft.views.get(key)
      expect(there !== undefined && sameView(there, from), `View ${key} is not as altered.`, key)
      draft.views.set(key, to)
    },
    invert: ({ from, to }) => ({ kind: 'alter view', from: to, to: from }),
    describe: ({ from }) => `alter view ${nameText(from.name)}`,
  },
}
