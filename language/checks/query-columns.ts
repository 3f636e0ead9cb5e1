import type { DialectName } from '../../compiler/schema/dialect.ts'
import { foldName, sqlName } from '../../compiler/sql/name-text.ts'
import { type QueryColumnUse, queryColumnUses, relationUses } from '../../compiler/sql/query-names.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import { checkLiterals } from './enum-literals.ts'
import { type Query, queries } from './queries.ts'
import { type QueryPiece, queryPieces } from './query-pieces.ts'
import { columnsOfView, type Relation, type Relations, relationsOf } from './relations.ts'
import type { SqlPiece } from './sql-pieces.ts'
import type { Subject } from './subject.ts'
import { columnNamed, isSystemColumn } from './table-sql.ts'
import { DATABASE, otherThan } from './targets.ts'

/** The columns that views, triggers, policies and rules use, where it is certain whose they are. */
export const checkQueryColumns: Check = (subject, report) => {
  const relations = relationsOf(subject)
  for (const query of queries(subject, subject.scope.declarations)) {
    for (const piece of queryPieces(query, report)) checkPiece(query, piece, relations, subject, report)
  }
}

function checkPiece(
  query: Query,
  piece: QueryPiece,
  relations: Relations,
  subject: Subject,
  report: CheckReport,
): void {
  const options = piece.table === undefined ? {} : { table: piece.table }
  const rows = new Set(relationUses(piece.text, options).flatMap(use => [use.name, use.alias ?? use.name]))
  for (const use of queryColumnUses(piece.text, options)) {
    if (!use.certain || use.relation === undefined || rows.has(use.name)) continue
    for (const dialect of piece.dialects) {
      const relation = relations.find(use.relation, dialect)
      if (relation === undefined || !isWrong(use, relation, dialect, query, piece, report)) continue
      break
    }
    const relation = relations.find(use.relation, piece.dialects[0]!)
    const column = relation?.kind === 'table' ? columnNamed(relation.table, use.name, piece.dialects[0]!) : undefined
    if (column !== undefined) checkLiterals(use, column, piece, subject, report)
  }
}

function isWrong(
  use: QueryColumnUse,
  relation: Relation,
  dialect: DialectName,
  query: Query,
  piece: SqlPiece,
  report: CheckReport,
): boolean {
  if (isSystemColumn(use.name, dialect)) return false
  if (relation.kind === 'view') {
    const columns = columnsOfView(relation.view, dialect)
    if (columns === undefined || has(columns, use.name, dialect)) return false
    unknown(use, 'view', relation.view.name.name, columns, query, piece, report)
    return true
  }
  const column = columnNamed(relation.table, use.name, dialect)
  if (column === undefined) {
    if (!relation.table.isWhole) return false
    unknown(use, 'table', relation.table.key, [...relation.table.columns.keys()], query, piece, report)
    return true
  }
  const { only } = column.column
  if (only === undefined || only === dialect) return false
  const message = `The column \`${use.name}\` of \`${relation.table.key}\` is not in ${DATABASE[dialect]}, and this ${query.what} is.`
  const remedy = `Give ${DATABASE[dialect]} SQL of its own, or limit the ${query.what}: \`only ${otherThan(dialect)}\`.`
  report.error({
    code: 'MIG199',
    message,
    remedy,
    place: piece.placeOf(use.start, use.end),
    data: { name: use.name, dialect },
  })
  return true
}

function has(columns: readonly string[], name: string, dialect: DialectName): boolean {
  return columns.includes(name) || (dialect === 'sqlite' && columns.some(column => foldName(column) === foldName(name)))
}

function unknown(
  use: QueryColumnUse,
  what: 'table' | 'view',
  of: string,
  columns: readonly string[],
  query: Query,
  piece: SqlPiece,
  report: CheckReport,
): void {
  if (query.context.names.mayBeLost(use.name)) return
  const meant = meantBy(use.name, columns)
  const message = `The ${what} \`${of}\` has no column \`${use.name}\`.`
  const remedy = didYouMean(
    meant === undefined ? undefined : sqlName(meant),
    `Add the column to \`${of}\`, or name another.`,
  )
  const data = { name: use.name, ...(meant !== undefined && { meant: sqlName(meant) }) }
  report.error({ code: 'MIG182', message, remedy, place: piece.placeOf(use.start, use.end), data })
}
