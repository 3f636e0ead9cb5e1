import type { QName } from '../../compiler/schema/name.ts'
import { inTrigger, overRows, overTable } from '../../compiler/sql/over-table.ts'
import { ruleParts } from '../../compiler/sql/rule-parts.ts'
import type { CheckReport } from './check-report.ts'
import type { Query } from './queries.ts'
import { type SqlPiece, sqlPieces } from './sql-pieces.ts'

/** A text as a statement. */
export interface QueryPiece extends SqlPiece {
  /** Where what is written begins; before it stands what makes a statement of it. */
  readonly from: number
  /** The table of which NEW and OLD are rows. */
  readonly table?: QName
}

/** The statements of a query: the one that it is, those of a rule, or one around what a policy asks of each row. */
export function queryPieces(query: Query, report: CheckReport): readonly QueryPiece[] {
  const { what, table } = query
  const pieces = sqlPieces(query.sql, query.targets, report)
  if (table === undefined) return pieces.map(piece => ({ ...piece, from: 0 }))
  if (what === 'policy') return pieces.map(piece => framed(piece, 0, piece.text, overTable(piece.text, table)))
  if (what !== 'rule') return pieces.map(piece => ({ ...piece, from: 0, table }))
  return pieces.flatMap(piece =>
    ruleParts(piece.text).map(({ start, end, isCondition }) => {
      const text = piece.text.slice(start, end)
      if (isCondition) return framed(piece, start, text, overRows(text, table))
      return { ...framed(piece, start, text, inTrigger(text)), table }
    }),
  )
}

/** A stretch of a text, which stands at the end of a statement. */
function framed(piece: SqlPiece, start: number, text: string, statement: string): QueryPiece {
  const from = statement.length - text.length
  const placeOf: SqlPiece['placeOf'] = (first, end) => piece.placeOf(first - from + start, end - from + start)
  return { ...piece, text: statement, from, placeOf }
}
