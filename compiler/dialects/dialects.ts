import type { DialectName } from '../schema/dialect.ts'
import type { Dialect } from './dialect.ts'
import { postgres } from './postgres/postgres.ts'
import { sqlite } from './sqlite/sqlite.ts'

/** Every dialect by its name. */
export const dialects: Readonly<Record<DialectName, Dialect>> = { postgres, sqlite }
