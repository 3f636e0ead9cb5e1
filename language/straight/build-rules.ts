import { GrammarAST, GrammarUtils } from 'langium'
import type { TokenTypes } from '../lexer/token-types.ts'
import { conversionOf } from '../value-converter.ts'
import { CallPiece, type CloseNode, NodeCallPiece, StringCallPiece } from './call-piece.ts'
import { ChoicePiece } from './choice-piece.ts'
import { END_OF_TEXT, KindSets, type Kinds } from './kinds.ts'
import type { OpenNode, Piece, Tape } from './piece.ts'
import { RepeatPiece, type Times } from './repeat-piece.ts'
import { Rule } from './rule.ts'
import { SequencePiece } from './sequence-piece.ts'
import { type Sink, sinkFor } from './sink.ts'
import { TokenPiece } from './token-piece.ts'

/** What the pieces share: the tokens they read, and how nodes are made. */
export interface Workshop {
  readonly tape: Tape
  readonly open: (type: string) => OpenNode
  readonly close: CloseNode
}

/** Builds the entry rule of the grammar, ready to read. It knows what this language's grammar uses, and refuses the rest. */
export function buildEntryRule(grammar: GrammarAST.Grammar, types: TokenTypes, workshop: Workshop): Rule {
  return new RuleBuilder(types, workshop).entry(grammar)
}

const TIMES: Readonly<Record<string, Times>> = {
  '?': { least: 0, many: false },
  '*': { least: 0, many: true },
  '+': { least: 1, many: true },
}

const keep = (text: string) => text

class RuleBuilder {
  private readonly rules = new Map<GrammarAST.ParserRule, Rule>()
  private readonly types: TokenTypes
  private readonly workshop: Workshop
  private readonly sets: KindSets
  private readonly none: Kinds

  constructor(types: TokenTypes, workshop: Workshop) {
    this.types = types
    this.workshop = workshop
    this.sets = new KindSets(Object.values(types.all))
    this.none = this.sets.empty()
  }

  entry(grammar: GrammarAST.Grammar): Rule {
    const rule = this.rule(grammar.rules.filter(GrammarAST.isParserRule).find(item => item.entry)!)
    const end = this.sets.empty()
    end[END_OF_TEXT] = 1
    rule.follow(end)
    const rules = [...this.rules.values()]
    while (rules.map(item => item.spread()).includes(true));
    return rule
  }

  private rule(source: GrammarAST.ParserRule): Rule {
    const known = this.rules.get(source)
    if (known !== undefined) return known
    const rule = new Rule(this.none)
    this.rules.set(source, rule)
    rule.body = this.piece(source.definition, undefined)
    return rule
  }

  private piece(element: GrammarAST.AbstractElement, sink: Sink | undefined): Piece {
    const once = this.pieceOnce(element, sink)
    const times = element.cardinality && TIMES[element.cardinality]
    return times ? new RepeatPiece(once, times, this.workshop.tape, this.none) : once
  }

  private pieceOnce(element: GrammarAST.AbstractElement, sink: Sink | undefined): Piece {
    if (GrammarAST.isKeyword(element)) return this.token(element.value, sink, keep)
    if (GrammarAST.isRuleCall(element)) return this.call(element, sink)
    if (GrammarAST.isAssignment(element))
      return this.piece(element.terminal, sinkFor(element.operator, element.feature))
    if (GrammarAST.isAlternatives(element)) {
      const options = element.elements.map(item => this.piece(item, sink))
      return new ChoicePiece(options, this.workshop.tape, this.none)
    }
    if (GrammarAST.isGroup(element) && element.guardCondition === undefined) {
      return new SequencePiece(
        element.elements.map(item => this.piece(item, sink)),
        this.none,
      )
    }
    // `{Type}` at the start of a rule of that type: the node has it already.
    if (GrammarAST.isAction(element) && element.feature === undefined) return new SequencePiece([], this.none)
    throw new Error(`The grammar uses ${element.$type}, which the straight reader does not know.`)
  }

  private call(element: GrammarAST.RuleCall, sink: Sink | undefined): Piece {
    const source = element.rule.ref!
    if (GrammarAST.isTerminalRule(source)) return this.token(source.name, sink, conversionOf(element))
    if (!GrammarAST.isParserRule(source)) throw new Error(`The straight reader does not know ${source.$type}.`)
    const rule = this.rule(source)
    const { tape, open, close } = this.workshop
    if (sink === undefined) return new CallPiece(rule)
    if (GrammarUtils.isDataTypeRule(source)) return new StringCallPiece(rule, tape, sink, conversionOf(element))
    const type = GrammarUtils.getTypeName(source)
    return new NodeCallPiece(rule, tape, sink, () => open(type), close)
  }

  private token(name: string, sink: Sink | undefined, convert: (text: string) => string): TokenPiece {
    return new TokenPiece(this.sets.matching(this.types.all[name]!), this.workshop.tape, sink, convert)
  }
}
