import type { Column, Generated, Identity } from '../schema/column.ts'
import type { Check, Constraint, ExclusionKey, ForeignKey } from '../schema/constraint.ts'
import { DIALECTS, forDialect, type PerDialect, type Sql } from '../schema/dialect.ts'
import type { IndexProperties, Parameters } from '../schema/index-properties.ts'
import { declaredPart } from '../schema/inheritance.ts'
import { nameText, type QName } from '../schema/name.ts'
import type { Enum, Extension, Namespace, Trigger } from '../schema/objects.ts'
import { type PartitionOf, sameBound, samePartitionBy } from '../schema/partition.ts'
import { headOf, type Table, type TableHead } from '../schema/table.ts'
import type { Index, IndexKey } from '../schema/table-index.ts'
import type { Type } from '../schema/type.ts'
import type { Value } from '../schema/value.ts'
import { sqlName } from '../sql/name-text.ts'
import { sameDialectSql, sameSql } from '../sql/same.ts'
import { sameData } from './objects/same-data.ts'

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
  if (a.kind === 'raw' && b.kind !== 'raw') return sameType(b, a)
  switch (a.kind) {
    case 'builtin':
      return b.kind === 'builtin' && a.name === b.name && sameList(a.args, b.args)
    case 'enum':
      if (b.kind === 'raw') return sameSql(b.sql, nameInSql(a.name))
      return b.kind === 'enum' && nameText(a.name) === nameText(b.name)
    case 'array':
      if (b.kind === 'raw') return /\[\]\s*$/.test(b.sql) && isNamed(a.of) && sameType(a.of, withoutBrackets(b))
      return b.kind === 'array' && sameType(a.of, b.of)
    case 'raw':
      return b.kind === 'raw' && sameSql(a.sql, b.sql)
  }
}

function isNamed(type: Type): boolean {
  return type.kind === 'array' ? isNamed(type.of) : type.kind === 'enum'
}

function withoutBrackets({ sql }: Type & { kind: 'raw' }): Type {
  return { kind: 'raw', sql: sql.replace(/\s*\[\]\s*$/, '') }
}

function nameInSql({ schema, name }: QName): string {
  return schema === undefined ? sqlName(name) : `${sqlName(schema)}.${sqlName(name)}`
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
  return (
    a.always === b.always &&
    a.start === b.start &&
    a.increment === b.increment &&
    a.min === b.min &&
    a.max === b.max &&
    a.cache === b.cache &&
    a.cycle === b.cycle &&
    (a.sequence && nameText(a.sequence)) === (b.sequence && nameText(b.sequence))
  )
}

/** Whether two lists of parameters say the same; their order means nothing. */
export function sameParameters(a: Parameters | undefined, b: Parameters | undefined): boolean {
  if (a === b) return true
  if (a?.length !== b?.length) return false
  const values = new Map(b)
  return a!.every(([name, value]) => values.get(name) === value)
}

