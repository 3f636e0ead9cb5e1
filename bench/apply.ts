import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sumOfBody } from '../compiler/revisions/sql-file.ts'
import type { DialectName } from '../compiler/schema/dialect.ts'
import { ledgerOf } from '../database/ledger/ledger.ts'
import { createLedger, insertEntry } from '../database/ledger/ledger-sql.ts'
import { connectPostgres } from '../database/postgres.ts'
import { runJourney } from '../database/run/run-journey.ts'
import type { DatabaseSource } from '../database/source.ts'
import { connectSqlite } from '../database/sqlite.ts'
import { readRevisionHeads } from '../language/read-revision-heads.ts'
import { DURABLE, startPostgres } from '../test/engines/postgres-server.ts'
import { writeHistory } from './history-folder.ts'

/**
 * Applies small revisions, by default 1000, through the runner, and the same SQL with the rows of the ledger through `psql`
 * and `sqlite3`, one transaction a revision, in turns, each on a database that is new; prints the best of each. The server
 * commits as durably as one does by itself, unless the second argument is `fast`.
 */
const count = Number(process.argv[2] ?? 1000)
const ROUNDS = 3
let made = 0

const folder = mkdtempSync(join(tmpdir(), 'mig-bench-apply-'))
const server = await startPostgres(18, process.argv[3] === 'fast' ? {} : DURABLE)
try {
  writeHistory(folder, count)
  console.log(
    `${count} revisions`.padEnd(16) + ['shell s', 'runner s', 'ratio'].map(title => title.padStart(10)).join(''),
  )
  await compare('sqlite')
  await compare('postgres')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function compare(dialect: DialectName): Promise<void> {
  const script = await plainScript(dialect)
  let shell = Number.POSITIVE_INFINITY
  let runner = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    shell = Math.min(shell, await timed(await freshDatabase(dialect), url => runShell(dialect, url, script)))
    runner = Math.min(runner, await timed(await freshDatabase(dialect), url => runRunner(dialect, url)))
  }
  const cells = [shell.toFixed(2), runner.toFixed(2), (runner / shell).toFixed(2)]
  console.log(dialect.padEnd(16) + cells.map(cell => cell.padStart(10)).join(''))
}

async function timed(url: string, action: (url: string) => Promise<void>): Promise<number> {
  const start = performance.now()
  await action(url)
  return (performance.now() - start) / 1000
}

async function freshDatabase(dialect: DialectName): Promise<string> {
  const name = `bench_${made++}`
  if (dialect === 'sqlite') return join(folder, `${name}.db`)
  const owner = await connectPostgres(`${server.url}/postgres`)
  await owner.exec(`create database ${name} template template0`)
  await owner.close()
  return `${server.url}/${name}`
}

/** The files as they are, each with the ledger's row before its commit. */
async function plainScript(dialect: DialectName): Promise<string> {
  const { revisions } = await readRevisionHeads(join(folder, 'migrations'))
  const ledger = ledgerOf(dialect)
  const parts = [...revisions.values()].map(({ head, file }) => {
    const sql = readFileSync(join(dirname(file), `${dialect}.up.sql`), 'utf8')
    const entry = { ...head, checksum: sumOfBody(sql), direction: 'up', by: '', tool: '', statements: 1 } as const
    const row = insertEntry(ledger, entry, { done: 1, begun: 1, elapsed: 0, finished: true })
    return sql.replace(/commit;\n$/, `${row};\ncommit;\n`)
  })
  const path = join(folder, `${dialect}.sql`)
  writeFileSync(path, `${createLedger(ledger)};\n${parts.join('\n')}`)
  return path
}

async function runShell(dialect: DialectName, url: string, script: string): Promise<void> {
  const isSqlite = dialect === 'sqlite'
  const [program, args] = isSqlite
    ? ['sqlite3', ['-bail', url, `.read ${script}`]]
    : ['psql', ['-q', '-X', '-v', 'ON_ERROR_STOP=1', '-f', script, url]]
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`)
}

async function runRunner(dialect: DialectName, url: string): Promise<void> {
  const source: DatabaseSource = {
    dialect,
    open: () => (dialect === 'sqlite' ? connectSqlite(url) : connectPostgres(url)),
  }
  const runnables = await readRevisionHeads(join(folder, 'migrations'))
  const { ran } = await runJourney(source, runnables, { direction: 'up', target: 'heads', allowLoss: false }, {})
  if (ran.length !== count) throw new Error(`${ran.length} revisions ran instead of ${count}`)
}
