import type { IndexProperties, Parameters } from '../../compiler/schema/index-properties.ts'
import { quoteName } from '../../compiler/schema/name.ts'
import type { Index, IndexKey } from '../../compiler/schema/table-index.ts'
import { writeDotted } from '../literals/name-literal.ts'
import { writeString } from '../literals/string-literal.ts'
import { KEY_WORDS } from './name.ts'
import { writeSql } from './parts.ts'

/** An index as a line of its own, without its comment. */
export function writeIndex(index: Index, unnamed: boolean, indent: string): string {
  return [...words(index, unnamed, indent)].join(' ')
}

function* words(index: Index, unnamed: boolean, indent: string): Iterable<string> {
  yield index.unique ? 'unique index' : 'index'
  if (!unnamed) yield quoteName(index.name)
  yield `(${index.keys.map(key => writeKey(key, indent)).join(', ')})`
  if (index.using !== undefined) yield `using ${quoteName(index.using)}`
  const { include, ...others } = index
  if (include !== undefined) yield `include ${writeColumns(include)}`
  if (index.nullsNotDistinct) yield 'nulls not distinct'
  yield* writeProperties(others)
  if (index.where !== undefined) yield `where ${writeSql(index.where, indent)}`
  if (index.only !== undefined) yield `only ${index.only}`
}

/** `(a, "b c")`. */
export function writeColumns(columns: readonly string[]): string {
  return `(${columns.map(quoteName).join(', ')})`
}

/** What is said of an index, or of that of a key, beside its columns. */
export function* writeProperties(one: IndexProperties): Iterable<string> {
  if (one.include !== undefined) yield `include ${writeColumns(one.include)}`
  if (one.with !== undefined) yield writeParameters(one.with)
  if (one.tablespace !== undefined) yield `tablespace ${quoteName(one.tablespace)}`
  if (one.clustered) yield 'clustered'
  if (one.replicaIdentity) yield 'replica identity'
}

/** `with (fillfactor = 70)`. */
export function writeParameters(parameters: Parameters): string {
  return `with (${parameters.map(writeParameter).join(', ')})`
}

/** A key of an index or an exclusion. */
export function writeKey(key: IndexKey, indent: string): string {
  const result = [key.column === undefined ? writeSql(key.sql ?? {}, indent) : quoteName(key.column)]
  if (key.collate !== undefined) result.push(`collate ${writeDotted(key.collate)}`)
  if (key.opclass !== undefined) result.push(KEY_WORDS.has(key.opclass) ? `"${key.opclass}"` : writeDotted(key.opclass))
  if (key.opclassWith !== undefined) result.push(`(${key.opclassWith.map(writeParameter).join(', ')})`)
  if (key.statistics !== undefined) result.push(`statistics ${key.statistics}`)
  if (key.desc) result.push('desc')
  if (key.nulls !== undefined) result.push(`nulls ${key.nulls}`)
  return result.join(' ')
}

const BARE = /^(?:[-+]?\d+(?:\.\d+)?|[A-Za-z_]\w*)$/

function writeParameter([name, value]: readonly [string, string]): string {
  return `${writeDotted(name)} = ${BARE.test(value) ? value : writeString(value)}`
}
