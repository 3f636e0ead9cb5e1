import type { AstNode } from 'langium'
import { SymbolKind } from 'vscode-languageserver-types'
import type {
  Element,
  EnumEntry,
  FieldDeclaration,
  Member,
  ObjectDeclaration,
  TableDeclaration,
} from '../generated/ast.ts'

/** How a declaration is shown in a list of symbols. */
export interface SymbolFacts {
  readonly kind: SymbolKind
  /** What it is, in a word or two: `table`, `unique key`. */
  readonly what: string
}

const OBJECTS: { readonly [T in ObjectDeclaration['$type']]: SymbolFacts } = {
  FunctionDeclaration: { kind: SymbolKind.Function, what: 'function' },
  ProcedureDeclaration: { kind: SymbolKind.Function, what: 'procedure' },
  AggregateDeclaration: { kind: SymbolKind.Function, what: 'aggregate' },
  SequenceDeclaration: { kind: SymbolKind.Number, what: 'sequence' },
  DomainDeclaration: { kind: SymbolKind.TypeParameter, what: 'domain' },
  CompositeDeclaration: { kind: SymbolKind.Struct, what: 'composite' },
  RangeDeclaration: { kind: SymbolKind.TypeParameter, what: 'range' },
  MaterializedViewDeclaration: { kind: SymbolKind.Class, what: 'materialized view' },
  PolicyDeclaration: { kind: SymbolKind.Event, what: 'policy' },
  RuleDeclaration: { kind: SymbolKind.Event, what: 'rule' },
  GrantDeclaration: { kind: SymbolKind.Key, what: 'grant' },
  OtherDeclaration: { kind: SymbolKind.Object, what: 'object' },
}

const FACTS: Readonly<Record<string, SymbolFacts>> = {
  ...OBJECTS,
  FieldDeclaration: { kind: SymbolKind.Field, what: 'field' },
  ExcludeMember: { kind: SymbolKind.Key, what: 'exclusion' },
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

const PARTITION: SymbolFacts = { kind: SymbolKind.Class, what: 'partition' }

/** The facts of a node that is a symbol; undefined for hints, imports and the lines of a project. */
export function symbolFacts(node: AstNode): SymbolFacts | undefined {
  if (node.$type === 'TableDeclaration' && (node as TableDeclaration).parent !== undefined) return PARTITION
  return FACTS[node.$type]
}

/** What stands between the braces of a declaration and can be a symbol itself. */
export function membersOf(node: AstNode): readonly (Member | EnumEntry | FieldDeclaration)[] {
  const element = node as Element
  if (element.$type === 'EnumDeclaration') return element.entries ?? []
  if (element.$type === 'TableDeclaration' || element.$type === 'MixinDeclaration') return element.members ?? []
  if (element.$type === 'CompositeDeclaration') return element.fields ?? []
  if (element.$type === 'MaterializedViewDeclaration') return element.indexes ?? []
  return []
}
