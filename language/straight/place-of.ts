import { type AstNode, GrammarUtils } from 'langium'
import { keywordName, type Place } from './places.ts'
import { Stretch } from './stretch.ts'

/** Where a property of a node stands in the text, or one item of it when it is a list. */
export function placeOfProperty({ $cstNode: cst }: AstNode, property: string, index?: number): Place | undefined {
  if (cst instanceof Stretch) return cst.placeOf(property, index)
  return GrammarUtils.findNodeForProperty(cst, property, index)
}

/** Where a keyword of a node stands in the text. */
export function placeOfKeyword({ $cstNode: cst }: AstNode, keyword: string): Place | undefined {
  const place = cst instanceof Stretch ? cst.placeOf(keywordName(keyword)) : undefined
  return place ?? GrammarUtils.findNodeForKeyword(cst, keyword)
}
