import { heads } from '../../../compiler/revisions/graph.ts'
import type { Revision } from '../../../compiler/revisions/revision.ts'
import type { StoredRevision } from '../../../compiler/revisions/stored-revision.ts'
import { hasErrors } from '../../../language/diagnostic.ts'
import type { Past } from '../../../language/editor/past.ts'
import type { ProjectModel } from '../../../language/editor/project-model.ts'
import { type Loaded, loadProject } from '../../../language/load.ts'
import { nextRevision } from '../../../language/planning/next-revision.ts'
import { type OpenHistory, openHistory, schemaOf } from '../../../language/planning/open-history.ts'
import { planNext } from '../../../language/planning/plan-next.ts'
import { readRevision } from '../../../language/revision-text.ts'

const FOLDER = '/project'
const HEAD = 'project p {\n  targets postgres 14, sqlite 3.38\n}\n'

/** One revision that makes all that a project says, as if it had been compiled: its files exist in memory only. */
export function pastOf(model: ProjectModel): Past {
  return pastOfLoaded([model.loaded], model.loaded.project.migrations)
}

/**
 * A revision for each of some schema texts in a row, each planned from the one before it with its hints: what
 * `mig compile` would have written each time. Each text gets a project block unless it has one.
 */
export function pastOfTexts(...texts: readonly string[]): Past {
  const loads = texts.map(text => {
    const whole = /^project\b/m.test(text) ? text : HEAD + text
    return loadProject(`${FOLDER}/schema.mig`, path => (path === `${FOLDER}/schema.mig` ? whole : undefined))
  })
  return pastOfLoaded(loads, `${FOLDER}/migrations`)
}

function pastOfLoaded(loads: readonly Loaded[], path: string): Past {
  let open = openHistory({ revisions: [], problems: [] }, path)
  for (const [at, loaded] of loads.entries()) {
    if (hasErrors(loaded.diagnostics)) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'))
    const change = planNext(open, loaded, heads(open.graph))
    const targets = loaded.project.targets.map(({ dialect }) => dialect)
    const created = `2026-01-05T05:${String(30 + at)}:00Z`
    const { folder, files } = nextRevision(change, change.hazards, targets, { message: `change ${at + 1}`, created })
    const file = `${path}/${folder}/revision.mig`
    const { revision, places } = readRevision(files['revision.mig']!, file)
    const stepLines = places.map(({ start }) => start.line + 1)
    const sql: StoredRevision['sql'] = (dialect, direction) => files[`${dialect}.${direction}.sql`]
    open = withRevision(open, { revision: revision as Revision, folder, file, stepLines, sql })
  }
  const { graph, revisions } = open
  return { path, graph, revisions, heads: heads(graph), schema: schemaOf(open, heads(graph)) }
}

function withRevision({ history, path }: OpenHistory, stored: StoredRevision): OpenHistory {
  return openHistory({ ...history, revisions: [...history.revisions, stored] }, path)
}
