import { readFileSync, writeSync } from 'node:fs'
import { connectPostgres } from '../../../database/postgres.ts'
import { runJourney } from '../../../database/run/run-journey.ts'
import type { DatabaseSource } from '../../../database/source.ts'
import { connectSqlite } from '../../../database/sqlite.ts'
import { killHistory } from './kill-histories.ts'

/** What a runner in a process of its own is to do: one line of JSON on its stdin. */
export interface RunnerJob {
  readonly url: string
  readonly direction: 'up' | 'down'
  readonly target: string
  /** The statement at which it says `reached`, as `REVISION/NUMBER`, and where it stays until it is killed. */
  readonly stop?: string
  /** Whether it runs that statement, and stays after it. */
  readonly goOn?: boolean
}

const job = JSON.parse(readFileSync(0, 'utf8')) as RunnerJob
const path = job.url.replace(/^sqlite:/, '')
const source: DatabaseSource = job.url.startsWith('sqlite:')
  ? { dialect: 'sqlite', open: () => connectSqlite(path) }
  : { dialect: 'postgres', open: () => connectPostgres(job.url) }

let isWaiting = false
const { ran } = await runJourney(
  source,
  killHistory(source.dialect),
  { direction: job.direction, target: job.target, allowLoss: true },
  {
    onEvent: event => {
      const isStop = event.kind === 'statement' && `${event.id}/${event.at}` === job.stop
      if (isStop) writeSync(1, 'reached\n')
      if (isWaiting || (isStop && job.goOn !== true)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
      isWaiting ||= isStop
    },
  },
)
writeSync(1, `ran ${ran.map(({ id }) => id).join(' ')}\n`)
