import { mapDialects } from '../../schema/dialect.ts'
import type { Value } from '../../schema/value.ts'
import { arrayItem, mapArrayText } from '../../sql/array-text.ts'
import { mapDefaultTexts } from '../../sql/default-texts.ts'
import { sameValue } from '../same.ts'
import type { AlterEnum } from '../step.ts'

/** A column or a domain. */
interface Defaulted {
  readonly default?: Value
}

/**
 * The column or domain of an enum, or of arrays of it, with renamed values followed into its default, as Postgres does. A default
 * that is not surely made of such values stays as it is, and so does one that could not be brought back to the letter.
 */
export function renameInDefault<T extends Defaulted>(column: T, { from, renames }: AlterEnum): T {
  if (column.default === undefined) return column
  const forth = new Map(renames.map(pair => [pair.from, pair.to]))
  const back = new Map(renames.map(pair => [pair.to, pair.from]))
  const value = renamedValue(column.default, from.name, forth)
  if (sameValue(value, column.default) || !sameValue(renamedValue(value, from.name, back), column.default)) {
    return column
  }
  return { ...column, default: value }
}

function renamedValue(value: Value, type: AlterEnum['from']['name'], next: ReadonlyMap<string, string>): Value {
  switch (value.kind) {
    case 'enum value':
      return { kind: 'enum value', value: next.get(value.value) ?? value.value }
    case 'string':
      return { kind: 'string', value: renamedText(value.value, next) }
    case 'sql':
      return {
        kind: 'sql',
        sql: mapDialects(value.sql, sql => mapDefaultTexts(sql, type, text => renamedText(text, next))),
      }
    default:
      return value
  }
}

/** A value, or an array of values as Postgres writes it or as the JSON that SQLite holds. */
function renamedText(text: string, next: ReadonlyMap<string, string>): string {
  const array = mapArrayText(text, (item, written) => {
    const to = next.get(item)
    return to === undefined ? written.text : arrayItem(to)
  })
  return array ?? renamedJson(text, next) ?? next.get(text) ?? text
}

function renamedJson(text: string, next: ReadonlyMap<string, string>): string | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    return JSON.stringify(JSON.parse(text, (_, item) => (typeof item === 'string' ? (next.get(item) ?? item) : item)))
  } catch {
    return undefined
  }
}
