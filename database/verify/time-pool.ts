import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { ValuePool } from './pool.ts'

const START = Date.UTC(2024, 0, 1)
const HOUR = 3_600_000

/** The values of a type of dates and times under its canonical name; SQLite keeps them as text in the form of its functions. */
export function timePool(name: string, [digits = 6]: readonly number[], dialect: DialectName): ValuePool | undefined {
  const pool = { kind: 'text', family: 'time' } as const
  const zone = dialect === 'postgres' && name.endsWith('tz') ? '+00' : ''
  const part = dialect === 'postgres' && digits > 2 ? '.125' : ''
  switch (name) {
    case 'date':
      return {
        ...pool,
        edges: ['2024-02-29', '1970-01-01', '0001-01-01', '9999-12-31'],
        nth: number => moment(number * 24).slice(0, 10),
      }
    case 'timestamp':
    case 'timestamptz':
      return {
        ...pool,
        edges: ['2024-02-29 12:34:56', '1970-01-01 00:00:00', '9999-12-31 23:59:59'].map(
          text => `${text}${part}${zone}`,
        ),
        nth: number => `${moment(number)}${zone}`,
      }
    case 'time':
    case 'timetz':
      return {
        ...pool,
        edges: [`00:00:00${zone}`, `23:59:59${part}${zone}`],
        nth: number => `${new Date(START + (number % 86_400) * 1000).toISOString().slice(11, 19)}${zone}`,
      }
    case 'interval':
      return {
        ...pool,
        edges: ['00:00:00', '-1 day', '1 year 2 mons 3 days 04:05:06'],
        nth: number => `${number + 1} days`,
      }
    default:
      return undefined
  }
}

function moment(hours: number): string {
  return new Date(START + hours * HOUR).toISOString().slice(0, 19).replace('T', ' ')
}
