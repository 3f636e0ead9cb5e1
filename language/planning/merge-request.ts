import { dialects } from '../../compiler/dialects/dialects.ts'
import type { MergeRequest } from '../../compiler/revisions/merge/request.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { OpenHistory } from './open-history.ts'

/** What is to be joined, as the compiler wants it. */
export function mergeRequest(
  { graph, revisions }: Pick<OpenHistory, 'graph' | 'revisions'>,
  heads: readonly string[],
  targets: readonly DialectName[],
): MergeRequest {
  return { graph, revisions, heads, targets, render: (steps, before, name) => dialects[name].render(steps, before) }
}
