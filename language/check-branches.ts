import { dialects } from '../compiler/dialects/dialects.ts'
import { MigError } from '../compiler/failure.ts'
import { readMigrations } from '../compiler/revisions/folder.ts'
import { loadGraph } from '../compiler/revisions/graph.ts'
import { findConflicts } from '../compiler/revisions/merge/find-conflicts.ts'
import type { DialectName } from '../compiler/schema/dialect.ts'
import { parseRevision } from './parse-revision.ts'

/** Throws MIG358 when revisions of several branches cannot stand in one database side by side. */
export function checkBranches(migrations: string, heads: readonly string[], dialect: DialectName): void {
  const history = readMigrations(migrations, parseRevision)
  const graph = loadGraph(history.revisions.map(({ revision }) => revision))
  const revisions = new Map(history.revisions.map(stored => [stored.revision.id, stored]))
  const [conflict] = findConflicts({
    graph,
    revisions,
    heads,
    targets: [dialect],
    render: (steps, before, name) => dialects[name].render(steps, before),
  })
  if (conflict === undefined) return
  const ids = conflict.sides.map(side => side.revision)
  throw new MigError({
    code: 'MIG358',
    message: `The revisions ${ids.join(' and ')} stand on different branches and do not go together: ${conflict.message}`,
    remedy: `Nothing was run. Put one branch on top of the other with \`mig merge --rebase ${heads.at(-1)!}\`, or name the one head to go to.`,
    facts: { revisions: ids, object: conflict.object },
    exit: 1,
  })
}
