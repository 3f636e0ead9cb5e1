import type { DialectName } from '../dialect.ts'
import type { QName } from '../name.ts'
import type { SequenceOptions } from '../sequence-options.ts'

/** A sequence; what Postgres assumes anyway is left out. Numbers are texts, since they may have 64 bits. */
export interface SequenceObject extends SequenceOptions {
  readonly kind: 'sequence'
  readonly name: QName
  readonly type?: 'smallint' | 'int'
  /** Whether it is not written to the log, so that a crash sets it back; one that goes with an unlogged table never is. */
  readonly unlogged?: true
  /** The column with which it goes. */
  readonly owner?: { readonly table: QName; readonly column: string }
  readonly dependsOn?: readonly QName[]
  readonly comment?: string
  readonly only?: DialectName
}

const RANGES: Readonly<Record<string, readonly [min: string, max: string]>> = {
  smallint: ['-32768', '32767'],
  int: ['-2147483648', '2147483647'],
  bigint: ['-9223372036854775808', '9223372036854775807'],
}

/** A sequence without what Postgres assumes anyway (the manual, CREATE SEQUENCE). */
export function plainSequence(sequence: SequenceObject): SequenceObject {
  const { type, start, increment = '1', min, max, cache, ...rest } = sequence
  const down = increment.startsWith('-')
  const [lowest, highest] = RANGES[type ?? 'bigint']!
  const least = min === (down ? lowest : '1') ? undefined : min
  const most = max === (down ? '-1' : highest) ? undefined : max
  const first = down ? (most ?? '-1') : (least ?? '1')
  return {
    ...rest,
    ...(type && { type }),
    ...(start !== undefined && start !== first && { start }),
    ...(increment !== '1' && { increment }),
    ...(least !== undefined && { min: least }),
    ...(most !== undefined && { max: most }),
    ...(cache !== undefined && cache !== '1' && { cache }),
  }
}
