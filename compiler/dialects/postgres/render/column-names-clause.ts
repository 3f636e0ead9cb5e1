import type { View } from '../../../schema/objects.ts'
import { quoteIdentifier } from '../quote.ts'

/** The names that a view gives its columns itself, in brackets. */
export function columnNamesClause({ columnNames: names }: Pick<View, 'columnNames'>): string {
  return names === undefined ? '' : ` (${names.map(quoteIdentifier).join(', ')})`
}
