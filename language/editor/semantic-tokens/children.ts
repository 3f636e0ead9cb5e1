import type { AstNode } from 'langium'

/** The properties that hold nodes, by the type of the node: looking through all of them takes most of the time of a long file. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  ProjectDeclaration: ['lines'],
  TargetsLine: ['targets'],
  EnumDeclaration: ['entries'],
  TypeDeclaration: ['spellings'],
  MixinDeclaration: ['members'],
  TableDeclaration: ['members'],
  ColumnDeclaration: ['types', 'modifiers'],
  DefaultModifier: ['value'],
  BackfillModifier: ['value'],
  DroppedMember: ['value'],
  GeneratedModifier: ['sql'],
  CheckModifier: ['sql'],
  CheckMember: ['sql'],
  ConvertModifier: ['sql'],
  RevertModifier: ['sql'],
  IndexMember: ['keys', 'where', 'parameters'],
  IndexKeyNode: ['sql'],
  Value: ['sql'],
  ViewDeclaration: ['sql'],
  TriggerDeclaration: ['sql'],
  CreateStep: ['object'],
  AddStep: ['item'],
  DropStep: ['object', 'item'],
  AlterStep: ['from', 'to'],
  SqlStepNode: ['sides'],
  SqlSideNode: ['sql'],
}

const NONE: readonly AstNode[] = []

/** The children of a node that stand in the text, in its order. */
export function sortedChildren(node: AstNode): readonly AstNode[] {
  const properties = CHILDREN[node.$type]
  if (properties === undefined) return NONE
  const children: AstNode[] = []
  let last = -1
  let isSorted = true
  for (const property of properties) {
    const value = (node as unknown as Record<string, AstNode | readonly AstNode[] | undefined>)[property]
    if (value === undefined) continue
    for (const child of Array.isArray(value) ? (value as readonly AstNode[]) : [value as AstNode]) {
      const offset = child?.$cstNode?.offset
      if (offset === undefined) continue
      if (offset < last) isSorted = false
      last = offset
      children.push(child)
    }
  }
  return isSorted ? children : children.sort((a, b) => a.$cstNode!.offset - b.$cstNode!.offset)
}
