import type { Value } from '../../../schema/value.ts'
import type { ColumnDefault } from '../../../sql/sqlite-ddl/create-table.ts'
import { readDefault } from '../read-default.ts'

/** A default as a value. A bare word and a name in double quotes are strings there (lang_createtable.html, quirks.html). */
export function inspectDefault(value: ColumnDefault | undefined): Value | undefined {
  if (value === undefined) return undefined
  const quoted = /^"((?:[^"]|"")*)"$/.exec(value.text)
  if (quoted !== null) return { kind: 'string', value: quoted[1]!.replaceAll('""', '"') }
  const isWord = /^[A-Za-z_]\w*$/.test(value.text) && !/^(null|true|false|current_\w+)$/i.test(value.text)
  return isWord ? { kind: 'string', value: value.text } : readDefault(value.text)
}
