import { MigError } from '../../compiler/failure.ts'
import { severalHeads } from '../../compiler/revisions/failures.ts'
import { heads } from '../../compiler/revisions/graph.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Draft } from '../../language/planning/drafts.ts'
import type { OpenHistory } from '../../language/planning/open-history.ts'
import { renderDrafts } from './drafts.ts'

/**
 * Where there are several heads nothing can be planned, but the SQL of drafts needs no plan: it is rendered, and the
 * failure that follows says so.
 */
export function renderBeforeMerge(
  open: OpenHistory,
  drafts: readonly Draft[],
  targets: readonly DialectName[],
  head: unknown,
  cwd: string,
): void {
  const tips = heads(open.graph)
  if (head !== undefined || tips.length < 2) return
  const rendered = renderDrafts(open, drafts, targets, cwd)
  if (rendered.length === 0) return
  const { code, message, remedy, facts, exit } = severalHeads('head', tips)
  throw new MigError({
    code,
    message: `${message} Nothing was planned. Rendered: ${rendered.join(', ')}.`,
    remedy,
    facts: { ...facts, rendered },
    exit,
  })
}
