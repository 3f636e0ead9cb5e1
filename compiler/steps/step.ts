import type { Column } from '../schema/column.ts'
import type { Constraint } from '../schema/constraint.ts'
import type { PerDialect, Sql } from '../schema/dialect.ts'
import type { QName } from '../schema/name.ts'
import type { DbObject } from '../schema/objects/db-object.ts'
import type { ObjectId } from '../schema/objects/object-key.ts'
import type { Enum, Extension, Namespace, Trigger, View } from '../schema/objects.ts'
import type { Table, TableHead } from '../schema/table.ts'
import type { Index } from '../schema/table-index.ts'
import type { Value } from '../schema/value.ts'

/**
 * One change of a schema, as a whole value: it holds what it drops and both sides of what it alters,
 * so it can be applied to a schema in memory and inverted from itself. Steps know no dialect.
 *
 * A rename carries along whatever Postgres would carry along or name by its rules: SQL that uses the
 * name, foreign keys, and the names of keys and indexes that were made from it.
 */
export type Step =
  | { readonly kind: 'create schema'; readonly schema: Namespace }
  | { readonly kind: 'drop schema'; readonly schema: Namespace }
  | { readonly kind: 'rename schema'; readonly from: string; readonly to: string }
  | { readonly kind: 'alter schema'; readonly from: Namespace; readonly to: Namespace }
  | { readonly kind: 'create extension'; readonly extension: Extension }
  | { readonly kind: 'drop extension'; readonly extension: Extension }
  | { readonly kind: 'alter extension'; readonly from: Extension; readonly to: Extension }
  | { readonly kind: 'create enum'; readonly enum: Enum }
  | { readonly kind: 'drop enum'; readonly enum: Enum }
  | { readonly kind: 'rename enum'; readonly from: QName; readonly to: QName }
  | AlterEnum
  | CreateTable
  | DropTable
  | { readonly kind: 'rename table'; readonly from: QName; readonly to: QName }
  | { readonly kind: 'alter table'; readonly table: QName; readonly from: TableHead; readonly to: TableHead }
  | AddColumn
  | DropColumn
  | { readonly kind: 'rename column'; readonly table: QName; readonly from: string; readonly to: string }
  | AlterColumn
  | { readonly kind: 'add constraint'; readonly table: QName; readonly constraint: Constraint }
  | { readonly kind: 'drop constraint'; readonly table: QName; readonly constraint: Constraint }
  | { readonly kind: 'rename constraint'; readonly table: QName; readonly from: string; readonly to: string }
  | { readonly kind: 'alter constraint'; readonly table: QName; readonly from: Constraint; readonly to: Constraint }
  | { readonly kind: 'add index'; readonly table: QName; readonly index: Index }
  | { readonly kind: 'drop index'; readonly table: QName; readonly index: Index }
  | { readonly kind: 'rename index'; readonly table: QName; readonly from: string; readonly to: string }
  | { readonly kind: 'alter index'; readonly table: QName; readonly from: Index; readonly to: Index }
  | { readonly kind: 'create view'; readonly view: View }
  | { readonly kind: 'drop view'; readonly view: View }
  | { readonly kind: 'rename view'; readonly from: QName; readonly to: QName }
  | { readonly kind: 'alter view'; readonly from: View; readonly to: View }
  | { readonly kind: 'create trigger'; readonly trigger: Trigger }
  | { readonly kind: 'drop trigger'; readonly trigger: Trigger }
  | { readonly kind: 'rename trigger'; readonly table: QName; readonly from: string; readonly to: string }
  | { readonly kind: 'alter trigger'; readonly from: Trigger; readonly to: Trigger }
  | { readonly kind: 'create object'; readonly object: DbObject }
  | { readonly kind: 'drop object'; readonly object: DbObject }
  | { readonly kind: 'rename object'; readonly from: ObjectId; readonly to: ObjectId }
  | AlterObject
  | SqlStep

export type StepKind = Step['kind']

/** The step of one kind. */
export type StepOf<K extends StepKind> = Extract<Step, { readonly kind: K }>

/** A table that comes; `undo` marks the way back of a partition that was dropped. */
export interface CreateTable {
  readonly kind: 'create table'
  readonly table: Table
  readonly undo?: true
}

/** A table that goes; `undo` marks the way back of a partition that was created, whose rows nobody has given up. */
export interface DropTable {
  readonly kind: 'drop table'
  readonly table: Table
  readonly undo?: true
}

/** A column that is added. `fill` is the value for the rows that are there; it never becomes the default. */
export interface AddColumn {
  readonly kind: 'add column'
  readonly table: QName
  readonly column: Column
  readonly fill?: Value
}

/** A column that is dropped. `fill` is the value that rows get when the column comes back. */
export interface DropColumn {
  readonly kind: 'drop column'
  readonly table: QName
  readonly column: Column
  readonly fill?: Value
}

/**
 * A column that changes. `convert` turns each old value into a new one, `revert` back; `fill` replaces nulls
 * when the column becomes NOT NULL going up, `fillDown` when it becomes NOT NULL going down.
 */
export interface AlterColumn {
  readonly kind: 'alter column'
  readonly table: QName
  readonly from: Column
  readonly to: Column
  readonly convert?: Sql
  readonly revert?: Sql
  readonly fill?: Value
  readonly fillDown?: Value
}

/**
 * An enum whose values or comment change. `renames` pairs a value of `from` with one of `to`; a move says what
 * becomes of the rows that hold a value which the other side lacks, in whichever direction the value goes away; `movesOf`
 * says which moves a direction makes.
 */
export interface AlterEnum {
  readonly kind: 'alter enum'
  readonly from: Enum
  readonly to: Enum
  readonly renames: readonly { readonly from: string; readonly to: string }[]
  readonly moves: readonly { readonly value: string; readonly to: string }[]
}

/**
 * An object that changes in its place. `renames` pairs a field of a composite type with what it is called from then on; `convert`
 * and `revert` hold the statements that make one of an `object` out of the other, instead of dropping and creating it.
 */
export interface AlterObject {
  readonly kind: 'alter object'
  readonly from: DbObject
  readonly to: DbObject
  readonly renames?: readonly { readonly from: string; readonly to: string }[]
  readonly convert?: Sql
  readonly revert?: Sql
}

/** SQL written by hand; the schema does not change. A side that is a reason instead of SQL cannot be run. */
export interface SqlStep {
  readonly kind: 'sql'
  readonly name: string
  readonly up: SqlSide
  readonly down: SqlSide
}

/** Statements to run, or `none` with the reason why there are none (an empty reason means nothing is to be done). */
export type SqlSide = { readonly run: PerDialect<string> } | { readonly none: string }
