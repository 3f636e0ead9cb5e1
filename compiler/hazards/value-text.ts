import { DIALECTS, forDialect } from '../schema/dialect.ts'
import { quoteName } from '../schema/name.ts'
import type { Value } from '../schema/value.ts'

/** A value as a sentence shows it; SQL in backticks, that of the first database which has any. */
export function valueText(value: Value): string {
  switch (value.kind) {
    case 'string':
      return `'${value.value.replaceAll("'", "''")}'`
    case 'number':
      return value.text
    case 'bool':
      return String(value.value)
    case 'null':
      return 'null'
    case 'enum value':
      return quoteName(value.value)
    case 'call':
      return `${value.name}()`
    case 'sql': {
      const [sql] = DIALECTS.map(dialect => forDialect(value.sql, dialect)).filter(text => text !== undefined)
      return `\`${sql}\``
    }
  }
}
