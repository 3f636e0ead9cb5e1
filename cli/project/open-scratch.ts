import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quoteIdentifier } from '../../compiler/dialects/postgres/quote.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { type DatabaseAddress, readDatabaseAddress } from '../../database/database-address.ts'
import { redactUrl } from '../../database/redact-url.ts'
import { embeddedPostgres } from '../../database/verify/embedded-postgres.ts'
import { openScratch, type Scratch } from '../../database/verify/scratch.ts'
import type { Option, Options } from '../command.ts'
import { WrongUsage } from '../wrong-usage.ts'

/** `--on`: another engine than the embedded one. */
export const ON_OPTION: Option = {
  flags: '--on <url>',
  text: 'an empty scratch database, postgres://… or sqlite:PATH, instead of the embedded one; may be given for each target',
  many: true,
}

/** A scratch database, and what people call it. */
export interface NamedScratch {
  readonly scratch: Scratch
  readonly engine: string
}

/** What the embedded Postgres must have before the first revision; another server has its own roles. */
export interface Needs {
  readonly extensions: readonly string[]
  readonly roles: readonly string[]
}

/** The databases that `--on` names, at most one for each target. */
export function readOn({ on }: Options, cwd: string): ReadonlyMap<DialectName, DatabaseAddress> {
  const addresses = new Map<DialectName, DatabaseAddress>()
  for (const url of (on ?? []) as readonly string[]) {
    const address = readDatabaseAddress(url, cwd)
    if (addresses.has(address.dialect)) {
      throw new WrongUsage(`--on names two ${address.dialect} databases.`, 'Name one for each target.')
    }
    addresses.set(address.dialect, address)
  }
  return addresses
}

/** Runs something on the scratch database of a target: the one that was named, or an embedded one. It is empty afterwards. */
export async function onScratch<T>(
  target: DialectName,
  address: DatabaseAddress | undefined,
  needs: Needs,
  run: (named: NamedScratch) => Promise<T>,
): Promise<T> {
  if (address !== undefined) return closing(await openScratch(address), redactUrl(address.url), run)
  if (target === 'postgres')
    return closing(await withRoles(await embeddedPostgres(needs.extensions), needs.roles), 'PGlite', run)
  const folder = mkdtempSync(join(tmpdir(), 'mig-verify-'))
  try {
    const file = await openScratch({ dialect: 'sqlite', url: `sqlite:${join(folder, 'scratch.db')}` })
    return await closing(file, 'SQLite', run)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withRoles(scratch: Scratch, roles: readonly string[]): Promise<Scratch> {
  const { query, exec } = scratch.connection
  const there = new Set((await query('select rolname from pg_roles')).map(row => String(row.rolname)))
  for (const role of roles) if (!there.has(role)) await exec(`create role ${quoteIdentifier(role)}`)
  return scratch
}

async function closing<T>(scratch: Scratch, engine: string, run: (named: NamedScratch) => Promise<T>): Promise<T> {
  try {
    return await run({ scratch, engine })
  } finally {
    await scratch.close()
  }
}
