import type { IToken, TokenType } from 'chevrotain'
import { AbstractParserErrorMessageProvider, type LangiumCoreServices } from 'langium'
import { closest } from '../edit-distance.ts'
import { EXPECTATIONS } from './expectations.ts'
import { DECLARATION_HABITS, SQL_HABITS } from './sql-habits.ts'
import { expectedWords, foundWords, shorten, wordOf } from './token-words.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

interface Mismatch {
  readonly expected: TokenType
  readonly actual: IToken
  readonly previous: IToken
  readonly ruleName: string
}

interface NoChoice {
  readonly actual: readonly IToken[]
  readonly previous: IToken
  readonly ruleName: string
}

/** What a syntax error says: one line with the message, one with the remedy. */
export class MigParserMessages extends AbstractParserErrorMessageProvider {
  private readonly services: LangiumCoreServices
  private words: Vocabulary | undefined

  constructor(services: LangiumCoreServices) {
    super()
    this.services = services
  }

  private get vocabulary(): Vocabulary {
    this.words ??= vocabularyOf(this.services.Grammar)
    return this.words
  }

  override buildMismatchTokenMessage({ expected, actual, ruleName }: Mismatch): string {
    if (expected.name === 'EOF') return this.noDeclaration(actual)
    if (expected.name === 'NL' || expected.name === 'END') return this.stray(actual)
    if (expected.name === '}' && actual.image !== '') return this.stray(actual)
    const rule = nameOf(ruleName)
    if (rule === 'OnConflict' && expected.name === 'on')
      return `\`on\` is expected here, ${foundWords(actual)}.\n${SQL_HABITS.not}`
    const expectation = expected.name === 'ID' && rule !== 'RevisionId' ? EXPECTATIONS[rule] : undefined
    return this.missing(expectation ?? expectedWords(expected), actual, expected.name)
  }

  override buildNotAllInputParsedMessage({ firstRedundant }: { readonly firstRedundant: IToken }): string {
    return this.noDeclaration(firstRedundant)
  }

  override buildNoViableAltMessage({ actual, ruleName }: NoChoice): string {
    return this.choice(nameOf(ruleName), actual[0]!)
  }

  override buildEarlyExitMessage({ actual, ruleName }: NoChoice): string {
    return this.choice(nameOf(ruleName), actual[0]!)
  }

  private choice(rule: string, actual: IToken): string {
    if (rule === 'MemberRule')
      return `This line is not complete.\nAdd what \`${shorten(actual.image)}\` needs, or a type if it is a column.`
    if (BODIES.has(rule) && DIALECTS.has(actual.image)) {
      const remedy = `Write \`= ${actual.image} \`…\`\`, or a line for each database between \`{\` and \`}\`.`
      return `\`=\` or \`{\` is expected here, ${foundWords(actual)}.\n${remedy}`
    }
    const words = this.vocabulary.ofRule(rule)
    const expectation = EXPECTATIONS[rule] ?? orList(words.slice(0, 8).map(word => `\`${word}\``))
    return this.missing(expectation, actual, rule, words)
  }

  private missing(what: string, actual: IToken, kind: string, candidates: readonly string[] = []): string {
    const meant = closest(wordOf(actual), candidates)
    const remedy = meant === undefined ? remedyFor(kind, actual) : `Did you mean \`${meant}\`?`
    return `${what[0]!.toUpperCase()}${what.slice(1)} is expected here, ${foundWords(actual)}.\n${remedy}`
  }

  private noDeclaration(actual: IToken): string {
    const words = this.vocabulary.declarations
    const small = wordOf(actual)
    const habit = DECLARATION_HABITS[small]
    const meant = words.has(small) ? small : (habit ?? closest(small, words))
    const remedy =
      meant === undefined
        ? `A declaration starts with a word such as \`table\`, \`enum\` or \`view\`.`
        : `Did you mean \`${meant}\`?`
    return `No declaration starts with \`${shorten(actual.image)}\`.\n${remedy}`
  }

  private stray(actual: IToken): string {
    const image = shorten(actual.image)
    const small = wordOf(actual)
    const words = this.vocabulary.all
    const meant = small !== image && words.includes(small) ? small : closest(small, similar(small, words))
    const remedy =
      SQL_HABITS[small] ??
      SIGN_HABITS[image] ??
      literalHabit(actual) ??
      (meant === undefined
        ? 'The line should end before it: each thing has a line of its own.'
        : `Did you mean \`${meant}\`?`)
    return `\`${image}\` cannot stand here.\n${remedy}`
  }
}

/** What has SQL of its own behind its head. */
const BODIES: ReadonlySet<string> = new Set(['View', 'Body'])
const DIALECTS: ReadonlySet<string> = new Set(['postgres', 'sqlite'])

const SIGN_HABITS: Readonly<Record<string, string>> = {
  ',': 'Put each on a line of its own.',
  '(': 'Anything but a plain value goes in backticks.',
  '+': 'An expression goes in backticks.',
  '-': 'An expression goes in backticks.',
}

/** Words that a word may be a slip of: two short ones are near to each other by chance. */
function similar(word: string, words: readonly string[]): readonly string[] {
  return word.length > 3 ? words : words.filter(one => one.length > 3)
}

function nameOf(ruleName: string): string {
  return ruleName.replaceAll('\u200B', '')
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? 'something else') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

function literalHabit({ image, tokenType }: IToken): string | undefined {
  if (tokenType.name === 'STRING') return `A name goes in double quotes: "${shorten(image.slice(1, -1))}".`
  if (tokenType.name === 'WORD') return `A name that starts with a digit goes in quotes: "${shorten(image)}".`
  return undefined
}

function remedyFor(kind: string, actual: IToken): string {
  const { image } = actual
  const habit = kind === 'ID' ? literalHabit(actual) : undefined
  if (habit !== undefined) return habit
  if (kind === '{' && image === '(') return 'The members stand between `{` and `}`, one on each line.'
  if (kind === '=' && DIALECTS.has(image)) return `Write \`= ${image} \`…\`\`.`
  if (kind === 'Body' && image.startsWith('`')) return 'Write `=` before it.'
  if (kind === ')' || kind === ']') return `Add the \`${kind}\`.`
  if (kind === 'ValueRule' && SIGN_HABITS[image] !== undefined) return SIGN_HABITS[image]
  if (kind === 'ValueRule')
    return 'Write a literal, `null`, the name of an enum value, `now()`, `today()`, `uuid()`, or SQL in backticks.'
  if (kind === 'SQL' || /^(?:SqlRule|Check|CheckMod|Body)$/.test(kind)) return 'Put SQL between backticks: `…`.'
  if (kind === 'STRING') return "Put text between single quotes: '…'."
  return image.trim() === '' ? 'Complete the line.' : `Write what is expected instead of \`${shorten(actual.image)}\`.`
}
