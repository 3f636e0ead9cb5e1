import { forDialect } from '../../schema/dialect.ts'
import type { Call, Value } from '../../schema/value.ts'
import { quoteString } from './quote.ts'

const CALLS: Readonly<Record<Call['name'], string>> = {
  now: 'now()',
  today: 'CURRENT_DATE',
  uuid: 'gen_random_uuid()',
}

/** A portable call as Postgres writes it back. */
export function callSql(call: Call): string {
  return CALLS[call.name]
}

/** A default or a fill as an expression; undefined for SQL that only others have. */
export function valueSql(value: Value): string | undefined {
  switch (value.kind) {
    case 'string':
    case 'enum value':
      return quoteString(value.value)
    case 'number':
      return value.text
    case 'bool':
      return value.value ? 'true' : 'false'
    case 'null':
      return 'null'
    case 'call':
      return callSql(value).toLowerCase()
    case 'sql':
      return forDialect(value.sql, 'postgres')?.trim()
  }
}
