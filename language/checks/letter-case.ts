import type { Check } from './check.ts'
import { targetsOf } from './targets.ts'

/** Columns and triggers whose names differ only in the case of their letters, which SQLite does not see. */
export const checkLetterCase: Check = (subject, report) => {
  for (const { table, columns } of subject.scope.tables) {
    const seen = new Map<string, string>()
    for (const { node, column } of columns.values()) {
      if (!targetsOf(subject, table.only, column.only).includes('sqlite')) continue
      const other = seen.get(column.name.toLowerCase())
      if (other === undefined) seen.set(column.name.toLowerCase(), column.name)
      else {
        const message = `SQLite cannot tell the column \`${column.name}\` from \`${other}\`: the case of letters means nothing to it.`
        const place = { node, property: 'name' }
        report.error({ code: 'MIG179', message, remedy: 'Rename one of them.', place, data: { name: column.name } })
      }
    }
  }
}
