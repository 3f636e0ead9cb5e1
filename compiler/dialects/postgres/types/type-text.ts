/** A type's text taken apart; the name is the one that format_type prints. */
export interface TypeText {
  readonly name: string
  /** Lengths, precisions and scales. */
  readonly args: readonly string[]
  readonly array: boolean
}

/** The short names and the older spellings of the SQL standard (the manual, Data Types), by what format_type prints. */
const ALIASES: Readonly<Record<string, string>> = {
  int: 'integer',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  decimal: 'numeric',
  dec: 'numeric',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
  varchar: 'character varying',
  'char varying': 'character varying',
  'national character varying': 'character varying',
  'national char varying': 'character varying',
  'nchar varying': 'character varying',
  char: 'character',
  nchar: 'character',
  'national character': 'character',
  'national char': 'character',
  varbit: 'bit varying',
  timestamptz: 'timestamp with time zone',
  timestamp: 'timestamp without time zone',
  timetz: 'time with time zone',
  time: 'time without time zone',
}

const SHAPE = /^([a-z_][a-z0-9_$.]*(?: [a-z]+)*) ?(?:\(([^()]*)\))?( (?:with|without) time zone)?((?: ?\[ ?\d* ?\])*)$/

/** Takes a type's text apart; undefined for a shape that is not certain, such as a quoted name. */
export function readTypeText(text: string): TypeText | undefined {
  const plain = text.trim().replace(/\s+/g, ' ').toLowerCase()
  if (text.includes('"')) return undefined
  const match = SHAPE.exec(plain.replace(/ array(?: ?\[ ?\d+ ?\])?$/, '[]'))
  if (match === null) return undefined
  const [, words, inner, zone, brackets] = match
  const word = `${words}${zone ?? ''}`.replace(/^pg_catalog\./, '')
  const args = inner === undefined ? [] : inner.split(',').map(arg => arg.trim())
  return { ...named(ALIASES[word] ?? word, args), array: brackets !== '' }
}

function named(name: string, args: readonly string[]): { name: string; args: readonly string[] } {
  if (name === 'float')
    return { name: args.length === 1 && Number(args[0]) <= 24 ? 'real' : 'double precision', args: [] }
  if (name === 'numeric' && args.length === 1) return { name, args: [args[0]!, '0'] }
  if ((name === 'character' || name === 'bit') && args.length === 0) return { name, args: ['1'] }
  return { name, args }
}

/** The text as format_type prints it: `timestamp(3) with time zone`, `numeric(12,2)[]`. */
export function writeTypeText({ name, args, array }: TypeText): string {
  const inner = args.length === 0 ? '' : `(${args.join(',')})`
  const zone = / (?:with|without) time zone$/.exec(name)?.[0] ?? ''
  return `${name.slice(0, name.length - zone.length)}${inner}${zone}${array ? '[]' : ''}`
}
