import { CstUtils, GrammarAST, isLeafCstNode } from 'langium'
import { parseText } from '../../../../language/parse.ts'

/** A token as the parser read it: a keyword, or a terminal by its name. */
export interface ParsedToken {
  readonly text: string
  readonly offset: number
  readonly kind: 'keyword' | 'ID' | 'STRING' | 'SQL' | 'NUMBER' | 'TIMESTAMP' | 'WORD'
}

/** The tokens of a text without errors: each word is the keyword or the name that it is for the parser. */
export function parsedTokens(text: string): readonly ParsedToken[] {
  const { ast } = parseText(text, 'f')
  const found: ParsedToken[] = []
  for (const node of CstUtils.streamCst(ast.$cstNode!)) {
    if (!isLeafCstNode(node) || node.text.trim() === '') continue
    const source = node.grammarSource
    if (GrammarAST.isKeyword(source)) {
      if (/^\w+$/.test(node.text)) found.push({ text: node.text, offset: node.offset, kind: 'keyword' })
    } else if (GrammarAST.isRuleCall(source) && source.rule.$refText === 'TO')
      found.push({ text: node.text, offset: node.offset, kind: 'keyword' })
    else if (GrammarAST.isRuleCall(source))
      found.push({ text: node.text, offset: node.offset, kind: source.rule.$refText as ParsedToken['kind'] })
  }
  return found
}
