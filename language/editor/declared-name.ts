import type { AstNode } from 'langium'
import type { ObjectDeclaration } from '../generated/ast.ts'
import type { Parsed } from '../parse.ts'

/** From an offset of a text up to, not including, another. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** How many words stand before the name of a declaration. */
const OBJECTS: { readonly [T in ObjectDeclaration['$type']]: number } = {
  FunctionDeclaration: 1,
  ProcedureDeclaration: 1,
  AggregateDeclaration: 1,
  SequenceDeclaration: 1,
  DomainDeclaration: 1,
  CompositeDeclaration: 1,
  RangeDeclaration: 1,
  MaterializedViewDeclaration: 2,
  PolicyDeclaration: 1,
  RuleDeclaration: 1,
  GrantDeclaration: -1,
  OtherDeclaration: 1,
}

/** The same of all declarations; what has no name is less than none. */
const WORDS_BEFORE: Readonly<Record<string, number>> = {
  ...OBJECTS,
  FieldDeclaration: 0,
  ExcludeMember: 1,
  ProjectDeclaration: 1,
  ExtensionDeclaration: 1,
  SchemaDeclaration: 1,
  EnumDeclaration: 1,
  EnumValueEntry: 0,
  TypeDeclaration: 1,
  MixinDeclaration: 1,
  TableDeclaration: 1,
  ColumnDeclaration: 0,
  PrimaryMember: 1,
  UniqueMember: 1,
  ForeignMember: 1,
  CheckMember: 1,
  IndexMember: 1,
  ViewDeclaration: 1,
  TriggerDeclaration: 1,
}

const GAP = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*/y
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_$]*|"(?:""|[^"\r\n])*"?/uy
const REST = /\s*\.\s*(?:[\p{L}_][\p{L}\p{M}\p{N}_$]*|"(?:""|[^"\r\n])*"?)/uy

/** Where the name of a declaration stands, with its schema; nothing where none is written. */
export function declaredName({ text }: Pick<Parsed, 'text'>, node: AstNode): Stretch | undefined {
  const cst = node.$cstNode
  if (cst === undefined || !('name' in node) || typeof node.name !== 'string' || node.name === '') return undefined
  let before = WORDS_BEFORE[node.$type]
  if (before === undefined || before < 0) return undefined
  if (node.$type === 'IndexMember' && 'unique' in node && node.unique === true) before++
  let at = cst.offset
  for (; before > 0; before--) at = skip(GAP, text, skip(NAME, text, at))
  const end = skip(REST, text, skip(NAME, text, at))
  return end > at && end <= cst.end ? { start: at, end } : undefined
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
