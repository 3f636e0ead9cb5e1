import type { Token } from '../../lexer/token.ts'
import { lexText } from '../../parse.ts'

/** An id, or a label, in the lines above the steps. */
export interface HeaderWord {
  /** own: the revision's id. parent: after `after`. need: in a `needs` line, where a label can stand too. label: in a `label` line. */
  readonly role: 'own' | 'parent' | 'need' | 'label'
  readonly text: string
  /** Offsets into the text of the file. */
  readonly start: number
  readonly end: number
}

const WORD = /^\w+$/
const FIRST_STEP = /^[ \t]*(?:create|drop|add|rename|alter|sql)\b/m

/** The ids and labels at the top of a `revision.mig`, also of one that is half written; none in any other text. */
export function headerWords(text: string): readonly HeaderWord[] {
  const cut = text.search(FIRST_STEP)
  const lines = linesOf(lexText(cut < 0 ? text : text.slice(0, cut)).tokens)
  return lines[0]?.[0]?.image === 'revision' ? lines.flatMap(wordsOf) : []
}

/** Tokens by line; a list goes on behind a comma. */
function linesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]]
  for (const token of tokens) {
    if (token.tokenType.name === 'END' || token.tokenType.name === 'NL') lines.push([])
    else lines.at(-1)!.push(token)
  }
  return lines.filter(line => line.length > 0)
}

function wordsOf(line: readonly Token[]): readonly HeaderWord[] {
  const [first, second] = line
  switch (first!.image) {
    case 'revision': {
      const own = second !== undefined && WORD.test(second.image) ? [wordOf('own', second)] : []
      const after = line.findIndex(({ image }, at) => at > 1 && image === 'after')
      return after < 0 ? own : [...own, ...listed(line.slice(after)).map(token => wordOf('parent', token))]
    }
    case 'needs':
      return listed(line).map(token => wordOf('need', token))
    case 'label':
      return second?.image.startsWith("'") ? [{ ...wordOf('label', second), text: unquoted(second.image) }] : []
    default:
      return []
  }
}

/** The items of a list behind the word that begins it. */
function listed(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ image }, at) => WORD.test(image) && (at === 1 || tokens[at - 1]?.image === ','))
}

function wordOf(role: HeaderWord['role'], { image: text, startOffset: start }: Token): HeaderWord {
  return { role, text, start, end: start + text.length }
}

function unquoted(image: string): string {
  return image.slice(1, image.length > 1 && image.endsWith("'") ? -1 : undefined).replaceAll("''", "'")
}

/** The word that an offset stands in or at the end of. */
export function headerWordAt(text: string, offset: number): HeaderWord | undefined {
  return headerWords(text).find(({ start, end }) => start <= offset && offset <= end)
}
