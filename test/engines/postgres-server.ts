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
  readonly stop: () => Promise<void>
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

/** Makes a database cluster in a temporary folder and starts a server on it. Fails when it cannot. */
export async function startPostgres(version: PostgresVersion): Promise<PostgresServer> {
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
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const server = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...settings], options)
    const url = `postgres://postgres@127.0.0.1:${port}`
    const stop = () => stopServer(server).finally(remove)
    await ready(server)
    return { version, url, stop }
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

function stopServer(server: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (server.exitCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill('SIGQUIT')
  })
}
