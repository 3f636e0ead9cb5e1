/** What a person wants to know of a type. */
export interface TypeWords {
  readonly what?: string
  /** The names of the numbers that it takes. */
  readonly takes?: string
  readonly example?: readonly number[]
}

/** The types by name. */
export const TYPE_WORDS: Readonly<Record<string, TypeWords>> = {
  smallint: { what: 'A whole number of 2 bytes: -32768 to 32767.' },
  int: { what: 'A whole number of 4 bytes: about ±2.1 billion.' },
  bigint: { what: 'A whole number of 8 bytes.' },
  decimal: {
    what: 'An exact number: how many digits in all, and how many of them after the point.',
    takes: 'p, s',
    example: [12, 2],
  },
  real: { what: 'A number of 4 bytes with about 6 digits.' },
  double: { what: 'A number of 8 bytes with about 15 digits.' },
  bool: { what: '`true` or `false`.' },
  text: { what: 'Text of any length.' },
  varchar: { what: 'Text of at most that many characters.', takes: 'n', example: [255] },
  char: { what: 'Text of exactly that many characters, filled with blanks.', takes: 'n', example: [2] },
  bytes: { what: 'Bytes as they are.' },
  uuid: { what: 'An identifier of 128 bits.' },
  date: { what: 'A day.' },
  time: { what: 'A time of the day.', takes: 'digits', example: [3] },
  timestamp: { what: 'A day and a time, in no time zone.', takes: 'digits', example: [3] },
  timestamptz: { what: 'A moment, whatever the time zone it is shown in.', takes: 'digits', example: [3] },
  interval: { what: 'A length of time.', takes: 'digits', example: [3] },
  json: { what: 'JSON, kept as it was written.' },
  jsonb: { what: 'JSON, kept in a form that can be searched and indexed.' },
  citext: { what: 'Text that compares without regard to case; of the extension `citext`.' },
  hstore: { what: 'Keys and values as text; of the extension `hstore`.' },
  ltree: { what: 'A path in a tree; of the extension `ltree`.' },
  lquery: { what: 'A pattern for paths; of the extension `ltree`.' },
  ltxtquery: { what: 'A search for paths; of the extension `ltree`.' },
  cube: { what: 'A cube of several dimensions; of the extension `cube`.' },
  vector: { what: 'A vector of that many numbers; of the extension `vector`.', takes: 'n', example: [1536] },
  geometry: { what: 'A shape in a plane; of the extension `postgis`.' },
  geography: { what: 'A shape on the globe; of the extension `postgis`.' },
  inet: { what: 'An address of a host, with or without its net.' },
  cidr: { what: 'An address of a net.' },
  macaddr: { what: 'A MAC address of 6 bytes.' },
  macaddr8: { what: 'A MAC address of 8 bytes.' },
  tsvector: { what: 'A text made ready for full text search.' },
  tsquery: { what: 'A query of full text search.' },
  xml: { what: 'XML.' },
  bit: { what: 'Exactly that many bits.', takes: 'n', example: [8] },
  varbit: { what: 'At most that many bits.', takes: 'n', example: [64] },
  money: { what: 'An amount in the currency of the server; `decimal` is the better choice.' },
  timetz: { what: 'A time of the day with a time zone.', takes: 'digits', example: [3] },
  name: { what: 'A name of up to 63 bytes, as the catalogs have them.' },
  oid: { what: 'The number of an object of the server.' },
  jsonpath: { what: 'A path into JSON.' },
}
