import { GrammarAST } from 'langium'
import type { TokenTypes } from '../../../lexer/token-types.ts'
import type { Leaf, Part, RulePart } from './part.ts'

const WORD = /^\w+$/

const TIMES: Readonly<Record<string, { readonly least: 0 | 1; readonly many: boolean }>> = {
  '?': { least: 0, many: false },
  '*': { least: 0, many: true },
  '+': { least: 1, many: true },
}

/** The entry rule of a grammar, ready to be walked along. */
export function buildParts(grammar: GrammarAST.Grammar, types: TokenTypes): RulePart {
  const entry = grammar.rules.filter(GrammarAST.isParserRule).find(rule => rule.entry)!
  return new PartBuilder(types).rule(entry)
}

class PartBuilder {
  private readonly rules = new Map<GrammarAST.ParserRule, RulePart>()
  private readonly types: TokenTypes

  constructor(types: TokenTypes) {
    this.types = types
  }

  rule(source: GrammarAST.ParserRule): RulePart {
    const known = this.rules.get(source)
    if (known !== undefined) return known
    const rule: RulePart = { name: source.name, body: { kind: 'sequence', parts: [] } }
    this.rules.set(source, rule)
    rule.body = this.part(source.definition, undefined)
    return rule
  }

  private part(element: GrammarAST.AbstractElement, feature: string | undefined): Part {
    const body = this.once(element, feature)
    const times = element.cardinality && TIMES[element.cardinality]
    return times ? { kind: 'repeat', body, ...times } : body
  }

  private once(element: GrammarAST.AbstractElement, feature: string | undefined): Part {
    if (GrammarAST.isKeyword(element)) return this.leaf(element.value, feature)
    if (GrammarAST.isAssignment(element)) return this.part(element.terminal, element.feature)
    if (GrammarAST.isAlternatives(element))
      return { kind: 'choice', options: element.elements.map(item => this.part(item, feature)) }
    if (GrammarAST.isGroup(element))
      return { kind: 'sequence', parts: element.elements.map(item => this.part(item, feature)) }
    if (!GrammarAST.isRuleCall(element)) return { kind: 'sequence', parts: [] }
    const source = element.rule.ref
    if (source !== undefined && GrammarAST.isTerminalRule(source)) return this.leaf(source.name, feature)
    if (!GrammarAST.isParserRule(source)) return { kind: 'sequence', parts: [] }
    return { kind: 'call', rule: this.rule(source), ...(feature !== undefined && { feature }) }
  }

  private leaf(name: string, feature: string | undefined): Leaf {
    const type = this.types.all[name]!
    const word = this.types.words.has(name) && WORD.test(name) ? { word: name } : {}
    return { kind: 'leaf', type, ...word, ...(feature !== undefined && { feature }) }
  }
}
