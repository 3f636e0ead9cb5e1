import { forDialect, type Sql } from '../../schema/dialect.ts'
import { withoutSchemas } from '../../sql/qualify.ts'

/** The SQL that SQLite reads: its own as it is written, that for every database without the schemas before names. */
export function sqliteSql(sql: Sql): string | undefined {
  const text = forDialect(sql, 'sqlite')
  return text === undefined || sql.sqlite !== undefined ? text : withoutSchemas(text)
}
