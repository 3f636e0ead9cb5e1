const WORD =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\/|[A-Za-z_][\w$]*|[\d.]+|\S/g

/** The words and signs of an SQL text: without comments and white space, in small letters and without the quotes around names. */
export function sqlWords(sql: string): readonly string[] {
  return [...sql.matchAll(WORD)]
    .map(([word]) => word)
    .filter(word => !/^(--|\/\*)/.test(word))
    .map(plain)
}

function plain(word: string): string {
  if (word.startsWith("'")) return word
  return (/^["`[]/.test(word) ? word.slice(1, -1) : word).toLowerCase()
}

/** The lists of words between the commas that stand in no further parentheses. */
export function cutAtCommas(words: readonly string[]): readonly (readonly string[])[] {
  const items: string[][] = [[]]
  let depth = 0
  for (const word of words) {
    if (word === '(') depth++
    if (word === ')') depth--
    if (word === ',' && depth === 0) items.push([])
    else items.at(-1)!.push(word)
  }
  return items
}

const CLAUSES: ReadonlySet<string> = new Set(
  'constraint primary unique check references default collate generated not null'.split(' '),
)

/** A column as `create table` has it: the words without its keys and checks, in the order of the alphabet, and these as lines of the table. */
export function columnWords(words: readonly string[]): { readonly text: string; readonly keys: readonly string[] } {
  const clauses: string[][] = [[]]
  let depth = 0
  for (const [at, word] of words.entries()) {
    const before = words[at - 1] ?? ''
    const continues = /^(not|default|set)$/.test(before) || words[at - 2] === 'constraint'
    if (depth === 0 && at > 0 && CLAUSES.has(word) && !continues) clauses.push([])
    if (word === '(') depth++
    if (word === ')') depth--
    clauses.at(-1)!.push(word)
  }
  const [head, ...rest] = clauses.map(clause => clause.join(' '))
  const keys = rest.map(clause => keyOf(clause, words[0]!))
  return {
    text: [head, ...rest.filter((_, at) => keys[at] === undefined).sort()].join(' '),
    keys: keys.filter(key => key !== undefined),
  }
}

/** A key or check that stands on its column as the line of the table that means the same. */
function keyOf(clause: string, column: string): string | undefined {
  const [, name = '', rest = ''] = /^(constraint \S+ )?(.*)$/.exec(clause) ?? []
  if (rest.startsWith('references ')) return `${name}foreign key ( ${column} ) ${rest}`
  if (rest.startsWith('check ')) return clause
  const [, key, more = ''] = /^(primary key|unique)( .*)?$/.exec(rest) ?? []
  return key === undefined ? undefined : `${name}${key} ( ${column} )${more}`
}
