import type { Check } from './check.ts'

/** `backfill` on a column that may be null: rows need no value to be there. */
export const checkBackfills: Check = (subject, report) => {
  for (const { columns, keys } of subject.scope.tables) {
    for (const { node, column } of columns.values()) {
      const modifier = node.modifiers?.find(item => item.$type === 'BackfillModifier')
      if (modifier === undefined || !column.nullable || column.generated !== undefined) continue
      if (keys.some(key => key.kind === 'primary' && key.columns.includes(column.name))) continue
      const message = `\`${column.name}\` may be null, so the rows that are there need no value: it is used only while the column is new.`
      const remedy = 'Remove the `?` after its type, or the `backfill`.'
      report.info({ code: 'MIG191', message, remedy, place: { node: modifier }, data: { column: column.name } })
    }
  }
}
