import type { Statement } from '../../dialect.ts'
import { quoteIdentifier } from '../quote.ts'
import { statement } from './statement.ts'

/** A question whose answer must be 0 for the migration to go on, and what to tell people when it is not. */
export interface Guard {
  /** A code, what is wrong, and what to do. */
  readonly message: string
  /** A query that gives one number. */
  readonly count: string
}

/**
 * SQLite cannot raise an error from a statement (`raise` works in triggers only, lang_createtrigger.html), but a broken
 * check names itself: `CHECK constraint failed: MIG501: …`.
 */
export function guardStatements({ message, count }: Guard, about: string): readonly Statement[] {
  return [
    statement(`create temp table _mig_guard (n INTEGER constraint ${quoteIdentifier(message)} check (n <= 0))`, about),
    statement(`insert into temp._mig_guard\n${count}`, about),
    statement('drop table temp._mig_guard', about),
  ]
}
