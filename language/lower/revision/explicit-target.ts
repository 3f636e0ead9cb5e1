import type { FindTarget } from '../finish-table.ts'

/** In a revision a foreign key names the columns that it goes to: no other table can be asked. */
export const findExplicitTarget: FindTarget = ({ targetColumns, columns }, { node, context }) => {
  if (targetColumns.length !== columns.length) {
    const remedy = 'Name as many target columns as the key has: `-> orders (id)`.'
    context.report.error('MIG141', 'A foreign key in a revision names the columns that it goes to.', remedy, { node })
  }
  return targetColumns
}
