import type { Schema } from '../schema/schema.ts'
import { sameView } from '../steps/same-view.ts'
import type { Step } from '../steps/step.ts'
import { compareMaps } from './compare.ts'

/** Views that come, go or change their query. */
export function diffViews(before: Schema, after: Schema): readonly Step[] {
  return compareMaps(before.views, after.views, sameView, {
    added: view => [{ kind: 'create view', view }],
    dropped: view => [{ kind: 'drop view', view }],
    changed: (from, to) => [{ kind: 'alter view', from, to }],
  })
}
