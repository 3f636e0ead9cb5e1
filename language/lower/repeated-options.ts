import { type AstNode, AstUtils, GrammarAST, isCompositeCstNode } from 'langium'
import type { ColumnDeclaration, Element, IndexMember } from '../generated/ast.ts'
import { Stretch } from '../straight/stretch.ts'
import type { Context } from './context.ts'

/** Reports options that are given twice, such as `only postgres only sqlite`, where one would be lost. */
export function reportRepeatedOptions(elements: readonly Element[], context: Context): void {
  if (context.parsed.straight) return
  for (const element of elements) {
    if (element.$cstNode instanceof Stretch) continue
    for (const node of optionNodes(element)) {
      if (node === undefined) continue
      if (node.$type === 'ColumnDeclaration') reportInColumn(node as ColumnDeclaration, context)
      else reportRepeats(node, context)
      if (node.$type === 'IndexMember') for (const key of (node as IndexMember).keys) reportRepeats(key, context)
    }
  }
}

/** The nodes that may hold options: the declaration, its members, and what a step is about. */
function optionNodes(element: Element): readonly (AstNode | undefined)[] {
  switch (element.$type) {
    case 'TableDeclaration':
    case 'MixinDeclaration':
      return [element, ...element.members]
    case 'CreateStep':
      return element.object === undefined ? [] : optionNodes(element.object)
    case 'DropStep':
      return [element.item, ...(element.object === undefined ? [] : optionNodes(element.object))]
    case 'AddStep':
      return [element.item]
    case 'AlterStep':
      return [element.from, element.to]
    default:
      return [element]
  }
}

function reportInColumn({ modifiers }: ColumnDeclaration, context: Context): void {
  for (const node of modifiers)
    if (node.$type === 'ReferenceModifier' || node.$type === 'IdentityModifier') reportRepeats(node, context)
}

function reportRepeats(node: AstNode, { report }: Context): void {
  const cst = node.$cstNode
  if (cst === undefined || !isCompositeCstNode(cst)) return
  const seen = new Set<string>()
  for (const part of cst.content) {
    const assignment = assignmentOf(part.grammarSource)
    if (assignment === undefined || assignment.operator === '+=') continue
    const option = assignment.feature
    if (seen.has(option)) {
      const words = option.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
      report.error('MIG107', `\`${words}\` is given twice.`, 'Keep one of them.', { node, property: option, index: 1 })
    }
    seen.add(option)
  }
}

const assignments = new WeakMap<object, GrammarAST.Assignment | false>()

function assignmentOf(source: AstNode | undefined): GrammarAST.Assignment | undefined {
  if (source === undefined) return undefined
  const known = assignments.get(source)
  if (known !== undefined) return known || undefined
  const found = AstUtils.getContainerOfType(source, GrammarAST.isAssignment)
  assignments.set(source, found ?? false)
  return found
}
