import { type CustomPatternMatcherFunc, createToken, type IToken, Lexer, type TokenType } from 'chevrotain'
import { isReservedInPostgres } from './reserved-words.ts'
import { dollarEnd, dollarTag, flatCommentEnd, nestedCommentEnd, openingQuote, quotedEnd } from './token-scan.ts'

/** What a piece of SQL text is. */
export type SqlTokenKind =
  | 'name'
  | 'quoted name'
  | 'string'
  | 'number'
  | 'operator'
  | 'punctuation'
  | 'parameter'
  | 'comment'
  | 'unknown'

/** What the lexer says of a piece of the text; `question` and `colon` are told apart by what stands around them. */
export type LexedKind = SqlTokenKind | 'question' | 'colon'

/** The operators of more than one sign, each before those that it begins with. */
const OPERATORS = `
  !~~* !~~ ~~* !~* ~~ !~ ~* ->> -> #>> #> #- @> <@ @@@ @@ @? ?& ||/ |/ || <<= >>= <<| |>> &<| |&> -|- <-> <#> <=> <+> <%
  %> <> <= >= != == << >> &< &> && ^@ :: := =>
`
  .trim()
  .split(/\s+/)

/** What no database gives a meaning to outside quotes. */
const UNKNOWN_SIGNS = '[\\u0000-\\u0008\\u000e-\\u001f\\u007f{}$\\\\]'

let lexer: { readonly chevrotain: Lexer; readonly kinds: ReadonlyMap<TokenType, LexedKind> } | undefined
let openBrackets = 0
let commentsNest = true

/** The pieces of a text, white space dropped; every letter is in exactly one piece or is white space. */
export function lex(
  text: string,
): readonly { readonly kind: LexedKind; readonly text: string; readonly start: number }[] {
  lexer ??= createLexer()
  openBrackets = 0
  commentsNest = true
  const { kinds } = lexer
  return lexer.chevrotain
    .tokenize(text)
    .tokens.map(token => ({ kind: kinds.get(token.tokenType)!, text: token.image, start: token.startOffset }))
}

/** The lexer is made when the first SQL text is read: some commands read none. */
function createLexer(): NonNullable<typeof lexer> {
  const kinds = new Map<TokenType, LexedKind>()
  const add = (kind: LexedKind, pattern: RegExp | CustomPatternMatcherFunc, hint?: string): TokenType => {
    const type = createToken({
      name: `${kind}${kinds.size}`,
      pattern: pattern as RegExp,
      line_breaks: true,
      ...(hint === undefined ? {} : { start_chars_hint: [...hint] }),
    })
    kinds.set(type, kind)
    return type
  }
  const types = [
    createToken({ name: 'white space', pattern: /[ \t\r\n\f\v\ufeff]+/, group: Lexer.SKIPPED }),
    add('comment', /--[^\n\r]*/),
    add('comment', blockComment, '/'),
    add(
      'string',
      matcher((text, at) => (isNameQuote(text, at) ? -1 : quotedEnd(text, at))),
      "'eEbBxXnNuU",
    ),
    add(
      'quoted name',
      matcher((text, at) => (isNameQuote(text, at) ? quotedEnd(text, at) : -1)),
      '"`uU',
    ),
    add('string', matcher(dollarEnd), '$'),
    add(
      'unknown',
      matcher((text, at) => (isOpen(text, at) ? text.length : -1)),
      '\'"`$eEbBxXnNuU',
    ),
    add('quoted name', bracketName, '['),
    add('punctuation', bracket, '[]'),
    add('number', /0[xXoObB][0-9a-fA-F_]+|(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?/),
    add('name', /[A-Za-z_\u0080-\ufefe\uff00-\uffff][A-Za-z0-9_$\u0080-\ufefe\uff00-\uffff]*/),
    add('operator', /\?\|(?!\|)/),
    add('operator', new RegExp(OPERATORS.map(sign => sign.replace(/[^a-z]/g, '\\$&')).join('|'))),
    add('question', /\?[0-9]*/),
    add('parameter', /\$[0-9A-Za-z_][0-9A-Za-z_]*/),
    add('operator', /[-+*/<>=~!@#%^&|]/),
    add('punctuation', /[(),;.]/),
    add('colon', /:/),
    add('unknown', new RegExp(UNKNOWN_SIGNS)),
  ]
  const options = { positionTracking: 'onlyOffset', skipValidations: true } as const
  return { chevrotain: new Lexer(types, options), kinds }
}

function matcher(end: (text: string, at: number) => number): CustomPatternMatcherFunc {
  return (text, at) => matched(text, at, end(text, at))
}

function matched(text: string, at: number, end: number): RegExpExecArray | null {
  return end < 0 ? null : ([text.slice(at, end)] as unknown as RegExpExecArray)
}

function isNameQuote(text: string, at: number): boolean {
  const open = openingQuote(text, at)
  return text[open] === '"' || text[open] === '`'
}

function isOpen(text: string, at: number): boolean {
  return openingQuote(text, at) >= 0 || dollarTag(text, at) !== undefined
}

/** Once a comment's inner ones do not close, the text is SQLite's: asking again each time would not be linear. */
function blockComment(text: string, at: number): RegExpExecArray | null {
  if (text[at + 1] !== '*') return null
  const nested = commentsNest ? nestedCommentEnd(text, at) : -1
  if (nested < 0) commentsNest = false
  return matched(text, at, nested < 0 ? flatCommentEnd(text, at) : nested)
}

/** `[name]`, where a bracket cannot be the subscript of what stands before it, nor an array. */
function bracketName(text: string, at: number, before: IToken[]): RegExpExecArray | null {
  if (openBrackets > 0) return null
  const end = text.indexOf(']', at)
  if (end <= at + 1) return null
  const previous = before.findLast(token => lexer?.kinds.get(token.tokenType) !== 'comment')
  const kind = previous && lexer?.kinds.get(previous.tokenType)
  if (previous === undefined || kind === 'operator' || kind === 'colon' || kind === 'string' || kind === 'number') {
    return matched(text, at, end + 1)
  }
  if (kind === 'punctuation' && previous.image !== ')' && previous.image !== ']') return matched(text, at, end + 1)
  if (kind === 'name' && previous.image.toLowerCase() === 'array') return null
  if (kind === 'name' && isReservedInPostgres(previous.image.toLowerCase())) return matched(text, at, end + 1)
  const adjacent = previous.startOffset + previous.image.length === at
  return !adjacent && /^[A-Za-z_\u0080-\uffff]/.test(text[at + 1]!) ? matched(text, at, end + 1) : null
}

function bracket(text: string, at: number): RegExpExecArray | null {
  if (text[at] === '[') openBrackets++
  else if (openBrackets > 0) openBrackets--
  return matched(text, at, at + 1)
}
