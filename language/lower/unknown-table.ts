import { closest } from '../edit-distance.ts'
import type { Context } from './context.ts'
import { notImported } from './not-imported.ts'
import type { NodePart } from './reporter.ts'

/** Reports a table that the project does not have, with the one that is probably meant. */
export function unknownTable(key: string, part: NodePart, context: Context, tables: Iterable<string>): void {
  if (key === '' || context.names.mayBeLost(key)) return
  const file = context.names.hiddenIn(key)
  if (file !== undefined) {
    notImported(key, file, part, context)
    return
  }
  const meant = closest(key, tables)
  const remedy = meant === undefined ? `Declare it: \`table ${key} { … }\`.` : `Did you mean \`${meant}\`?`
  const data = meant === undefined ? { name: key } : { name: key, meant }
  context.report.error('MIG122', `There is no table \`${key}\`.`, remedy, part, data)
}
