import type { Column, Identity } from '../../compiler/schema/column.ts'
import { nameText } from '../../compiler/schema/name.ts'
import { writeDotted } from '../literals/name-literal.ts'
import { MEMBER_WORDS, writeName } from './name.ts'
import { writeSql } from './parts.ts'
import { writeParameters } from './table-index.ts'
import { writeTypes } from './type.ts'
import { writeValue } from './value.ts'

/** The line of a column in two halves, so that the second ones of several lines can be put below each other. */
export interface ColumnText {
  readonly name: string
  readonly rest: string
}

/** A column, with the keys, checks and indexes that stand in its line; without its comment. */
export function writeColumn(column: Column, keys: readonly string[], indent: string): ColumnText {
  const type = writeTypes(column.type, indent) + (column.nullable ? '?' : '')
  const only = column.only === undefined ? [] : [`only ${column.only}`]
  const rest = [type, ...attributes(column, indent), ...keys, ...only]
  return { name: writeName(column.name, MEMBER_WORDS), rest: rest.join(' ') }
}

/** A column in one piece. */
export function writeColumnLine(column: Column, indent: string): string {
  const { name, rest } = writeColumn(column, [], indent)
  return `${name} ${rest}`
}

function* attributes(column: Column, indent: string): Iterable<string> {
  if (column.collate !== undefined) yield `collate ${writeDotted(column.collate)}`
  if (column.nullConflict !== undefined) yield `not null on conflict ${column.nullConflict}`
  if (column.storage !== undefined) yield `storage ${column.storage}`
  if (column.compression !== undefined) yield `compression ${column.compression}`
  if (column.statistics !== undefined) yield `statistics ${column.statistics}`
  if (column.with !== undefined) yield writeParameters(column.with)
  if (column.identity !== undefined) yield writeIdentity(column.identity)
  if (column.generated !== undefined) {
    const { sql, stored } = column.generated
    yield `= ${writeSql(sql, indent)} ${stored ? 'stored' : 'virtual'}`
  }
  if (column.default !== undefined) yield `default ${writeValue(column.default, indent)}`
}

function writeIdentity({ always, start, increment, min, max, cache, cycle, sequence }: Identity): string {
  const all = [
    ...(start === undefined ? [] : [`start ${start}`]),
    ...(increment === undefined ? [] : [`increment ${increment}`]),
    ...(min === undefined ? [] : [`min ${min}`]),
    ...(max === undefined ? [] : [`max ${max}`]),
    ...(cache === undefined ? [] : [`cache ${cache}`]),
    ...(cycle ? ['cycle'] : []),
    ...(sequence === undefined ? [] : [`sequence ${nameText(sequence)}`]),
  ]
  return `identity${always ? ' always' : ''}${all.length === 0 ? '' : ` (${all.join(' ')})`}`
}
