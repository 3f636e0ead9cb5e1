import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { ValuePool } from './pool.ts'

const LIMITS: Readonly<Record<string, readonly [least: string, greatest: string]>> = {
  smallint: ['-32768', '32767'],
  int: ['-2147483648', '2147483647'],
  bigint: ['-9223372036854775808', '9223372036854775807'],
}

/** The values of a number type under its canonical name, and of `bool`, which SQLite keeps as 0 and 1. */
export function numberPool(name: string, args: readonly number[], dialect: DialectName): ValuePool | undefined {
  const pool = { kind: 'number', family: 'number' } as const
  const limits = LIMITS[name]
  if (limits !== undefined) {
    return { ...pool, edges: [limits[1], limits[0], '0', '-1', '1'], nth: number => String(number % 32768) }
  }
  switch (name) {
    case 'decimal':
      return { ...pool, ...decimals(args) }
    case 'real':
    case 'double':
      return { ...pool, edges: ['0', '-1.5', '0.1', '1e10'], nth: number => `${number}.5` }
    case 'money':
      return { ...pool, edges: ['0', '-1.25', '1000000.99'], nth: number => `${number}.25` }
    case 'oid':
      return { ...pool, edges: ['0', '4294967295'], nth: String }
    case 'bool':
      return dialect === 'sqlite'
        ? { edges: ['1', '0'], nth: number => String(number % 2), kind: 'number', family: 'other' }
        : { edges: ['true', 'false'], nth: number => String(number % 2 === 1), kind: 'text', family: 'other' }
    default:
      return undefined
  }
}

function decimals([precision, scale = 0]: readonly number[]): Pick<ValuePool, 'edges' | 'nth'> {
  if (precision === undefined) {
    return { edges: ['0', '-1', '0.5', '123456789012.123456'], nth: number => `${number}.25` }
  }
  const whole = Math.max(precision - scale, 0)
  const fraction = scale > 0 ? `.${'9'.repeat(scale)}` : ''
  const greatest = `${'9'.repeat(whole) || '0'}${fraction}`
  const least = scale > 0 ? `0.${'0'.repeat(scale - 1)}1` : '1'
  const negative = whole > 0 ? ['-1'] : []
  const room = 10 ** Math.min(whole, 6)
  const nth = (number: number) => {
    if (whole === 0) return `0.${String(number % 10 ** Math.min(scale, 6)).padStart(scale, '0')}`
    return `${number % room}${scale > 1 ? '.25' : ''}`
  }
  return { edges: [greatest, `-${greatest}`, '0', ...negative, least], nth }
}
