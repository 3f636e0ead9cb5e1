import type { Column } from '../../../compiler/schema/column.ts'
import type { Constraint } from '../../../compiler/schema/constraint.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { QName } from '../../../compiler/schema/name.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import type { Index } from '../../../compiler/schema/table-index.ts'
import type { MixinDeclaration, TableDeclaration } from '../../generated/ast.ts'
import type { Context } from '../../lower/context.ts'
import { lowerTable } from '../../lower/table.ts'

/** A table as far as completion needs it. Names of keys and indexes may be empty, and so may be the targets of foreign keys. */
export interface TableFacts {
  readonly key: string
  readonly name: QName
  readonly columns: readonly Column[]
  readonly constraints: readonly Constraint[]
  readonly indexes: readonly Index[]
  readonly comment?: string
  readonly only?: DialectName
}

/** What the schema knows of a table. */
export function factsOf(key: string, table: Table): TableFacts {
  return { key, ...table }
}

/** What the text of a table, or of a mixin, says, with its mixins taken in. */
export function readFacts(node: TableDeclaration | MixinDeclaration, context: Context): TableFacts {
  const table: TableDeclaration =
    node.$type === 'TableDeclaration'
      ? node
      : ({
          ...node,
          $type: 'TableDeclaration',
          strict: false,
          withoutRowid: false,
          unlogged: false,
        } as unknown as TableDeclaration)
  const { key, name, head, columns, constraints, indexes } = lowerTable(table, context)
  return {
    key,
    name,
    columns,
    constraints: constraints.map(item => item.value),
    indexes: indexes.map(item => item.value),
    ...(head.comment !== undefined && { comment: head.comment }),
    ...(head.only !== undefined && { only: head.only }),
  }
}

/** Two readings of one table, each of which may lack a line. */
export function bothFacts(one: TableFacts, other: TableFacts): TableFacts {
  const names = new Set(one.columns.map(column => column.name))
  return {
    ...one,
    columns: [...one.columns, ...other.columns.filter(column => !names.has(column.name))],
    constraints: [...one.constraints, ...other.constraints],
    indexes: [...one.indexes, ...other.indexes],
  }
}

/** The column that is the primary key by itself. */
export function keyColumnOf({ columns, constraints }: TableFacts): Column | undefined {
  const key = constraints.find(item => item.kind === 'primary')
  return key?.kind === 'primary' && key.columns.length === 1
    ? columns.find(column => column.name === key.columns[0])
    : undefined
}

/** The columns that a foreign key of one column can go to. */
export function uniqueColumnsOf({ constraints }: TableFacts): ReadonlySet<string> {
  const keys = constraints.filter(item => item.kind === 'primary' || item.kind === 'unique')
  return new Set(keys.filter(key => key.columns.length === 1).map(key => key.columns[0]!))
}
