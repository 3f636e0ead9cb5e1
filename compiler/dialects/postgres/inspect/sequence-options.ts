import type { SequenceOptions } from '../../../schema/sequence-options.ts'
import type { Row } from '../../dialect.ts'
import { flagOf, textOf } from './row.ts'

/** How the sequence of a row counts: every option as the catalog has it. */
export function sequenceOptionsOf(row: Row): SequenceOptions {
  return {
    start: textOf(row, 'start'),
    increment: textOf(row, 'increment'),
    min: textOf(row, 'min'),
    max: textOf(row, 'max'),
    cache: textOf(row, 'cache'),
    ...(flagOf(row, 'cycle') && { cycle: true }),
  }
}
