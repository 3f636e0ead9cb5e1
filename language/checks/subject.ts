import type { AstNode } from 'langium'
import type { Column } from '../../compiler/schema/column.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type {
  CheckMember,
  CheckModifier,
  ColumnDeclaration,
  Element,
  ExcludeMember,
  ForeignMember,
  IndexMember,
  PrimaryMember,
  ReferenceModifier,
  TableDeclaration,
  UniqueMember,
} from '../generated/ast.ts'
import type { Context } from '../lower/context.ts'
import type { CheckedProject } from './checked-project.ts'

/** A project made ready for the checks: what the text says beside what it means. */
export interface Subject extends CheckedProject {
  /** The databases that the project is compiled for. */
  readonly targets: readonly DialectName[]
  /** What the checks go over. All else of the project is there to be looked up. */
  readonly scope: Scope
  /** The declarations that are part of the project, in the order of the files. */
  readonly declarations: readonly Declared[]
  readonly tables: ReadonlyMap<string, TableSubject>
  /** The enums of which some part could not be read: they may have more values than are known. */
  readonly brokenEnums: ReadonlySet<string>
}

/** The whole of a project, or what the findings in some of its files come from; in the order of the project. */
export interface Scope {
  readonly declarations: readonly Declared[]
  readonly tables: readonly TableSubject[]
}

/** A declaration with the file it stands in. */
export interface Declared<T extends Element = Element> {
  readonly node: T
  readonly context: Context
}

/** A table, and the lines that its members come from, those of mixins among them. */
export interface TableSubject {
  readonly node: TableDeclaration
  readonly context: Context
  readonly key: string
  readonly table: Table
  readonly columns: ReadonlyMap<string, ColumnSubject>
  readonly keys: readonly KeyLine[]
  readonly indexes: readonly IndexLine[]
  readonly checks: readonly CheckLine[]
  readonly exclusions: readonly ExclusionLine[]
  /** False when some part of it, or a mixin, could not be read: it may have more columns and keys than are known. */
  readonly isWhole: boolean
}

/** A column and its line. */
export interface ColumnSubject {
  readonly node: ColumnDeclaration
  readonly column: Column
  readonly context: Context
}

interface MemberLine {
  readonly context: Context
  /** The database that the line, or the column it stands on, is limited to. */
  readonly only?: DialectName
  /** The column that it stands on as a modifier. */
  readonly on?: ColumnSubject
}

/** A primary key, a unique key or a foreign key, on a column or on a line of its own. */
export type KeyLine = PrimaryLine | UniqueLine | ForeignLine

export interface PrimaryLine extends MemberLine {
  readonly kind: 'primary'
  readonly node: PrimaryMember | AstNode
  readonly columns: readonly string[]
}

export interface UniqueLine extends MemberLine {
  readonly kind: 'unique'
  readonly node: UniqueMember | AstNode
  readonly columns: readonly string[]
  readonly member?: UniqueMember
}

export interface ForeignLine extends MemberLine {
  readonly kind: 'foreign'
  readonly node: ForeignMember | ReferenceModifier
  readonly columns: readonly string[]
  /** The key of the table that it goes to. */
  readonly target: string
  /** As written; empty where the primary key of the target is meant. */
  readonly targetColumns: readonly string[]
}

export interface IndexLine extends MemberLine {
  readonly node: IndexMember | AstNode
  /** The columns among its keys, in order; nothing in the place of an expression. */
  readonly columns: readonly (string | undefined)[]
  readonly member?: IndexMember
}

export interface ExclusionLine extends MemberLine {
  readonly node: ExcludeMember
}

export interface CheckLine extends MemberLine {
  readonly node: CheckMember | CheckModifier
}
