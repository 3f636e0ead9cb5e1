import type { AstNode } from 'langium'

/** The properties that hold nodes, by the type of the node: looking through all of them takes most of the time of a long file. */
export const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  AddStep: ['item'],
  AggregateDeclaration: ['arguments', 'options'],
  AlterStep: ['from', 'to'],
  BackfillModifier: ['value'],
  BoundNode: ['from', 'to', 'values'],
  CheckMember: ['sql'],
  CheckModifier: ['sql'],
  ColumnDeclaration: ['types', 'modifiers'],
  CompositeDeclaration: ['fields', 'dropped'],
  ConvertModifier: ['sql'],
  CreateStep: ['object'],
  DefaultModifier: ['value'],
  DomainDeclaration: ['types', 'modifiers'],
  DropStep: ['object', 'item'],
  DroppedDeclaration: ['arguments'],
  DroppedMember: ['value'],
  EnumDeclaration: ['entries'],
  ExcludeKeyNode: ['sql', 'opclassParameters'],
  ExcludeMember: ['keys', 'where', 'parameters'],
  FieldDeclaration: ['types'],
  FunctionDeclaration: ['arguments', 'options', 'sql'],
  GeneratedModifier: ['sql'],
  GrantDeclaration: ['privileges', 'arguments'],
  HeadOptions: ['bound', 'partitionBy', 'parameters'],
  IndexKeyNode: ['sql', 'opclassParameters'],
  IndexMember: ['keys', 'where', 'parameters'],
  MaterializedViewDeclaration: ['parameters', 'sql', 'indexes'],
  MixinDeclaration: ['members'],
  ObjectPath: ['arguments'],
  OtherDeclaration: ['lines'],
  OtherLine: ['sql'],
  ParametersModifier: ['parameters'],
  PartitionByNode: ['keys'],
  PartitionKeyNode: ['sql'],
  PolicyDeclaration: ['using', 'check'],
  PrimaryMember: ['parameters'],
  ProcedureDeclaration: ['arguments', 'options', 'sql'],
  ProjectDeclaration: ['lines'],
  RangeDeclaration: ['types', 'options'],
  RenameObjectStep: ['from', 'to'],
  RevertModifier: ['sql'],
  RuleDeclaration: ['sql'],
  SequenceDeclaration: ['options'],
  SqlSideNode: ['sql'],
  SqlStepNode: ['sides'],
  TableDeclaration: ['bound', 'partitionBy', 'parameters', 'members'],
  TargetsLine: ['targets'],
  TextGroup: ['parts'],
  TriggerDeclaration: ['sql'],
  TypeDeclaration: ['spellings'],
  UniqueMember: ['collations', 'parameters'],
  Value: ['sql'],
  ViewColumnNode: ['default'],
  ViewDeclaration: ['options', 'sql', 'columns'],
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
