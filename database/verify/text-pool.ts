import type { ValuePool } from './pool.ts'

const ODD: readonly string[] = [
  '',
  'a',
  `it's "quoted" \\ %_;--`,
  'Zoë – 日本語 🏋️',
  '  spaces around  ',
  'NULL',
  'ABC',
  'two\nlines',
]

/** Longer than a page of Postgres, and still fit for an index, since it repeats itself (the manual, TOAST). */
const VERY_LONG = 'very long text, '.repeat(640)

/** The values of a text type under its canonical name. */
export function textPool(name: string, [length]: readonly number[]): ValuePool | undefined {
  if (!['text', 'varchar', 'char', 'citext', 'name'].includes(name)) return undefined
  const longest = length ?? (name === 'char' ? 1 : name === 'name' ? 63 : undefined)
  const pool = { kind: 'text', family: 'text' } as const
  if (longest === undefined) return { ...pool, edges: [...ODD, VERY_LONG], nth: String }
  const full = [...VERY_LONG.repeat(Math.ceil(longest / VERY_LONG.length))].slice(0, longest).join('')
  const fits = ODD.filter(text => (name === 'name' ? Buffer.byteLength(text) : [...text].length) <= longest)
  const wide = name === 'name' ? [] : ['é'.repeat(Math.min(longest, 500))]
  return { ...pool, edges: [...fits, full, ...wide], nth: number => numbered(number, longest), longest }
}

/** A number in as few letters as a short text has room for. */
function numbered(number: number, longest: number): string {
  const plain = String(number)
  return plain.length <= longest ? plain : number.toString(36).slice(-longest)
}
