import { join } from 'node:path'
import { writeRevision } from '../../compiler/revisions/folder.ts'
import { findDrafts } from '../../language/planning/drafts.ts'
import { nextRevision } from '../../language/planning/next-revision.ts'
import { nextParents } from '../../language/planning/plan-next.ts'
import { readClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { compileDryRun } from '../output/compile-dry-run.ts'
import { compilePending } from '../output/compile-pending.ts'
import { type CompileReport, compileWritten } from '../output/compile-written.ts'
import { ALLOW_OPTIONS, readAllows } from '../project/allow.ts'
import { chosenMessage } from '../project/chosen-message.ts'
import { displayPath } from '../project/display-path.ts'
import { draftWarnings, refuseSpoilt, renderDrafts } from '../project/drafts.ts'
import { openHistory } from '../project/open-history.ts'
import { openSchema } from '../project/open-schema.ts'
import { planUpon } from '../project/plan-upon.ts'
import { renderBeforeMerge } from '../project/render-before-merge.ts'
import { settleHazards } from '../project/settle-hazards.ts'
import { showTouched } from '../project/show-touched.ts'

/** `mig compile`: checks the schema, and writes what leads to it from the head. */
export const compile: Command = {
  options: [
    {
      flags: '-m, --message <text>',
      text: 'what the revision is for; also names its folder (default: its first step)',
    },
    { flags: '--check', text: 'write nothing; exit 1 when something is to be written' },
    { flags: '--dry-run', text: 'print the revision and its SQL instead of writing them' },
    { flags: '--head <rev>', text: 'the parent, where there are several heads' },
    { flags: '--id <id>', text: 'an id of your own: letters, digits and _' },
    ...ALLOW_OPTIONS,
    {
      flags: '--format <format>',
      text: 'with --check: print problems for another program',
      choices: ['github', 'sarif'],
    },
  ],
  examples: [
    ["mig compile -m 'add exercises'", 'write the next revision'],
    ['mig compile --check', 'in a build pipeline: was something forgotten?'],
    ["mig compile -m 'phone' --allow MIG204:users.phone --because 'no rows yet'", 'own a risk'],
  ],
  run: (context, _, options) => {
    const { loaded, problems } = openSchema(context)
    const open = openHistory(loaded.project, context.cwd)
    const targets = loaded.project.targets.map(target => target.dialect)
    const drafts = findDrafts(open, targets, Boolean(options.check))
    if (!options.check) refuseSpoilt(drafts, context.cwd)
    if (!options.check && !options.dryRun) renderBeforeMerge(open, drafts, targets, options.head, context.cwd)
    const change = planUpon(open, loaded, nextParents(open, options.head), context.cwd)
    const settled = settleHazards(change.hazards, readAllows(options), loaded, context.cwd)
    const notes = showTouched(problems, loaded, change.steps, context.cwd)
    const warnings = [...notes, ...settled.warnings, ...(options.check ? [] : draftWarnings(drafts, context.cwd))]
    const report: CompileReport = { change, hazards: settled.hazards, warnings, drafts, cwd: context.cwd }
    if (options.check) return compilePending(report, displayPath(context.cwd, loaded.project.file))

    const message = String(options.message ?? chosenMessage(change.steps))
    const words = { message, created: readClock(context.env), ...idOf(options.id) }
    const next = change.steps.length === 0 ? undefined : nextRevision(change, settled.hazards, targets, words)
    if (options.dryRun) return compileDryRun(report, next)
    const rendered = renderDrafts(open, drafts, targets, context.cwd)
    if (next !== undefined) writeRevision(open.path, next.revision, next.files)
    const path = next && displayPath(context.cwd, join(open.path, next.folder))
    return compileWritten(report, rendered, next && { ...next, path: path! })
  },
}

function idOf(id: unknown): { readonly id?: string } {
  return id === undefined ? {} : { id: String(id) }
}