function sameProperties(a: IndexProperties, b: IndexProperties): boolean {
  return (
    sameList(a.include, b.include) &&
    sameParameters(a.with, b.with) &&
    a.tablespace === b.tablespace &&
    a.clustered === b.clustered &&
    a.replicaIdentity === b.replicaIdentity
  )
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
      a.storage === b.storage &&
      a.compression === b.compression &&
      a.statistics === b.statistics &&
      sameParameters(a.with, b.with) &&
      a.nullConflict === b.nullConflict &&
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
      return (
        b.kind === 'primary' &&
        sameList(a.columns, b.columns) &&
        a.deferrable === b.deferrable &&
        a.conflict === b.conflict &&
        sameProperties(a, b)
      )
    case 'unique':
      return (
        b.kind === 'unique' &&
        sameList(a.columns, b.columns) &&
        sameList(a.collations, b.collations) &&
        a.nullsNotDistinct === b.nullsNotDistinct &&
        a.deferrable === b.deferrable &&
        a.conflict === b.conflict &&
        sameProperties(a, b)
      )
    case 'foreign':
      return (
        b.kind === 'foreign' &&
        sameList(a.columns, b.columns) &&
        nameText(a.target) === nameText(b.target) &&
        sameList(a.targetColumns, b.targetColumns) &&
        a.missing === b.missing &&
        a.onDelete === b.onDelete &&
        sameList(a.onDeleteColumns, b.onDeleteColumns) &&
        a.onUpdate === b.onUpdate &&
        sameState(a, b) &&
        a.match === b.match &&
        a.deferrable === b.deferrable
      )
    case 'check':
      return b.kind === 'check' && a.noInherit === b.noInherit && sameState(a, b) && sameDialectSql(a.sql, b.sql)
    case 'exclude':
      return (
        b.kind === 'exclude' &&
        a.using === b.using &&
        a.deferrable === b.deferrable &&
        sameList(a.keys, b.keys, sameExclusionKey) &&
        sameSqlOrNone(a.where, b.where) &&
        sameProperties(a, b)
      )
  }
}

function sameState(a: Check | ForeignKey, b: Check | ForeignKey): boolean {
  return a.notValid === b.notValid && a.notEnforced === b.notEnforced
}

export function sameConstraint(a: Constraint, b: Constraint): boolean {
  return a === b || (a.comment === b.comment && sameConstraintDefinition(a, b))
}

function sameExclusionKey(a: ExclusionKey, b: ExclusionKey): boolean {
  return a.operator === b.operator && sameIndexKey(a, b)
}

function sameIndexKey(a: IndexKey, b: IndexKey): boolean {
  return (
    a.column === b.column &&
    a.desc === b.desc &&
    a.nulls === b.nulls &&
    a.opclass === b.opclass &&
    a.collate === b.collate &&
    a.statistics === b.statistics &&
    sameParameters(a.opclassWith, b.opclassWith) &&
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
    sameProperties(a, b) &&
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
    a.tablespace === b.tablespace &&
    a.using === b.using &&
    sameParameters(a.with, b.with) &&
    a.replicaIdentity === b.replicaIdentity &&
    a.rowSecurity === b.rowSecurity &&
    a.forceRowSecurity === b.forceRowSecurity &&
    samePartitionBy(a.partitionBy, b.partitionBy) &&
    samePartitionOf(a.partitionOf, b.partitionOf) &&
    sameNames(sorted(a.inherits), sorted(b.inherits)) &&
    a.comment === b.comment &&
    a.only === b.only
  )
}

/** In which order a table got its parents says nothing of it. */
function sorted(names: readonly QName[] | undefined): readonly QName[] | undefined {
  return names?.toSorted((a, b) => (nameText(a) < nameText(b) ? -1 : 1))
}

/** Whether two tables are the same partition. */
export function samePartitionOf(a: PartitionOf | undefined, b: PartitionOf | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return nameText(a.parent) === nameText(b.parent) && sameBound(a.bound, b.bound)
}

/** Whether two tables are the same; the order of their members does not count, since a column that comes back comes last. */
export function sameTable(a: Table, b: Table): boolean {
  return (
    a === b ||
    (nameText(a.name) === nameText(b.name) &&
      sameHead(headOf(a), headOf(b)) &&
      sameMembers(declaredPart(a).columns, declaredPart(b).columns, sameColumn) &&
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
  return a === b || sameData(a, b)
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

/** Whether two lists of names are the same. */
export function sameNames(a: readonly QName[] = [], b: readonly QName[] = []): boolean {
  return a.length === b.length && a.every((name, at) => nameText(name) === nameText(b[at]!))
}

export function sameTrigger(a: Trigger, b: Trigger): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      nameText(a.table) === nameText(b.table) &&
      a.comment === b.comment &&
      a.only === b.only &&
      a.state === b.state &&
      sameNames(a.dependsOn, b.dependsOn) &&
      sameDialectSql(a.sql, b.sql))
  )
}
