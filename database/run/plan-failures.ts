import { MigError } from '../../compiler/failure.ts'
import type { RevisionGraph } from '../../compiler/revisions/graph.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { LedgerRow } from '../ledger/ledger.ts'

/** A revision has no SQL for this database. */
export function missingSql(id: string, file: string, dialect: DialectName): MigError {
  return new MigError({
    code: 'MIG340',
    message: `Revision ${id} has no SQL for ${dialect}: ${file} is not there.`,
    remedy: `Run \`mig compile\` to render it, or restore the file from version control. Nothing was changed.`,
    facts: { revision: id, file },
    exit: 1,
  })
}

/** A SQL file is not what was rendered. */
export function editedByHand(id: string, file: string): MigError {
  return new MigError({
    code: 'MIG341',
    message: `${file} was changed by hand, or is not the SQL of revision ${id}: its SHA-256 does not hold.`,
    remedy:
      'Restore it from version control, or remove the file and run `mig compile`. SQL of your own belongs into a `sql` step of revision.mig. Nothing was changed.',
    facts: { revision: id, file },
    exit: 1,
  })
}

/** A revision is not what ran. */
export function editedAfter(row: LedgerRow, sum: string, file: string): MigError {
  return new MigError({
    code: 'MIG546',
    message: `Revision ${row.id} '${row.message}' was edited after it ran (${row.started}, by ${row.by}): the SHA-256 of what ran is ${row.checksum}, that of ${file} is ${sum}.`,
    remedy: `Restore the file from version control, and make the change in a revision of its own. If the database does hold what the file says now, take the new sum over with \`mig stamp ${row.id}\`. Nothing was changed.`,
    facts: { revision: row.id, file, ran: row.checksum, found: sum },
    exit: 1,
  })
}

/** A revision stands half way, and must come to its end before anything else runs. */
export function halfWay(graph: Pick<RevisionGraph, 'nodes' | 'children'>, row: LedgerRow): MigError {
  const command = row.direction === 'up' ? `mig upgrade ${row.id}` : `mig downgrade ${justBelow(graph, row.id)}`
  const said = row.error === undefined ? '' : ` It stopped with: ${row.error}`
  return new MigError({
    code: 'MIG547',
    message: `Revision ${row.id} '${row.message}' stands half way ${row.direction}: ${row.done} of its ${row.statements} statements ran, because some cannot run in a transaction.${said}`,
    remedy: `Let it finish with \`${command}\`, which goes on after the last statement that ran. If it can never work, do by hand what is left of its SQL, or undo what ran, and say where the database is with \`mig stamp\`. Nothing was changed.`,
    facts: { revision: row.id, direction: row.direction, done: row.done, statements: row.statements },
    exit: 1,
  })
}

/** Where a downgrade of this revision alone ends. */
function justBelow(graph: Pick<RevisionGraph, 'nodes' | 'children'>, id: string): string {
  const [parent = 'base'] = graph.nodes.get(id)?.parents ?? []
  const isOnly = parent !== 'base' && graph.children.get(parent)?.length === 1
  return isOnly ? parent : `${id}@${parent}`
}

/** A statement would end the transaction that keeps a revision whole. */
export function controlsTransaction(file: string, line: number, sql: string): MigError {
  return new MigError({
    code: 'MIG555',
    message: `${file}:${line}: the statement \`${sql}\` would begin or end a transaction, and Mig keeps those itself.`,
    remedy:
      'Remove it from the sql step of the revision and run `mig compile`: each revision runs in one transaction, and what cannot is set apart by Mig. Nothing was changed.',
    facts: { file, line, statement: sql },
    exit: 1,
  })
}
