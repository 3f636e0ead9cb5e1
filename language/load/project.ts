import type { DialectName } from '../../compiler/schema/dialect.ts'

/** What the project block says. */
export interface Project {
  readonly name: string
  /** The file it stands in. */
  readonly file: string
  readonly targets: readonly Target[]
  /** The folder of the revisions, as an absolute path. */
  readonly migrations: string
  readonly databases: readonly Database[]
  /** The schema that names without one are in. */
  readonly defaultSchema?: string
}

/** A database that the schema is compiled for, with the least version that must be able to run it. */
export interface Target {
  readonly dialect: DialectName
  readonly version?: string
}

/** Where a target is found: a URL, or the variable of the environment that holds one. */
export interface Database {
  readonly dialect: DialectName
  readonly url?: string
  readonly env?: string
}
