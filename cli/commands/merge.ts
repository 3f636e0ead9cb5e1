import { join } from 'node:path'
import { listed } from '../../compiler/revisions/failures.ts'
import { writeRevision } from '../../compiler/revisions/folder.ts'
import { nextRevision } from '../../language/planning/next-revision.ts'
import type { OpenHistory } from '../../language/planning/open-history.ts'
import { readClock } from '../clock.ts'
import type { Command, Context, Options } from '../command.ts'
import { compileDryRun } from '../output/compile-dry-run.ts'
import { mergeWritten } from '../output/merge-written.ts'
import type { Outcome } from '../output/outcome.ts'
import { rebaseWritten } from '../output/rebase-written.ts'
import { ALLOW_OPTIONS, readAllows } from '../project/allow.ts'
import { displayPath } from '../project/display-path.ts'
import { mergeHeads } from '../project/merge-heads.ts'
import { openHistory } from '../project/open-history.ts'
import { readSchema } from '../project/open-schema.ts'
import { planMerge } from '../project/plan-merge.ts'
import { planRebase } from '../project/plan-rebase.ts'
import { rebaseBranch, rebaseEnds } from '../project/rebase-branch.ts'
import { settleHazards } from '../project/settle-hazards.ts'

/** `mig merge`: a revision with several parents. */
export const merge: Command = {
  takes: '[revisions...]',
  options: [
    { flags: '-m, --message <text>', text: 'what the merge is for; also names its folder (default: what it joins)' },
    {
      flags: '--rebase <rev>',
      text: 'instead of a merge: write the branch that ends in this head anew on top of the other',
    },
    { flags: '--dry-run', text: 'print the revision and its SQL instead of writing them' },
    { flags: '--id <id>', text: 'an id of your own: letters, digits and _' },
    ...ALLOW_OPTIONS,
  ],
  examples: [
    ["mig merge -m 'merge'", 'join all heads'],
    ["mig merge -m 'merge the shop' b5fa 77c0", 'join two of several heads'],
    ['mig merge --rebase b5fa', 'the branches do not go together: put yours on top of the other'],
  ],
  run: (context, named, options) => {
    const { loaded } = readSchema(context)
    const open = openHistory(loaded.project, context.cwd)
    const targets = loaded.project.targets.map(target => target.dialect)
    if (options.rebase !== undefined) return rebase(context, open, named, options)
    const heads = mergeHeads(open, named)
    if (heads.length < 2) return nothingToMerge(heads)
    const plan = planMerge(open, context, heads, targets)
    const settled = settleHazards(plan.change.hazards, readAllows(options), loaded, context.cwd)
    const message = String(options.message ?? `merge ${listed(heads)}`)
    const words = { message, created: readClock(context.env), ...(options.id ? { id: String(options.id) } : {}) }
    const next = nextRevision(plan.change, settled.hazards, targets, words)
    const warnings = [...plan.warnings, ...settled.warnings]
    const report = { change: plan.change, hazards: settled.hazards, warnings, drafts: [], cwd: context.cwd }
    if (options.dryRun) return compileDryRun(report, next)
    writeRevision(open.path, next.revision, next.files)
    return mergeWritten(report, { ...next, path: displayPath(context.cwd, join(open.path, next.folder)) }, plan)
  },
}

function rebase(context: Context, open: OpenHistory, beside: readonly string[], options: Options): Outcome {
  const targets = readSchema(context).loaded.project.targets.map(target => target.dialect)
  const ends = rebaseEnds(open, String(options.rebase), beside)
  const words = { created: readClock(context.env), allows: readAllows(options) }
  const plan = planRebase(open, context, ends, targets, words)
  if (!options.dryRun) rebaseBranch(open, plan)
  return rebaseWritten(plan, folder => displayPath(context.cwd, join(open.path, folder)), options.dryRun === true)
}

function nothingToMerge(heads: readonly string[]) {
  const text =
    heads.length === 0 ? 'nothing to merge: there are no revisions' : `nothing to merge: ${heads[0]!} is the only head`
  return { exit: 0 as const, text, json: { written: null } }
}
