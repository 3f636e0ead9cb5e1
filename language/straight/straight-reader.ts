import type { AstNode, AstReflection, Grammar } from 'langium'
import type { File } from '../generated/ast.ts'
import type { Token } from '../lexer/token.ts'
import type { TokenTypes } from '../lexer/token-types.ts'
import { buildEntryRule } from './build-rules.ts'
import { NO, type OpenNode, type Tape } from './piece.ts'
import type { Rule } from './rule.ts'
import { NOTHING } from './sink.ts'
import { type ReadAgain, Stretch } from './stretch.ts'

/**
 * Reads texts that have no errors, by the same grammar as the parser and into the same tree. At the first thing that does
 * not fit it gives up: what is wrong, and what can be saved of the text, is for the parser to say.
 */
export class StraightReader {
  private readonly tape: Tape = { tokens: [], kinds: new Uint16Array(0) }
  private readonly empty = new Map<string, AstNode>()
  private readonly reflection: AstReflection
  private readonly entry: Rule
  private readAgain: ReadAgain | undefined

  constructor(grammar: Grammar, types: TokenTypes, reflection: AstReflection) {
    this.reflection = reflection
    this.entry = buildEntryRule(grammar, types, {
      tape: this.tape,
      open: type => this.open(type),
      close: (node, from, to) => this.close(node, from, to),
    })
  }

  /** The tree of a text's tokens, or nothing; `readAgain` finds the concrete syntax of a node when somebody asks for it. */
  read(tokens: readonly Token[], readAgain: ReadAgain): File | undefined {
    this.load(tokens)
    this.readAgain = readAgain
    const file = this.open('File')
    const end = this.entry.body.read(0, file)
    if (end === tokens.length) this.close(file, 0, end)
    this.load([])
    this.readAgain = undefined
    return end === NO || end < tokens.length ? undefined : (file as unknown as File)
  }

  private load(tokens: readonly Token[]): void {
    const kinds = new Uint16Array(tokens.length + 1)
    for (let i = 0; i < tokens.length; i++) kinds[i] = tokens[i]!.tokenTypeIdx
    Object.assign(this.tape, { tokens, kinds })
  }

  private open(type: string): OpenNode {
    let empty = this.empty.get(type)
    if (empty === undefined) {
      empty = emptyNode(type, this.reflection)
      this.empty.set(type, empty)
    }
    return { ...empty } as OpenNode
  }

  /** A line break that the lexer added where the text has none takes no place. */
  private close(node: OpenNode, from: number, to: number): void {
    const { tokens } = this.tape
    let last = to - 1
    while (last > from && tokens[last]!.image === '') last--
    const offset = tokens[from]?.startOffset ?? 0
    const end = tokens.length === 0 ? 0 : tokens[last]!.startOffset + tokens[last]!.image.length
    node.$cstNode = new Stretch(node, offset, end, this.readAgain!)
  }
}

/** A node with what Langium gives every node of its type: an empty list where a list is meant, and what is not said is false. */
function emptyNode(type: string, reflection: AstReflection): AstNode {
  const node: Record<string, unknown> = {
    $type: type,
    $container: undefined,
    $containerProperty: undefined,
    $containerIndex: undefined,
    $cstNode: undefined,
  }
  for (const { name, defaultValue } of Object.values(reflection.getTypeMetaData(type).properties))
    if (defaultValue !== undefined) node[name] = Array.isArray(defaultValue) ? NOTHING : defaultValue
  return node as unknown as AstNode
}
