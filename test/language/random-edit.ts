import fc from 'fast-check'
import { tokenTypes } from '../../language/parse.ts'

/** What a hand can do to a text, as numbers that `edit` brings into the bounds of the text. */
export interface Edit {
  readonly kind: 'cut' | 'half lines' | 'pieces'
  readonly steps: readonly { readonly at: number; readonly change: Change; readonly more: string }[]
}

type Change = 'drop' | 'twice' | 'swap' | 'end' | 'put' | 'replace'

const STRAY = [
  ...['name', '"a b"', '`sql`', "'text'", '12', '1st', 'é', '\n', '`', "'", '"', '/*', '--', ';', '///x\n', ',\n'],
  ...['table t {', '\ntable z {\n', 'view v = `', '\n}\n', 'tabel', '}', '{', '(', ')'],
]

/** Edits of every kind: what is left out, doubled, moved, half typed, or put where it does not belong. */
export function arbitraryEdit(): fc.Arbitrary<Edit> {
  const { words, marks } = tokenTypes()
  const more = fc.constantFrom(...words.keys(), ...marks.keys(), ...STRAY)
  const change = fc.constantFrom<Change>('drop', 'twice', 'swap', 'end', 'put', 'replace')
  return fc.record({
    kind: fc.constantFrom('cut', 'half lines', 'pieces', 'pieces'),
    steps: fc.array(fc.record({ at: fc.nat(), change, more }), { minLength: 1, maxLength: 4 }),
  })
}

/** The text after an edit. */
export function edit(text: string, { kind, steps }: Edit): string {
  if (kind === 'cut') return text.slice(0, steps[0]!.at % (text.length + 1))
  if (kind === 'half lines') return halfLines(text, steps)
  const found = pieces(text)
  for (const { at, change, more } of steps) {
    const place = at % Math.max(found.length, 1)
    if (change === 'drop') found.splice(place, 1)
    if (change === 'twice') found.splice(place, 0, found[place] ?? '')
    if (change === 'swap') found.splice(place, 2, found[place + 1] ?? '', found[place] ?? '')
    if (change === 'end' && at % 5 === 0) found.splice(place)
    if (change === 'put') found.splice(place, 0, ` ${more} `)
    if (change === 'replace') found.splice(place, 1, more)
  }
  return found.join('')
}

function halfLines(text: string, steps: Edit['steps']): string {
  const lines = text.split('\n')
  for (const { at, change } of steps) {
    const place = at % lines.length
    if (change === 'drop' && lines.length > 1) lines.splice(place, 1)
    else lines[place] = lines[place]!.slice(0, at % (lines[place]!.length + 1))
  }
  return lines.join('\n')
}

/** Pieces of a text that an editor would take as one: words, strings, SQL, signs, white space. */
function pieces(text: string): string[] {
  return text.match(/`[^`]*`|'[^']*'|"[^"]*"|\w+|\s+|./g) ?? []
}
