import { execFileSync } from 'node:child_process'
import { chownSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MigError } from '../../compiler/failure.ts'
import { connect } from '../../database/connect.ts'
import type { Connection } from '../../database/connection.ts'
import { freePort } from '../engines/free-port.ts'
import { type PostgresServer, startPostgres } from '../engines/postgres-server.ts'
import { unprivilegedAccount } from '../engines/unprivileged-account.ts'
import { failureOf } from './failure-of.ts'

/** Signs that mean something in a URL, a shell, a connection string or a regular expression. */
const PASSWORD = `s3cr3t@:/?#%&=+ '"\\[]$*ü🙂`
const ENCODED = encodeURIComponent(PASSWORD)

const open = (url: string, timeout?: number) =>
  connect({ dialect: 'postgres', url }, timeout === undefined ? {} : { timeout })

/** The failure of connecting, after a look for anything of the password in it. */
async function refused(url: string, timeout?: number): Promise<MigError> {
  const failure = await failureOf(async () => (await open(url, timeout)).close())
  const all = `${failure.stack}${failure.message}${failure.remedy}${JSON.stringify(failure.facts)}${String(failure.cause)}`
  expect(all).not.toMatch(/s3cr3t/)
  expect(failure.exit).toBe(3)
  return failure
}

describe.each([13, 18] as const)('postgres %i', version => {
  let server: PostgresServer
  let admin: Connection
  let host: string
  let hba: string

  beforeAll(async () => {
    server = await startPostgres(version)
    host = server.url.slice(server.url.indexOf('@') + 1)
    admin = await open(`${server.url}/postgres`)
    await admin.exec(`set password_encryption = 'scram-sha-256'`)
    await admin.exec(`create role app login password '${PASSWORD.replaceAll("'", "''")}'`)
    await admin.exec('create database shop')
    hba = String((await admin.query('show hba_file'))[0]!.hba_file)
  })
  afterAll(async () => {
    await admin?.close()
    await server?.stop()
  })
  beforeEach(() => allow('host all all 127.0.0.1/32 scram-sha-256'))

  /** Lets users in by these rules, and the administrator always. */
  async function allow(...rules: readonly string[]): Promise<void> {
    writeFileSync(hba, ['host all postgres 127.0.0.1/32 trust', ...rules, ''].join('\n'))
    await admin.exec(`select pg_reload_conf(); select pg_sleep(0.2)`)
  }

  test('an odd password opens the database', async () => {
    const connection = await open(`postgres://app:${ENCODED}@${host}/shop`)
    expect(await connection.query('select current_user as who')).toEqual([{ who: 'app' }])
    await connection.close()
  })

  test('a wrong password', async () => {
    const failure = await refused(`postgres://app:x${ENCODED}@${host}/shop`)
    expect(failure).toMatchObject({
      code: 'MIG533',
      message: `Cannot connect to postgres://app:***@${host}/shop: password authentication failed for user "app".`,
      facts: { database: `postgres://app:***@${host}/shop`, cause: '28P01' },
    })
  })

  test('a password in a parameter', async () => {
    const failure = await refused(`postgres://${host}/shop?user=app&password=x${ENCODED}`)
    expect(failure.message).toContain(`postgres://${host}/shop?user=app&password=***: password authentication failed`)
  })

  test('no password where the server asks for one', async () => {
    const failure = await refused(`postgres://app@${host}/shop`)
    expect(failure).toMatchObject({ code: 'MIG533' })
    expect(failure.message).toMatch(/the server asks for a password, and there is none\.$/)
  })

  test('a user that there is not', async () => {
    await allow('host all all 127.0.0.1/32 trust')
    const failure = await refused(`postgres://nobody:${ENCODED}@${host}/shop`)
    expect(failure).toMatchObject({ code: 'MIG533', facts: { cause: '28000' } })
    expect(failure.message).toMatch(/role "nobody" does not exist\.$/)
  })

  test('a user who may not connect to the database', async () => {
    await admin.exec('revoke connect on database shop from public')
    const failure = await refused(`postgres://app:${ENCODED}@${host}/shop`)
    await admin.exec('grant connect on database shop to public')
    expect(failure).toMatchObject({ code: 'MIG533', facts: { cause: '42501' } })
  })

  test('a database that there is not', async () => {
    const failure = await refused(`postgres://app:${ENCODED}@${host}/shopp`)
    expect(failure).toMatchObject({ code: 'MIG534', facts: { cause: '3D000' } })
    expect(failure.message).toMatch(/database "shopp" does not exist\.$/)
  })

  test('a server that offers no TLS', async () => {
    const failure = await refused(`postgres://app:${ENCODED}@${host}/shop?sslmode=require`)
    expect(failure).toMatchObject({ code: 'MIG535' })
    expect(failure.message).toMatch(/it offers no TLS\.$/)
    for (const mode of ['disable', 'allow', 'prefer'])
      await (await open(`postgres://app:${ENCODED}@${host}/shop?sslmode=${mode}`)).close()
  })

  test('a server that wants TLS', async () => {
    await allow('hostssl all app 127.0.0.1/32 scram-sha-256')
    const failure = await refused(`postgres://app:${ENCODED}@${host}/shop`)
    expect(failure).toMatchObject({ code: 'MIG535', facts: { cause: '28000' } })
    expect(failure.remedy).toContain('sslmode=require')
  })

  test('a certificate that nobody trusts', async () => {
    certify(dirname(hba))
    await admin.exec(`alter system set ssl = on`)
    await admin.exec(`select pg_reload_conf(); select pg_sleep(0.3)`)
    const failure = await refused(`postgres://app:${ENCODED}@${host}/shop?sslmode=verify-full`)
    expect(failure).toMatchObject({ code: 'MIG535', facts: { cause: 'DEPTH_ZERO_SELF_SIGNED_CERT' } })
    expect(failure.remedy).toContain('sslrootcert=FILE')
    const isEncrypted = 'select ssl from pg_stat_ssl where pid = pg_backend_pid()'
    for (const mode of [
      'no-verify',
      'allow',
      'prefer',
      'require',
      `verify-ca&sslrootcert=${dirname(hba)}/server.crt`,
    ]) {
      const trusted = await open(`postgres://app:${ENCODED}@${host}/shop?sslmode=${mode}`)
      expect(await trusted.query(isEncrypted)).toEqual([{ ssl: true }])
      await trusted.close()
    }
  })

  test('no room for another session', async () => {
    await admin.exec('alter role app connection limit 1')
    const first = await open(`postgres://app:${ENCODED}@${host}/shop`)
    const failure = await refused(`postgres://app:${ENCODED}@${host}/shop`)
    await first.close()
    await admin.exec('alter role app connection limit -1')
    expect(failure).toMatchObject({ code: 'MIG536', facts: { cause: '53300' } })
  })
})

