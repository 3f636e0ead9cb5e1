import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'
import { type PostgresVersion, postgresBinaries } from './postgres-binaries.ts'
import { unprivilegedAccount } from './unprivileged-account.ts'

/** A running Postgres server. */
export interface PostgresServer {
  readonly version: PostgresVersion
  /** `postgres://…` without a database; append `/NAME`. */
  readonly url: string
  /** Stops it for good. */
  readonly stop: () => Promise<void>
  /** Shuts it down: `SIGINT` fast, `SIGQUIT` at once, as in a crash (server-shutdown in the manual). */
  readonly shutDown: (signal: 'SIGINT' | 'SIGQUIT') => Promise<void>
  /** Starts it again, on the same data and the same port. */
  readonly startAgain: () => Promise<void>
}

const INITDB = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '60',
  shared_buffers: '32MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/** The settings that a server has by itself: what it has committed survives a crash. */
export const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

/** Makes a database cluster in a temporary folder and starts a server on it, fast rather than durable. Fails when it cannot. */
export async function startPostgres(
  version: PostgresVersion,
  own: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const account = unprivilegedAccount()
  const folder = mkdtempSync(join(tmpdir(), `mig-postgres-${version}-`))
  if (account) chownSync(folder, account.uid, account.gid)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const binaries = postgresBinaries(version, account, folder)
    const data = join(folder, 'data')
    const port = await freePort()
    const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, ...account }
    await promisify(execFile)(join(binaries, 'initdb'), [`--pgdata=${data}`, ...INITDB], options)
    const settings = Object.entries({ ...SETTINGS, ...own }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const start = () => spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...settings], options)
    let server = start()
    const url = `postgres://postgres@127.0.0.1:${port}`
    await ready(server)
    return {
      version,
      url,
      stop: () => stopServer(server, 'SIGQUIT').finally(remove),
      shutDown: signal => stopServer(server, signal),
      startAgain: () => {
        server = start()
        return ready(server)
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr?.on('data', chunk => {
      log += chunk
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', code => reject(new Error(`postgres ended with ${code} before it was ready:\n${log}`)))
  })
}

function stopServer(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise(resolve => {
    if (server.exitCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill(signal)
  })
}
