import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { CheckHints } from './check-hints.ts'
import type { ValuePool } from './pool.ts'
import { writeArray } from './value-pool.ts'

const MOST_LENGTH = 2000
const MOST_KEYS = 6
/** So many texts of one length differ, for keys. */
const COUNTED = 30

/** Values of a type that the constants of a check suggest; the database decides which of them pass. */
export function hintedValues(pool: ValuePool, hints: CheckHints, dialect: DialectName): readonly string[] {
  const { texts, numbers } = hints
  switch (pool.family) {
    case 'text':
      return [
        ...texts,
        ...(hints.lengths ? numbers.flatMap(lengthsAround).flatMap(textsOfLength) : numbers.map(String)),
      ]
    case 'number':
      return [...numbers.flatMap(number => [number, number + 1, number - 1]).map(String), ...texts.filter(isNumber)]
    case 'time':
      return [
        ...texts.filter(text => /\d/.test(text)).flatMap(momentsAround),
        ...numbers.filter(isYear).map(year => `${year}-06-15`),
      ]
    case 'enum':
      return texts.filter(text => pool.edges.includes(text))
    case 'json':
      return objectsOf(texts, numbers)
    case 'array': {
      const lists = numbers.flatMap(lengthsAround).filter(length => length <= 50)
      const item = pool.nth(1)
      return [
        ...texts.map(text => writeArray([text], dialect)),
        ...(texts.length > 1 ? [writeArray(texts, dialect)] : []),
        ...lists.map(length => repeatedItem(item, length, dialect)),
      ]
    }
    case 'other':
      return texts
  }
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text)
}

function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= 1000 && number <= 9999
}

/** A moment with the day, the month and the year before and after, in the same form. */
function momentsAround(text: string): readonly string[] {
  const [, date = '', rest = ''] = /^(\d{4}-\d\d-\d\d)(.*)$/s.exec(text) ?? []
  const start = Date.parse(date)
  if (Number.isNaN(start)) return [text]
  const days = [-1, 1, -31, 31, -366, 366].map(day => new Date(start + day * 86_400_000).toISOString().slice(0, 10))
  return [text, ...days.map(day => `${day}${rest}`)]
}

function lengthsAround(number: number): readonly number[] {
  return [number, number + 1, number - 1].filter(one => Number.isInteger(one) && one >= 0 && one <= MOST_LENGTH)
}

function textsOfLength(length: number): readonly string[] {
  const counted = length < 3 ? [] : Array.from({ length: COUNTED }, (_, at) => String(at + 1).padStart(length, '0'))
  return [...['x', 'A', '1'].map(sign => sign.repeat(length)), ...counted]
}

/** Objects that have the texts as keys, and as values of each other: `data ->> 'kind' in ('a', 'b')`. */
function objectsOf(texts: readonly string[], numbers: readonly number[]): readonly string[] {
  const keys = texts
    .map(text => text.replace(/^\$\.?/, ''))
    .filter(text => text !== '')
    .slice(0, MOST_KEYS)
  if (keys.length === 0) return []
  const values = [...keys, ...numbers.slice(0, MOST_KEYS), 'a', 1, [], {}]
  const pairs = keys.flatMap(key => values.map(value => JSON.stringify({ [key]: value })))
  return [JSON.stringify(Object.fromEntries(keys.map(key => [key, 'a']))), ...pairs]
}

/** A list as long as asked for, of the first item of a list that is there. */
function repeatedItem(list: string, length: number, dialect: DialectName): string {
  const inner = list.slice(1, -1)
  const item = /^"(?:[^"\\]|\\.)*"|^[^,]*/.exec(inner)![0]
  const items = Array.from({ length }, () => item).join(',')
  return dialect === 'postgres' ? `{${items}}` : `[${items}]`
}
