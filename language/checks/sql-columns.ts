import type { DialectName } from '../../compiler/schema/dialect.ts'
import { readCode } from '../../compiler/sql/code.ts'
import { columnUses, type NameUse } from '../../compiler/sql/expression-names.ts'
import { foldName, sqlName } from '../../compiler/sql/name-text.ts'
import type { Check } from './check.ts'
import type { CheckReport, Place } from './check-report.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import { oldNames } from './old-names.ts'
import { type SqlPiece, sqlPieces } from './sql-pieces.ts'
import type { Subject, TableSubject } from './subject.ts'
import { columnNamed, isSystemColumn, type TableSql, tableSql } from './table-sql.ts'
import { DATABASE, otherThan } from './targets.ts'

/** The columns that the SQL of a table uses: checks, computed columns, indexes, defaults, conversions. */
export const checkSqlColumns: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    for (const sql of tableSql(table, subject)) {
      for (const piece of sqlPieces(sql.node, sql.targets, report)) {
        checkQueries(sql, piece, report)
        for (const use of columnUses(piece.text)) {
          if (use.certain && !(isHint(sql) && isOldName(use.name, table, subject)))
            checkUse(use, sql, piece, table, report)
        }
      }
    }
  }
}

/** SQL that runs while the next revision does: it may call a column by the name that it had before. */
function isHint({ what }: Pick<TableSql, 'what'>): boolean {
  return what === 'backfill' || what === 'convert' || what === 'revert'
}

/** Whether a column says that it had the name, which no other has now in either database. */
function isOldName(name: string, table: TableSubject, subject: Subject): boolean {
  return oldNames(subject, table.key).has(name) && columnNamed(table, name, 'sqlite') === undefined
}

function checkUse(use: NameUse, sql: TableSql, piece: SqlPiece, table: TableSubject, report: CheckReport): void {
  const place = () => piece.placeOf(use.start, use.end)
  if (sql.what === 'default') {
    usesColumn(use, sql, place(), report)
    return
  }
  if (use.qualifier !== undefined && use.qualifier !== foldName(table.table.name.name)) return
  if (use.qualifier === undefined && use.name === foldName(table.table.name.name)) return
  for (const dialect of piece.dialects) {
    const column = columnNamed(table, use.name, dialect)
    if (column === undefined && isSystemColumn(use.name, dialect)) continue
    if (column === undefined) {
      unknown(use, sql, place(), table, report)
      return
    }
    const { only } = column.column
    if (only !== undefined && only !== dialect) {
      elsewhere(use.name, dialect, place(), report)
      return
    }
  }
}

function unknown(
  use: NameUse,
  { what, context, column }: TableSql,
  place: Place,
  table: TableSubject,
  report: CheckReport,
): void {
  if (!table.isWhole || context.names.mayBeLost(use.name)) return
  const meant = meantBy(use.name, table.columns.keys())
  const text = use.quoted ? ` A text stands in single quotes: '${use.name}'.` : ''
  const message = `The table \`${table.key}\` has no column \`${use.name}\`.${meant === undefined ? text : ''}`
  const hinted = isHint({ what })
  const otherwise = hinted
    ? `It may be one that \`${table.key}\` had before; the hint on \`${column!.column.name}\` can go once its revision is made.`
    : `Add the column to \`${table.key}\`, or name another.`
  const remedy = didYouMean(meant === undefined ? undefined : sqlName(meant), otherwise)
  const data = { name: use.name, ...(meant !== undefined && { meant: sqlName(meant) }) }
  report.add(hinted ? 'warning' : 'error', { code: 'MIG182', message, remedy, place, data })
}

function elsewhere(name: string, dialect: DialectName, place: Place, report: CheckReport): void {
  const message = `The column \`${name}\` is not in ${DATABASE[dialect]}, and this SQL is.`
  const remedy = `Give ${DATABASE[dialect]} SQL of its own, or limit the line: \`only ${otherThan(dialect)}\`.`
  report.error({ code: 'MIG199', message, remedy, place, data: { name, dialect } })
}

/** Postgres refuses with 0A000, SQLite says that the value is not constant. */
function usesColumn(use: NameUse, { column }: TableSql, place: Place, report: CheckReport): void {
  const message = `\`${use.name}\` would be a column, and the default of \`${column?.column.name}\` cannot use one.`
  const remedy = `Write a text in single quotes, \`'${use.name}'\`, or compute the column: \`= … stored\`.`
  report.error({ code: 'MIG155', message, remedy, place, data: { name: use.name } })
}

/** A query where both databases allow none, or Postgres alone: it turns values while it writes the table (ALTER TABLE, `using`). */
function checkQueries({ what }: TableSql, piece: SqlPiece, report: CheckReport): void {
  const isConversion = what === 'convert' || what === 'revert'
  if (isConversion ? !piece.dialects.includes('postgres') : isHint({ what })) return
  const { tokens } = readCode(piece.text)
  const at = tokens.findIndex(
    (token, index) => token.kind === 'name' && token.value === 'select' && tokens[index - 1]?.text === '(',
  )
  const token = tokens[at]
  if (token === undefined) return
  const place = piece.placeOf(token.start, token.end)
  if (isConversion) {
    const message = `A \`${what}\` for Postgres cannot hold a query: it turns one value into another.`
    const remedy =
      'Declare a function that asks it, and call that: `convert f(a)`; where only SQLite is to ask it, write `sqlite` before it and SQL without a query for Postgres.'
    report.error({ code: 'MIG139', message, remedy, place })
    return
  }
  const message = `${what === 'index' || what === 'exclusion' ? 'An' : 'A'} ${what} cannot hold a query: it sees one row only.`
  const remedy = 'Use a foreign key, a trigger or a function instead.'
  report.error({ code: 'MIG186', message, remedy, place })
}
