import type { Token } from '../lexer/token.ts'
import { readString } from '../literals/string-literal.ts'
import { PLAIN_TYPES } from './plain-token-types.ts'

const { ID, NUMBER, STRING, WORD } = PLAIN_TYPES.all
const REVISION_ID = /^\w{1,40}$/

/** The tokens of one line, to be taken from the left; each answers undefined, or false, for what it is not surely. */
export class TokenLine {
  private readonly tokens: readonly Token[]
  private at = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  get isDone(): boolean {
    return this.at === this.tokens.length
  }

  /** The text of the next token if it is of one of the types. */
  take(...types: readonly Token['tokenType'][]): string | undefined {
    const token = this.tokens[this.at]
    if (token === undefined || !types.includes(token.tokenType)) return undefined
    this.at++
    return token.image
  }

  /** Takes the next token if it has this text. */
  takeText(image: string): boolean {
    const found = this.tokens[this.at]?.image === image
    if (found) this.at++
    return found
  }

  string(): string | undefined {
    const image = this.take(STRING)
    return image === undefined ? undefined : readString(image)
  }

  id(): string | undefined {
    const image = this.take(ID, NUMBER, WORD)
    return image !== undefined && REVISION_ID.test(image) ? image : undefined
  }

  /** One id or several between commas, up to the end of the line. */
  ids(): readonly string[] | undefined {
    const ids: string[] = []
    do {
      const id = this.id()
      if (id === undefined) return undefined
      ids.push(id)
    } while (this.takeText(','))
    return this.isDone ? ids : undefined
  }

  /** A dotted name as it is written. */
  path(): string | undefined {
    let path = this.take(ID)
    while (path !== undefined && this.takeText('.')) {
      const part = this.take(ID)
      path = part === undefined ? undefined : `${path}.${part}`
    }
    return path
  }
}
