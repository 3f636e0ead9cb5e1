import type { Dialect, Statement } from '../../compiler/dialects/dialect.ts'
import { dialects } from '../../compiler/dialects/dialects.ts'
import { alignNames } from '../../compiler/dialects/sqlite/align-names.ts'
import { MigError } from '../../compiler/failure.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Step } from '../../compiler/steps/step.ts'
import type { Connection } from '../connection.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import { patient } from '../run/busy.ts'
import { asRunFailure } from '../run/driver-failure.ts'
import { stateOf } from '../run/read-current.ts'
import { type RunOptions, type RunSettings, settingsOf } from '../run/run-options.ts'
import type { DatabaseSource } from '../source.ts'
import type { CatalogObject } from './catalog-object.ts'
import { compareWith, type Drift, halfWayDrift } from './compare-with.ts'
import type { DriftFinding } from './drift-finding.ts'
import { type Folds, foldsAt } from './folds-at.ts'
import { ledgerFindings, pendingFinding, type Revisions } from './ledger-findings.ts'
import { type Live, readLive } from './read-live.ts'
import { unmanagedObjects } from './unmanaged.ts'

/** What a database is, compared with what its revisions make of it. */
export interface DatabaseCheck {
  readonly dialect: DialectName
  /** Where the ledger says that it is. */
  readonly current: readonly string[]
  readonly pending: readonly string[]
  readonly findings: readonly DriftFinding[]
  /** Whether the schema was compared: it cannot be where the ledger has revisions that no folder holds. */
  readonly compared: boolean
  /** What the revisions make that the database has, where it was compared. */
  readonly schema?: Schema
  /** What would bring the schema back, and the SQL that does. */
  readonly steps: readonly Step[]
  readonly statements: readonly Statement[]
  readonly unmanaged: readonly CatalogObject[]
}

type CheckOptions = Pick<RunOptions, 'ledger' | 'lockTimeout' | 'tableLockTimeout' | 'onEvent' | 'signal' | 'nameOf'>

/** How often a database is read anew that somebody changes meanwhile. */
const ATTEMPTS = 3

/**
 * Compares the ledger and the schema of a database with the revisions that the ledger says it has, and changes nothing: the
 * catalogs are read in a transaction that can only read, and what Postgres is asked to spell is rolled back.
 */
export async function checkDatabase(
  source: DatabaseSource,
  history: Revisions,
  options: CheckOptions,
): Promise<DatabaseCheck> {
  const settings = settingsOf(options, ledgerOf(source.dialect, options.ledger))
  const connection = patient(await source.open(), settings)
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const check = await checkOnce(connection, history, settings)
      if (check !== undefined) return check
    }
    throw changing()
  } catch (error) {
    throw asRunFailure(error)
  } finally {
    await connection.close()
  }
}

/** Undefined when the ledger changed while the database was looked at. */
async function checkOnce(
  connection: Connection,
  history: Revisions,
  settings: RunSettings,
): Promise<DatabaseCheck | undefined> {
  const { ledger, tableLockTimeout: lockTimeout } = settings
  const { rows, found } = await readLive(connection, { ledger, lockTimeout, wantedBy: read => foldsAt(history, read) })
  const { graph } = history
  const { current, pending } = stateOf(graph, rows)
  const told = ledgerFindings(history, rows, settings)
  const rest = pendingFinding(history, rows)
  const at = { dialect: connection.dialect, current, pending }
  if (found === undefined) {
    return { ...at, findings: [...told, ...rest], compared: false, steps: [], statements: [], unmanaged: [] }
  }
  const { live, wanted } = found
  const dialect = dialects[connection.dialect]
  const drift = await driftFrom(wanted, { connection, live, lockTimeout, dialect })
  const again = await readLive(connection, { ledger, lockTimeout, wantedBy: () => undefined })
  if (JSON.stringify(again.rows) !== JSON.stringify(rows)) return undefined
  return {
    ...at,
    findings: [...told, ...drift.findings, ...rest],
    compared: true,
    schema: wanted.fold,
    steps: drift.steps,
    statements: statementsOf(dialect, drift, live),
    unmanaged: unmanagedObjects(live, drift.wanted, ledger.schema),
  }
}

async function driftFrom(
  { fold, other, handWritten }: Folds,
  where: { connection: Connection; live: Live; lockTimeout: number; dialect: Dialect },
): Promise<Drift> {
  const subject = { ...where, handWritten }
  const drift = await compareWith(fold, subject)
  return other === undefined ? drift : halfWayDrift(drift, await compareWith(other, subject))
}

function statementsOf(dialect: Dialect, { steps, wanted }: Drift, { schema }: Live): readonly Statement[] {
  if (steps.length === 0) return []
  return dialect.render(steps, dialect.name === 'sqlite' ? alignNames(schema, wanted) : schema)
}

function changing(): MigError {
  return new MigError({
    code: 'MIG577',
    message: 'Revisions run on the database again and again while it is looked at.',
    remedy: 'Wait until the upgrade is done, and run the command again.',
  })
}