describe('without a server', () => {
  const servers: Server[] = []
  afterAll(() => {
    for (const server of servers) server.close()
  })

  async function listen(answer: (data: Buffer) => string | undefined): Promise<number> {
    const server = createServer(socket => {
      socket.on('error', () => {})
      socket.on('data', data => {
        const text = answer(data)
        if (text !== undefined) socket.end(text)
      })
    })
    servers.push(server)
    const port = await freePort()
    await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
    return port
  }

  test('a host that is not known', async () => {
    const failure = await refused('postgres://app:s3cr3t@no-such-host.invalid/shop')
    expect(failure).toMatchObject({ code: 'MIG530' })
    expect(failure.message).toBe(
      'Cannot connect to postgres://app:***@no-such-host.invalid/shop: the host is not known.',
    )
  })

  test('a port where nobody listens', async () => {
    const failure = await refused(`postgres://app:s3cr3t@127.0.0.1:${await freePort()}/shop`)
    expect(failure).toMatchObject({ code: 'MIG531', facts: { cause: 'ECONNREFUSED' } })
  })

  test('a name with several addresses where nobody listens', async () => {
    expect((await refused(`postgres://app:s3cr3t@localhost:${await freePort()}/shop`)).code).toBe('MIG531')
  })

  test('a socket that is not there', async () => {
    expect((await refused('postgres://app:s3cr3t@/shop?host=/no/such/folder')).code).toBe('MIG531')
  })

  test('a server that says nothing', async () => {
    const port = await listen(() => undefined)
    const failure = await refused(`postgres://app:s3cr3t@127.0.0.1:${port}/shop`, 300)
    expect(failure).toMatchObject({ code: 'MIG532' })
    expect((await refused(`postgres://app:s3cr3t@127.0.0.1:${port}/shop?connect_timeout=1`)).code).toBe('MIG532')
  })

  test('a server of another kind', async () => {
    const port = await listen(() => 'HTTP/1.1 400 Bad Request\r\n\r\n')
    expect((await refused(`postgres://app:s3cr3t@127.0.0.1:${port}/shop`, 3000)).code).toBe('MIG539')
  })
})

/** Puts a certificate that it signed itself into the data folder of a server. */
function certify(data: string): void {
  const [key, certificate] = [join(data, 'server.key'), join(data, 'server.crt')]
  const what = ['req', '-new', '-x509', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1']
  execFileSync('openssl', [...what, '-keyout', key, '-out', certificate], { stdio: 'pipe' })
  const account = unprivilegedAccount()
  if (account) for (const file of [key, certificate]) chownSync(file, account.uid, account.gid)
  expect(readFileSync(certificate, 'utf8')).toContain('CERTIFICATE')
}
