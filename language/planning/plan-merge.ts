import type { MergeRequest } from '../../compiler/revisions/merge/request.ts'
import { sharedObjects } from '../../compiler/revisions/merge/shared-objects.ts'
import { hasErrors } from '../diagnostic.ts'
import type { Loaded } from '../load.ts'
import { type OpenHistory, schemaOf } from './open-history.ts'
import { type NextChange, planNext } from './plan-next.ts'

/** The change that a merge carries. */
export interface MergeChange {
  readonly change: NextChange
  /** The objects that more than one branch changed. */
  readonly shared: readonly string[]
  /** How many steps still lead to the schema files, where the merge does not carry them. */
  readonly pending: number
}

/**
 * Plans a merge of branches that go together. Where no object was changed by more than one branch it carries nothing; else what
 * leads to the schema files, which say what is meant: `read` then has to refuse those that have errors.
 */
export function planMerge(open: OpenHistory, request: MergeRequest, read: (isMeant: boolean) => Loaded): MergeChange {
  const { heads } = request
  const shared = sharedObjects(request)
  if (shared.length > 0) return { change: planNext(open, read(true), heads), shared, pending: 0 }
  const loaded = read(false)
  const schema = schemaOf(open, heads)
  const change = { parents: heads, steps: [], hazards: [], before: schema, after: schema }
  const pending = hasErrors(loaded.diagnostics) ? 0 : planNext(open, loaded, heads).steps.length
  return { change, shared, pending }
}
