import type { AstNode, AstReflection, Grammar } from 'langium'
import type { Element, File } from '../generated/ast.ts'
import type { Token } from '../lexer/token.ts'
import type { TokenTypes } from '../lexer/token-types.ts'
import { buildEntryRule } from './build-rules.ts'
import { type Chunk, cutTokens } from './cut-tokens.ts'
import type { OpenNode, Piece, Tape } from './piece.ts'
import { Places } from './places.ts'
import type { Located } from './read-again.ts'
import { RepeatPiece } from './repeat-piece.ts'
import { NOTHING } from './sink.ts'
import { type Home, type ReadAgain, Stretch } from './stretch.ts'
import type { TextMemory } from './text-memory.ts'

/**
 * Reads declarations that have no errors, by the same grammar as the parser and into the same tree. At the first thing that
 * does not fit it gives a declaration up: what is wrong, and what can be saved of it, is for the parser to say.
 */
export class StraightReader {
  private readonly tape: Tape = { tokens: [], kinds: new Uint16Array(0), record: undefined }
  private readonly empty = new Map<string, AstNode>()
  private readonly reflection: AstReflection
  private readonly types: TokenTypes
  private readonly declaration: Piece
  private home: Home = { offset: 0, readAgain: NEVER }

  constructor(grammar: Grammar, types: TokenTypes, reflection: AstReflection) {
    this.reflection = reflection
    this.types = types
    const { body } = buildEntryRule(grammar, types, {
      tape: this.tape,
      open: type => this.open(type),
      close: (node, from, to) => this.close(node, from, to),
    })
    if (!(body instanceof RepeatPiece)) throw new Error('A file is expected to be a list of declarations.')
    this.declaration = body.body
  }

  /**
   * The declarations of a text, with those that fit; `readAgain` finds the concrete syntax of a node when somebody asks for it.
   * Those that `memory` knows from the last reading of the text are taken from there.
   */
  read(tokens: readonly Token[], readAgain: ReadAgain, memory?: TextMemory): readonly Chunk[] {
    this.load(tokens)
    const chunks = cutTokens(tokens, this.types).map(chunk => {
      if (chunk.isMended) return chunk
      const known = memory?.take(chunk, this.tape, readAgain)
      return known === undefined ? this.readChunk(chunk, readAgain, memory) : { ...chunk, element: known }
    })
    this.load([])
    return chunks
  }

  /** The one declaration that these tokens are, with the places of all that is in it. */
  locate(tokens: readonly Token[]): Located | undefined {
    const places = new Places()
    this.tape.record = (node, name, from, to) =>
      places.add(node as unknown as AstNode, name, tokens[from]!.startOffset, this.endOf(from, to))
    const [chunk] = this.read(tokens, NEVER)
    this.tape.record = undefined
    return chunk?.element && { declaration: chunk.element, places }
  }

  /** The file that holds these declarations, in the place of the one that each was read into. */
  file(elements: readonly Element[], offset: number, end: number, readAgain: ReadAgain): File {
    const file = this.open('File')
    if (elements.length > 0) file.elements = elements
    for (const [index, element] of elements.entries())
      Object.assign(element, { $container: file, $containerProperty: 'elements', $containerIndex: index })
    file.$cstNode = new Stretch(file, offset, end, { offset: 0, readAgain })
    return file as unknown as File
  }

  private readChunk(chunk: Chunk, readAgain: ReadAgain, memory: TextMemory | undefined): Chunk {
    const file = this.open('File')
    this.home = { offset: this.tape.tokens[chunk.from]!.startOffset, readAgain }
    if (this.declaration.read(chunk.from, file) !== chunk.to) return chunk
    const [element] = file.elements as readonly Element[]
    memory?.keep(chunk, this.tape, element!, this.home)
    return { ...chunk, element: element! }
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

  private close(node: OpenNode, from: number, to: number): void {
    node.$cstNode = new Stretch(node, this.tape.tokens[from]!.startOffset, this.endOf(from, to), this.home)
  }

  /** A line break that the lexer added where the text has none takes no place. */
  private endOf(from: number, to: number): number {
    const { tokens } = this.tape
    let last = to - 1
    while (last > from && tokens[last]!.image === '') last--
    return tokens[last]!.startOffset + tokens[last]!.image.length
  }
}

/** For nodes that nobody asks. */
const NEVER: ReadAgain = {
  cst: () => {
    throw new Error('The places of this node are known.')
  },
  place: () => undefined,
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
