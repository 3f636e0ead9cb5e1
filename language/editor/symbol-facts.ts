import type { AstNode } from 'langium'
import { SymbolKind } from 'vscode-languageserver-types'
import type { Element, EnumEntry, Member } from '../generated/ast.ts'

/** How a declaration is shown in a list of symbols. */
export interface SymbolFacts {
  readonly kind: SymbolKind
  /** What it is, in a word or two: `table`, `unique key`. */
  readonly what: string
}

const FACTS: Readonly<Record<string, SymbolFacts>> = {
  ProjectDeclaration: { kind: SymbolKind.Package, what: 'project' },
  ExtensionDeclaration: { kind: SymbolKind.Module, what: 'extension' },
  SchemaDeclaration: { kind: SymbolKind.Namespace, what: 'schema' },
  EnumDeclaration: { kind: SymbolKind.Enum, what: 'enum' },
  EnumValueEntry: { kind: SymbolKind.EnumMember, what: 'enum value' },
  TypeDeclaration: { kind: SymbolKind.TypeParameter, what: 'type' },
  MixinDeclaration: { kind: SymbolKind.Interface, what: 'mixin' },
  TableDeclaration: { kind: SymbolKind.Class, what: 'table' },
  ColumnDeclaration: { kind: SymbolKind.Field, what: 'column' },
  PrimaryMember: { kind: SymbolKind.Key, what: 'primary key' },
  UniqueMember: { kind: SymbolKind.Key, what: 'unique key' },
  ForeignMember: { kind: SymbolKind.Key, what: 'foreign key' },
  CheckMember: { kind: SymbolKind.Boolean, what: 'check' },
  IndexMember: { kind: SymbolKind.Array, what: 'index' },
  IncludeMember: { kind: SymbolKind.Interface, what: 'include' },
  ViewDeclaration: { kind: SymbolKind.Class, what: 'view' },
  TriggerDeclaration: { kind: SymbolKind.Event, what: 'trigger' },
}

/** The facts of a node that is a symbol; undefined for hints, imports and the lines of a project. */
export function symbolFacts(node: AstNode): SymbolFacts | undefined {
  return FACTS[node.$type]
}

/** What stands between the braces of a declaration and can be a symbol itself. */
export function membersOf(node: AstNode): readonly (Member | EnumEntry)[] {
  const element = node as Element
  if (element.$type === 'EnumDeclaration') return element.entries ?? []
  if (element.$type === 'TableDeclaration' || element.$type === 'MixinDeclaration') return element.members ?? []
  return []
}
