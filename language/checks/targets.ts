import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Subject } from './subject.ts'

/** How a database is called in a sentence. */
export const DATABASE: Readonly<Record<DialectName, string>> = { postgres: 'Postgres', sqlite: 'SQLite' }

/** The targets that something is meant for, given what it and the things around it are limited to. */
export function targetsOf(subject: Subject, ...limits: readonly (DialectName | undefined)[]): readonly DialectName[] {
  if (limits.every(only => only === undefined)) return subject.targets
  return subject.targets.filter(target => limits.every(only => only === undefined || only === target))
}

/** The other database, as the one that a thing has to be limited to when this one cannot hold it. */
export function otherThan(dialect: DialectName): DialectName {
  return dialect === 'postgres' ? 'sqlite' : 'postgres'
}
