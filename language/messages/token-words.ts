import type { IToken, TokenType } from 'chevrotain'

const WORDS: Readonly<Record<string, string>> = {
  ID: 'a name',
  STRING: "a string in '…'",
  SQL: 'SQL in backticks',
  NUMBER: 'a number',
  WORD: 'an id',
  TIMESTAMP: 'a time such as 2026-01-05T05:30:00Z',
  NL: 'the end of the line',
  END: 'the end of the line',
  TO: '`to`',
  EOF: 'a declaration',
}

/** What a token of that type is called in a message. */
export function expectedWords(type: TokenType): string {
  return WORDS[type.name] ?? `\`${type.name}\``
}

/** What was found instead: the end of a line is said, anything else is shown. */
export function foundWords(token: IToken): string {
  if (token.tokenType.name === 'EOF') return 'but the file ends'
  if (token.image.trim() === '') return 'but the line ends'
  return `not ${token.image.startsWith('`') ? 'SQL' : `\`${shorten(token.image)}\``}`
}

/** A piece of text as a message can bear it. */
export function shorten(text: string): string {
  const line = text.split('\n', 1)[0]!.trimEnd()
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

/** A token as a word that may be mistyped, in small letters; empty when it is too long for one. */
export function wordOf({ image }: IToken): string {
  return image.length > 40 ? '' : image.toLowerCase()
}
