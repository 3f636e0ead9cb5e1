import { resolve } from 'node:path'
import { MigError } from '../compiler/failure.ts'
import type { DialectName } from '../compiler/schema/dialect.ts'
import { redactUrl } from './redact-url.ts'

/** Where a database is. */
export interface DatabaseAddress {
  readonly dialect: DialectName
  /** `postgres://…` as it was given, or `sqlite:` and an absolute path. */
  readonly url: string
}

const SCHEMES: Readonly<Record<string, DialectName>> = {
  postgres: 'postgres',
  postgresql: 'postgres',
  sqlite: 'sqlite',
}
const FORMS = 'postgres://USER:PASSWORD@HOST:PORT/NAME, or sqlite:PATH'

/**
 * Reads `postgres://…`, `postgresql://…` or `sqlite:PATH`, whose path is relative to `folder`; messages name `source`, the
 * variable that it was in, if there is one. Throws MIG433 for another scheme, MIG434 for a URL that does not hold
 * together, MIG436 for a database in memory.
 */
export function readDatabaseAddress(text: string, folder: string, source?: string): DatabaseAddress {
  try {
    return readAddress(text.trim(), folder)
  } catch (error) {
    if (!(error instanceof MigError) || source === undefined) throw error
    const { code, message, remedy, facts } = error
    throw new MigError({ code, message: `${source}: ${message}`, remedy, facts: { ...facts, source }, exit: 2 })
  }
}

function readAddress(url: string, folder: string): DatabaseAddress {
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(url)?.[0].toLowerCase()
  const dialect = scheme === undefined ? undefined : SCHEMES[scheme]
  if (dialect === undefined) throw unknownScheme(url, scheme)
  if (dialect === 'postgres') return { dialect, url: checkedPostgres(url) }
  return { dialect, url: `sqlite:${resolve(folder, sqlitePath(url))}` }
}

/** The path of an SQLite database from its address. */
export function pathOf({ url }: DatabaseAddress): string {
  return url.replace(/^sqlite:/i, '')
}

function checkedPostgres(url: string): string {
  const read = parsed(url)
  const whole = read !== undefined && ![read.username, read.password, read.pathname].some(isBroken)
  const strays = read === undefined ? '' : `${read.hash}${read.pathname}${parameterNames(read)}`
  if (whole && !/[@#]/.test(strays) && /^[a-z]+:\/\//i.test(url)) return url
  throw malformed(
    url,
    'Write it as postgres://USER:PASSWORD@HOST:PORT/NAME. In a password the signs @ : / ? # % are percent-encoded: %40 %3A %2F %3F %23 %25.',
  )
}

/** As the driver reads it: the host may be missing after the `@`. */
function parsed(url: string): URL | undefined {
  return URL.parse(url) ?? URL.parse(url.replace('@/', '@localhost/')) ?? undefined
}

function isBroken(part: string): boolean {
  return /%(?![0-9a-f]{2})/i.test(part)
}

function parameterNames(read: URL): string {
  return [...read.searchParams.keys()].join()
}

function sqlitePath(url: string): string {
  const path = url.slice('sqlite:'.length)
  if (path === ':memory:') throw inMemory()
  const plain = path.replace(/^\/+/, '')
  if (path.startsWith('//'))
    throw malformed(url, `Write sqlite:${plain} for a path from here, or sqlite:/${plain} for one from the root.`)
  if (path === '' || path.includes('?'))
    throw malformed(url, 'Write sqlite:PATH, with the path of the file and no parameters.')
  return path
}

function unknownScheme(url: string, scheme: string | undefined): MigError {
  const driver = /^(postgres(?:ql)?|sqlite)[+.]/.exec(scheme ?? '')?.[1]
  const shown = redactUrl(url)
  const message =
    scheme === undefined ? `'${shown}' is no URL of a database.` : `Mig knows no database behind '${scheme}:'.`
  const remedy =
    driver === undefined ? `Write ${FORMS}.` : `Mig needs no name of a driver: write ${driver}: instead of ${scheme}:.`
  return new MigError({ code: 'MIG433', message, remedy, facts: { database: shown }, exit: 2 })
}

function malformed(url: string, remedy: string): MigError {
  const shown = redactUrl(url)
  const message = `The URL '${shown}' does not hold together.`
  return new MigError({ code: 'MIG434', message, remedy, facts: { database: shown }, exit: 2 })
}

function inMemory(): MigError {
  const message = 'A database in memory is gone when the command ends.'
  return new MigError({ code: 'MIG436', message, remedy: 'Name a file: sqlite:PATH.', exit: 2 })
}
