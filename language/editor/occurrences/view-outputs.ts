import type { DialectName } from '../../../compiler/schema/dialect.ts'
import { outputColumns } from '../../../compiler/sql/output-columns.ts'
import type { KnownNames } from './known-names.ts'

/** The names of the columns that a view gives, as the compiler sees them; undefined where they cannot be told. */
export function viewOutputs(
  key: string,
  dialect: DialectName | 'all',
  names: KnownNames,
): readonly string[] | undefined {
  const text = names.viewText(key, dialect)
  return text === undefined ? undefined : outputColumns(text, names.viewColumnNames(key))
}
