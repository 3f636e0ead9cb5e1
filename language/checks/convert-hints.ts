import { quoteName } from '../../compiler/schema/name.ts'
import { columnUses } from '../../compiler/sql/expression-names.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { oldNames } from './old-names.ts'
import { type SqlPiece, sqlPieces } from './sql-pieces.ts'
import type { Subject, TableSubject } from './subject.ts'
import { columnNamed, type TableSql, tableSql } from './table-sql.ts'

/** `convert` that seems to call a renamed column by its old name, which another column has now. */
export const checkConverts: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    if (![...table.columns.values()].some(isRenamedAndConverted)) continue
    for (const sql of tableSql(table, subject)) {
      if (sql.what !== 'convert' && sql.what !== 'revert') continue
      for (const piece of sqlPieces(sql.node, sql.targets, report)) checkPiece(sql, piece, table, subject, report)
    }
  }
}

function isRenamedAndConverted({ node }: NonNullable<TableSql['column']>): boolean {
  const kinds = node.modifiers?.map(modifier => modifier.$type) ?? []
  return kinds.includes('WasModifier') && kinds.includes('ConvertModifier')
}

function checkPiece(
  { column }: TableSql,
  piece: SqlPiece,
  table: TableSubject,
  subject: Subject,
  report: CheckReport,
): void {
  const own = column!.column.name
  const was = [...oldNames(subject, table.key)].find(([, now]) => now === own)?.[0]
  const other = was === undefined || was === own ? undefined : table.columns.get(was)
  if (was === undefined || other === undefined) return
  const uses = columnUses(piece.text).filter(use => use.certain)
  const means = (name: string) => (use: { readonly name: string }) =>
    columnNamed(table, use.name, piece.dialects[0]!) === table.columns.get(name)
  if (uses.some(means(own))) return
  for (const use of uses.filter(means(was))) {
    const message = `\`${was}\` means the column that is called so now, not the old value of \`${own}\`.`
    const remedy = `Write \`${quoteName(own)}\`: SQL in hints runs when the columns have their new names.`
    report.warning({
      code: 'MIG192',
      message,
      remedy,
      place: piece.placeOf(use.start, use.end),
      data: { name: was, meant: own },
    })
  }
}
