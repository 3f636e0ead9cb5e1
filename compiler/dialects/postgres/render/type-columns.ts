import type { Column } from '../../../schema/column.ts'
import { type QName, sameName } from '../../../schema/name.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import { baseType, isTypeObject, type TypeObject, typeObject } from '../../../schema/objects/type-object.ts'
import type { Type } from '../../../schema/type.ts'
import { canonicalType, isString } from '../../../schema/type-family.ts'
import { objectDefinition } from '../../../steps/objects/definitions.ts'
import { sameType } from '../../../steps/same.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { plainType } from '../types/plain-type.ts'
import { asideName } from './aside-name.ts'
import { columnKey } from './column.ts'
import { columnType, defaultSql } from './column-text.ts'
import { enumColumns, isArray } from './enum-columns.ts'
import { liftColumn, liftForType } from './lift-column.ts'
import { draftTable, liveColumn, putLive } from './live.ts'
import { emit, noteReason, type Rendering } from './rendering.ts'
import { baseOf } from './values-aside.ts'

/** The types that an object is known by: a range has a multirange type beside it. */
function typesOf(object: TypeObject): readonly QName[] {
  return objectDefinition(object)
    .provides(object as never)
    .flatMap(({ space, name }) => (space === 'type' ? [name] : []))
}

/**
 * Puts the values of all columns of a type that goes into a form without it: the fields of a composite type by their names,
 * anything else as text. `bringColumns` brings them back.
 */
export function setColumnsAside(work: Rendering, object: TypeObject): void {
  const type: Type = { kind: 'raw', sql: isMadeOfFields(work, object) ? 'jsonb' : 'text' }
  for (const name of typesOf(object)) {
    for (const { table, columns } of enumColumns(work, name)) {
      for (const { name: column } of columns) setAside(work, table, column, type)
    }
  }
}

/** Whether values have fields, which find their places by their names: those of a composite type, and of domains over one or over arrays of one. */
function isMadeOfFields(work: Rendering, object: TypeObject): boolean {
  if (object.kind !== 'domain') return object.kind === 'composite'
  const items = (type: Type): Type => {
    const plain = baseOf(work, type)
    return plain.kind === 'array' ? items(plain.of) : plain
  }
  const type = items(object.type.all!)
  return type.kind === 'enum' && typeObject(work.draft, type.name)?.kind === 'composite'
}

function setAside(work: Rendering, table: QName, name: string, type: Type & { kind: 'raw' }): void {
  liftForType(work, table, name)
  const column = liveColumn(work, table, name)
  if (column === undefined) return
  if (column.generated !== undefined) {
    liftColumn(work, table, name)
    return
  }
  noteReason(work, columnKey(table, name))
  const sql = type.sql === 'text' && isArray(column) ? 'text[]' : type.sql
  const quoted = quoteIdentifier(name)
  const using = type.sql === 'jsonb' ? `to_jsonb(${quoted})` : `${quoted}::${sql}`
  const bare = defaultSql(column) === undefined ? [] : [`alter column ${quoted} drop default`]
  emit(
    work,
    `alter table ${quoteQName(table)} ${[...bare, `alter column ${quoted} type ${sql} using ${using}`].join(', ')}`,
  )
  const { default: _default, ...rest } = column
  putLive(work, table, 'columns', { ...rest, type: { all: { kind: 'raw', sql } } })
}

/** Gives the columns that were set aside for a type their type again. */
export function bringColumns(work: Rendering, object: DbObject): void {
  if (!isTypeObject(object)) return
  const names = typesOf(object)
  for (const { name: table } of work.live.tables.values()) {
    const wanted = draftTable(work, table)?.columns ?? []
    for (const column of wanted) {
      const there = liveColumn(work, table, column.name)
      if (there === undefined || !work.reasons.has(columnKey(table, column.name))) continue
      if (!isOf(column.type.all!, names) || sameType(there.type.all!, column.type.all!)) continue
      bring(work, table, there, column, object)
    }
  }
}

function isOf(type: Type, names: readonly QName[]): boolean {
  if (type.kind === 'array') return isOf(type.of, names)
  if (type.kind === 'enum') return names.some(name => sameName(name, type.name))
  if (type.kind !== 'raw') return false
  const bare = type.sql.replace(/(?:\s*\[\d*\])+$/, '').trim()
  return names.some(name => quoteQName(name) === bare)
}

function bring(work: Rendering, table: QName, there: Column, column: Column, object: TypeObject): void {
  const quoted = quoteIdentifier(column.name)
  const type = columnType(column)
  const isJson = isMadeOfFields(work, object)
  const isList = isArray(column) || baseOf(work, column.type.all!).kind === 'array'
  const around = isJson && isList ? asideName(object.name) : undefined
  const value = column.default?.kind === 'sql' ? undefined : defaultSql(column)
  const actions = [
    `alter column ${quoted} type ${type}${isText(work, object) ? '' : ` using ${backFrom(quoted, type, isJson, around)}`}`,
    ...(value === undefined ? [] : [`alter column ${quoted} set default ${value}`]),
  ]
  if (around !== undefined) emit(work, `create type ${quoteQName(around)} as (held ${type})`)
  emit(work, `alter table ${quoteQName(table)} ${actions.join(', ')}`)
  if (around !== undefined) emit(work, `drop type ${quoteQName(around)}`)
  const { default: _default, ...bare } = column
  const now = value === undefined ? bare : column
  putLive(work, table, 'columns', { ...now, nullable: there.nullable })
}

/** A text is assigned to a domain of texts: a length refuses then what is too long, where a cast would cut it (CREATE CAST). */
function isText(work: Rendering, object: TypeObject): boolean {
  if (object.kind !== 'domain') return false
  const base = baseType(work.live, object.type.all!, 'postgres')
  return isString(canonicalType(plainType(base)))
}

/** Fields find their places by their names; for those of an array a type around it is needed (JSON Functions). */
function backFrom(column: string, type: string, isJson: boolean, around: QName | undefined): string {
  if (!isJson) return `${column}::${type}`
  if (around === undefined) return `jsonb_populate_record(null::${type}, ${column})`
  return `(jsonb_populate_record(null::${quoteQName(around)}, jsonb_build_object('held', ${column}))).held`
}
