import type { AstNode } from 'langium'
import type { Column } from '../../compiler/schema/column.ts'
import type { Constraint } from '../../compiler/schema/constraint.ts'
import type { QName } from '../../compiler/schema/name.ts'
import type { PolicyObject } from '../../compiler/schema/objects/policy.ts'
import type { TableHead } from '../../compiler/schema/table.ts'
import type { Index } from '../../compiler/schema/table-index.ts'
import type { TableDeclaration } from '../generated/ast.ts'
import type { Context } from './context.ts'

/** A table while its members are being read: its keys and indexes may have no names yet, foreign keys no target columns. */
export interface TableDraft {
  readonly node: TableDeclaration
  readonly context: Context
  readonly name: QName
  readonly key: string
  readonly head: TableHead
  readonly columns: Column[]
  readonly columnNames: Set<string>
  readonly constraints: MemberDraft<Constraint>[]
  readonly indexes: MemberDraft<Index>[]
  readonly policies: { readonly policy: PolicyObject; readonly node: AstNode }[]
}

/** A key, check or index of a table; its name is empty when it is to be made. */
export interface MemberDraft<T extends Constraint | Index> {
  value: T
  readonly node: AstNode
  /** The file that its line stands in, which can be that of a mixin. */
  readonly context: Context
  /** The middle of the made name, where it does not follow from the value: a check on a column is named by the column. */
  readonly words?: readonly string[]
}
