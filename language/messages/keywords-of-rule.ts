import { AstUtils, type Grammar, GrammarAST } from 'langium'

/** The words that can be written inside of a rule, those of the rules it calls included. */
export function keywordsOfRule(grammar: Grammar, name: string): readonly string[] {
  const rule = grammar.rules.filter(GrammarAST.isParserRule).find(item => item.name === name)
  const found = new Set<string>()
  if (rule !== undefined) collect(rule, found, new Set())
  return [...found]
}

function collect(rule: GrammarAST.ParserRule, found: Set<string>, seen: Set<GrammarAST.ParserRule>): void {
  if (seen.has(rule)) return
  seen.add(rule)
  for (const node of AstUtils.streamAllContents(rule)) {
    if (GrammarAST.isKeyword(node) && /^\w+$/.test(node.value)) found.add(node.value)
    else if (GrammarAST.isRuleCall(node) && GrammarAST.isParserRule(node.rule.ref)) collect(node.rule.ref, found, seen)
  }
}
