import type { Column, Generated, Identity } from '../schema/column.ts'
import type { Constraint } from '../schema/constraint.ts'
import { DIALECTS, forDialect, type PerDialect, type Sql } from '../schema/dialect.ts'
import { nameText } from '../schema/name.ts'
import type { Enum, Extension, Namespace, Trigger, View } from '../schema/objects.ts'
import { headOf, type Table, type TableHead } from '../schema/table.ts'
import type { Index, IndexKey } from '../schema/table-index.ts'
import type { Type } from '../schema/type.ts'
import type { Value } from '../schema/value.ts'
import { sameDialectSql, sameSql } from '../sql/same.ts'

/** Whether two lists hold the same items in the same order. */
export function sameList<T>(
  a: readonly T[] = [],
  b: readonly T[] = [],
  same: (a: T, b: T) => boolean = Object.is,
): boolean {
  return a === b || (a.length === b.length && a.every((item, at) => same(item, b[at]!)))
}

function sameSqlOrNone(a: Sql | undefined, b: Sql | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return sameDialectSql(a, b)
}

export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true
  switch (a.kind) {
    case 'builtin':
      return b.kind === 'builtin' && a.name === b.name && sameList(a.args, b.args)
    case 'enum':
      return b.kind === 'enum' && nameText(a.name) === nameText(b.name)
    case 'array':
      return b.kind === 'array' && sameType(a.of, b.of)
    case 'raw':
      return b.kind === 'raw' && sameSql(a.sql, b.sql)
  }
}

/** Types are the same when every dialect sees the same one. */
export function sameTypes(a: PerDialect<Type>, b: PerDialect<Type>): boolean {
  if (a === b) return true
  return DIALECTS.every(dialect => {
    const one = forDialect(a, dialect)
    const two = forDialect(b, dialect)
    return one === undefined || two === undefined ? one === two : sameType(one, two)
  })
}

export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  switch (a.kind) {
    case 'string':
      return b.kind === 'string' && a.value === b.value
    case 'number':
      return b.kind === 'number' && a.text === b.text
    case 'bool':
      return b.kind === 'bool' && a.value === b.value
    case 'null':
      return b.kind === 'null'
    case 'enum value':
      return b.kind === 'enum value' && a.value === b.value
    case 'call':
      return b.kind === 'call' && a.name === b.name
    case 'sql':
      return b.kind === 'sql' && sameDialectSql(a.sql, b.sql)
  }
}

function sameIdentity(a: Identity | undefined, b: Identity | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.always === b.always && a.start === b.start && a.increment === b.increment
}

export function sameGenerated(a: Generated | undefined, b: Generated | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.stored === b.stored && sameDialectSql(a.sql, b.sql)
}

export function sameColumn(a: Column, b: Column): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      a.nullable === b.nullable &&
      a.collate === b.collate &&
      a.comment === b.comment &&
      a.only === b.only &&
      sameTypes(a.type, b.type) &&
      sameValue(a.default, b.default) &&
      sameIdentity(a.identity, b.identity) &&
      sameGenerated(a.generated, b.generated))
  )
}

/** Whether two keys or checks are the same but for their comment. */
export function sameConstraintDefinition(a: Constraint, b: Constraint): boolean {
  if (a.name !== b.name || a.only !== b.only) return false
  switch (a.kind) {
    case 'primary':
      return b.kind === 'primary' && sameList(a.columns, b.columns)
    case 'unique':
      return (
        b.kind === 'unique' &&
        sameList(a.columns, b.columns) &&
        a.nullsNotDistinct === b.nullsNotDistinct &&
        a.deferrable === b.deferrable
      )
    case 'foreign':
      return (
        b.kind === 'foreign' &&
        sameList(a.columns, b.columns) &&
        nameText(a.target) === nameText(b.target) &&
        sameList(a.targetColumns, b.targetColumns) &&
        a.onDelete === b.onDelete &&
        a.onUpdate === b.onUpdate &&
        a.match === b.match &&
        a.deferrable === b.deferrable
      )
    case 'check':
      return b.kind === 'check' && sameDialectSql(a.sql, b.sql)
  }
}

export function sameConstraint(a: Constraint, b: Constraint): boolean {
  return a === b || (a.comment === b.comment && sameConstraintDefinition(a, b))
}

function sameIndexKey(a: IndexKey, b: IndexKey): boolean {
  return (
    a.column === b.column &&
    a.desc === b.desc &&
    a.nulls === b.nulls &&
    a.opclass === b.opclass &&
    a.collate === b.collate &&
    sameSqlOrNone(a.sql, b.sql)
  )
}

/** Whether two indexes are the same but for their comment. */
export function sameIndexDefinition(a: Index, b: Index): boolean {
  return (
    a.name === b.name &&
    a.unique === b.unique &&
    a.using === b.using &&
    a.nullsNotDistinct === b.nullsNotDistinct &&
    a.only === b.only &&
    sameList(a.keys, b.keys, sameIndexKey) &&
    sameList(a.include, b.include) &&
    sameList(a.with, b.with, (one, two) => one[0] === two[0] && one[1] === two[1]) &&
    sameSqlOrNone(a.where, b.where)
  )
}

export function sameIndex(a: Index, b: Index): boolean {
  return a === b || (a.comment === b.comment && sameIndexDefinition(a, b))
}

export function sameHead(a: TableHead, b: TableHead): boolean {
  return (
    a.strict === b.strict &&
    a.withoutRowid === b.withoutRowid &&
    a.unlogged === b.unlogged &&
    a.comment === b.comment &&
    a.only === b.only
  )
}

/** Whether two tables are the same; the order of their members does not count, since a column that comes back comes last. */
export function sameTable(a: Table, b: Table): boolean {
  return (
    a === b ||
    (nameText(a.name) === nameText(b.name) &&
      sameHead(headOf(a), headOf(b)) &&
      sameMembers(a.columns, b.columns, sameColumn) &&
      sameMembers(a.constraints, b.constraints, sameConstraint) &&
      sameMembers(a.indexes, b.indexes, sameIndex))
  )
}

function sameMembers<T extends { readonly name: string }>(
  a: readonly T[],
  b: readonly T[],
  same: (a: T, b: T) => boolean,
): boolean {
  if (a.length !== b.length) return false
  if (a.every((item, at) => item.name === b[at]!.name)) return a.every((item, at) => same(item, b[at]!))
  const byName = new Map(b.map(item => [item.name, item]))
  return a.every(item => {
    const other = byName.get(item.name)
    return other !== undefined && same(item, other)
  })
}

export function sameNamespace(a: Namespace, b: Namespace): boolean {
  return a === b || (a.name === b.name && a.comment === b.comment && a.only === b.only)
}

export function sameExtension(a: Extension, b: Extension): boolean {
  return a === b || (a.name === b.name && a.schema === b.schema && a.version === b.version && a.only === b.only)
}

export function sameEnum(a: Enum, b: Enum): boolean {
  return (
    a === b ||
    (nameText(a.name) === nameText(b.name) &&
      sameList(a.values, b.values) &&
      a.comment === b.comment &&
      a.only === b.only)
  )
}

export function sameView(a: View, b: View): boolean {
  return (
    a === b ||
    (nameText(a.name) === nameText(b.name) &&
      a.comment === b.comment &&
      a.only === b.only &&
      sameDialectSql(a.sql, b.sql))
  )
}

export function sameTrigger(a: Trigger, b: Trigger): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      nameText(a.table) === nameText(b.table) &&
      a.comment === b.comment &&
      a.only === b.only &&
      sameDialectSql(a.sql, b.sql))
  )
}
