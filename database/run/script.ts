import { downgradePath } from '../../compiler/revisions/downgrade-path.ts'
import { downOf } from '../../compiler/revisions/graph.ts'
import { readTarget } from '../../compiler/revisions/range.ts'
import { resolve } from '../../compiler/revisions/resolve.ts'
import type { Direction } from '../../compiler/revisions/stored-revision.ts'
import { upgradePath } from '../../compiler/revisions/upgrade-path.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import { createLedger } from '../ledger/ledger-sql.ts'
import { checkLoss } from './check-loss.ts'
import { plannedRun } from './plan-runs.ts'
import { type RunOptions, settingsOf } from './run-options.ts'
import type { Runnables } from './runnable.ts'
import { printRun } from './script-run.ts'

/** A script that a person runs. */
export interface ScriptRequest {
  readonly dialect: DialectName
  readonly direction: Direction
  /** A target, or a range `A:B` that says where the database is as well. */
  readonly target: string
  readonly allowLoss: boolean
}

/** A script, and the revisions that it runs, in order. */
export interface Script {
  readonly sql: string
  readonly ids: readonly string[]
}

/** Both shells must stop at the first error instead of going on with the rest. */
const STOP: Readonly<Record<DialectName, string>> = {
  postgres: '\\set ON_ERROR_STOP on',
  sqlite: '.bail on\npragma foreign_keys = on;',
}

const SHELL: Readonly<Record<DialectName, string>> = { postgres: 'psql DATABASE -f', sqlite: 'sqlite3 DATABASE <' }

/**
 * The script that does what `mig upgrade` or `mig downgrade` would do on a database that stands where the range begins
 * (an upgrade without one begins at base), ledger and all, without asking a database. It stops before it changes anything
 * when the database is elsewhere.
 */
export function scriptOf(runnables: Runnables, request: ScriptRequest, options: RunOptions): Script {
  const { dialect, direction, target, allowLoss } = request
  const { graph, revisions } = runnables
  const settings = settingsOf(options, ledgerOf(dialect, options.ledger))
  const range = readTarget(target, direction === 'up' ? 'upgrade' : 'downgrade', true)
  const from = range.from === undefined ? [] : resolve(graph, range.from)
  const ids = direction === 'up' ? upgradePath(graph, from, range.to) : downgradePath(graph, from, range.to)
  const runs = ids.map(id => plannedRun(revisions.get(id)!, direction, undefined, settings))
  if (direction === 'down' && !allowLoss) checkLoss(runs)
  const what = `${direction === 'up' ? 'Up' : 'Down'} from ${from.join(', ') || 'base'}: ${ids.join(', ') || 'nothing to do'}`
  const head = [`-- ${what}`, `-- Run it with: ${SHELL[dialect]} FILE`, STOP[dialect]]
  const parts = runs.map((run, at) => {
    const before = at === 0 ? [`${createLedger(settings.ledger)};`] : []
    return printRun(run, settings, { below: downOf(graph, run.id), before })
  })
  return { sql: `${[head.join('\n'), ...parts].join('\n\n')}\n`, ids }
}
