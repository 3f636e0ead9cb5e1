import type { AstNode } from 'langium'
import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import type { Token } from '../../lexer/token.ts'
import { nameStyle, PLAIN, type Style, style } from './legend.ts'
import { type NodeRule, ruleOf } from './node-rules.ts'

const WORD = /^[\p{L}_"]/u
const HINT = style('decorator')
const MODIFIER = style('modifier')
/** Of words of the language themselves. */
const WORD_STYLES: ReadonlySet<Style> = new Set([style('keyword'), HINT, MODIFIER])
const OPERATORS: ReadonlySet<string> = new Set(['->', '=', '?', '+', '-'])
const KEY_WORDS: ReadonlySet<string> = new Set([
  'asc',
  'desc',
  'nulls',
  'first',
  'last',
  'collate',
  'statistics',
  'with',
])
const LITERALS: ReadonlySet<string> = new Set(['true', 'false', 'null'])

/** Gives the tokens of one node that stand in none of its children their styles, one after the other. */
export class NodeWords {
  private readonly node: AstNode
  private readonly rule: NodeRule
  private count = 0
  private brackets = 0
  private before = ''
  private further = ''
  private next = -1
  /** Whether the word before is a name, whatever word it is. */
  private isNamed = false
  private last: number | undefined

  constructor(node: AstNode) {
    this.node = node
    this.rule = ruleOf(node)
  }

  /** The style of the next token; `restyle` changes that of the one before it. */
  take(token: Token, at: number, styles: Style[]): void {
    const { image } = token
    if (at !== this.next) this.before = ''
    this.next = at + 1
    const kind = token.tokenType.name
    if (kind === 'STRING') styles[at] = style('string')
    else if (kind === 'NUMBER' || kind === 'TIMESTAMP')
      styles[at] = this.isRevision() ? this.word(image) : style('number')
    else if (kind === 'WORD' || WORD.test(image)) this.takeWord(image, at, styles)
    else this.takeSign(image, at, styles)
    this.further = this.before
    this.before = image
  }

  private takeWord(image: string, at: number, styles: Style[]): void {
    styles[at] = this.before === '.' && this.last !== undefined ? this.last : this.word(image)
    this.last = styles[at]
  }

  private takeSign(image: string, at: number, styles: Style[]): void {
    this.isNamed = false
    if (image === '(' || image === '{') this.brackets++
    else if (image === ')' || image === '}') this.brackets--
    else if (image === '.' && this.isName(styles[at - 1]))
      styles[at - 1] = this.isMember() ? nameStyle('table') : nameStyle('schema')
    if (image === '(' && this.node.$type === 'Value' && at > 0) styles[at - 1] = style('function', 'defaultLibrary')
    styles[at] = OPERATORS.has(image) ? style('operator') : PLAIN
  }

  private isName(of: Style | undefined): boolean {
    return of !== undefined && of !== PLAIN && this.node.$type !== 'AllowLine'
  }

  /** Whether a path leads to something in a table. */
  private isMember(): boolean {
    const node = this.node.$type === 'ObjectPath' ? this.node.$container! : this.node
    return 'kind' in node && /^(?:column|constraint|index|trigger|policy|rule|owned)$/.test(String(node.kind))
  }

  private isRevision(): boolean {
    return this.node.$type === 'RevisionLine' || this.node.$type === 'NeedsLine'
  }

  private word(image: string): Style {
    switch (this.node.$type) {
      case 'TypeSpelling':
        return this.typeWord(image)
      case 'Value':
        return LITERALS.has(image) ? style('keyword') : nameStyle('enum value')
      case 'IndexKeyNode':
      case 'ExcludeKeyNode':
      case 'PartitionKeyNode':
        return this.keyWord(image)
      case 'File':
        return PLAIN
      default:
        return this.ruledWord(image)
    }
  }

  private ruledWord(image: string): Style {
    const { first, list, after, rest = MODIFIER } = this.rule
    const place = this.count++
    if (this.brackets > 0) return after?.[`(${this.before}`] ?? list ?? PLAIN
    const leading = first[place]
    const wasNamed = this.isNamed
    this.isNamed = leading !== undefined && !WORD_STYLES.has(leading)
    if (leading !== undefined) return leading
    if (image === 'was') return HINT
    if (this.before === ',' && this.last !== undefined) return this.last
    if (this.before === 'on' && this.further === 'depends') return nameStyle('table')
    return (wasNamed ? undefined : after?.[this.before]) ?? rest
  }

  private typeWord(image: string): Style {
    const isDialect = this.count++ === 0 && 'dialect' in this.node && this.node.dialect !== undefined
    if (isDialect) return MODIFIER
    return BUILTIN_TYPES.has(image) ? style('type', 'defaultLibrary') : nameStyle('type')
  }

  private keyWord(image: string): Style {
    if (this.count++ === 0 && 'column' in this.node && this.node.column !== undefined) return nameStyle('column')
    if (this.before === 'collate') return style('variable')
    return KEY_WORDS.has(image) ? MODIFIER : style('variable')
  }
}
