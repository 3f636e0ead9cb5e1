import { join } from 'node:path'
import { writeRevision } from '../../compiler/revisions/folder.ts'
import { heads, loadGraph } from '../../compiler/revisions/graph.ts'
import { checkRevisionId } from '../../compiler/revisions/graph-problems.ts'
import { folderName, revisionId } from '../../compiler/revisions/identity.ts'
import { newNeeds, newParents, onlyHead } from '../../compiler/revisions/new-revision.ts'
import type { Revision } from '../../compiler/revisions/revision.ts'
import type { SqlStep } from '../../compiler/steps/step.ts'
import { mergeRequest } from '../../language/planning/merge-request.ts'
import type { OpenHistory } from '../../language/planning/open-history.ts'
import { printRevision } from '../../language/print/revision.ts'
import { printStep } from '../../language/print/step.ts'
import { readClock } from '../clock.ts'
import type { Command, Options } from '../command.ts'
import { displayPath } from '../project/display-path.ts'
import { refuseConflicts } from '../project/merge-conflicts.ts'
import { openHistory } from '../project/open-history.ts'
import { readSchema } from '../project/open-schema.ts'
import { WrongUsage } from '../wrong-usage.ts'

/** `mig revision`: an empty revision to write SQL into. */
export const revision: Command = {
  options: [
    { flags: '-m, --message <text>', text: 'what the revision is for' },
    { flags: '--head <rev>', text: 'the parent; base for none', many: true },
    { flags: '--splice', text: 'let the parent be a revision that is no head: a branch begins there' },
    { flags: '--label <name>', text: 'a name for the branch', many: true },
    { flags: '--needs <rev>', text: 'a revision that must run before, without being the parent', many: true },
    { flags: '--id <id>', text: 'an id of your own: letters, digits and _' },
  ],
  examples: [
    ["mig revision -m 'seed default exercises'", 'then fill in its sql step, and mig compile'],
    ["mig revision -m 'nightly' --head b5fa --splice --label nightly", 'begin a branch'],
  ],
  run: (context, _, options) => {
    const { project } = readSchema(context).loaded
    const open = openHistory(project, context.cwd)
    const made = emptyRevision(open, options, readClock(context.env))
    const targets = project.targets.map(target => target.dialect)
    if (made.parents.length > 1) refuseConflicts(open, mergeRequest(open, made.parents, targets), context.cwd)
    loadGraph([...open.graph.nodes.values(), made])
    writeRevision(open.path, made, { 'revision.mig': printRevision(made) })
    const path = displayPath(context.cwd, join(open.path, folderName(made)))
    const { id, parents } = made
    const text = `wrote ${path}/revision.mig\nNext: fill in its sql step, then run mig compile.`
    return { exit: 0, text, json: { written: { id, path, parents, steps: [], hazards: [] } } }
  },
}

function emptyRevision(open: OpenHistory, options: Options, created: string): Revision {
  const message = String(options.message ?? '')
  if (message === '') throw new WrongUsage('A revision needs a message.', "Run mig revision -m 'MESSAGE'.")
  const many = (name: string) => (options[name] ?? []) as readonly string[]
  const step: SqlStep = { kind: 'sql', name: message, up: { run: { all: '' } }, down: { run: { all: '' } } }
  const parents = parentsOf(open, many('head'), options.splice === true)
  if (options.id !== undefined) checkRevisionId(String(options.id))
  return {
    id: options.id === undefined ? revisionId(parents, message, printStep(step)) : String(options.id),
    message,
    parents,
    needs: newNeeds(open.graph, many('needs')),
    labels: many('label'),
    created,
    allows: [],
    steps: [step],
  }
}

function parentsOf({ graph }: OpenHistory, named: readonly string[], splice: boolean): readonly string[] {
  if (named.length > 0) return newParents(graph, named, splice)
  const only = onlyHead('head', heads(graph))
  return only === undefined ? [] : [only]
}
