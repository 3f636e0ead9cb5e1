import { forDialect } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import { columnUses } from '../../compiler/sql/expression-names.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import { literalsBeside } from './literals-beside.ts'
import { isRemoved } from './removed-values.ts'
import { type SqlPiece, sqlPieces } from './sql-pieces.ts'
import type { ColumnSubject, Subject } from './subject.ts'
import { columnNamed, tableSql } from './table-sql.ts'

/** Texts that the SQL of a table compares with a column of an enum, and that are none of its values. What is converted is still of the old type. */
export const checkEnumLiterals: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    if (![...table.columns.values()].some(hasEnum)) continue
    for (const { node, targets, what, column: converted } of tableSql(table, subject)) {
      for (const piece of sqlPieces(node, targets, report)) {
        for (const use of columnUses(piece.text)) {
          const column = use.certain ? columnNamed(table, use.name, piece.dialects[0]!) : undefined
          const isOld = what === 'convert' && column === converted
          if (column !== undefined && !isOld) checkLiterals(use, column, piece, subject, report)
        }
      }
    }
  }
}

function hasEnum({ column }: ColumnSubject): boolean {
  return Object.values(column.type).some(type => type?.kind === 'enum')
}

/** Reports the texts beside a use of a column that its enum does not have. */
export function checkLiterals(
  use: { readonly start: number },
  { column }: ColumnSubject,
  piece: SqlPiece,
  subject: Subject,
  report: CheckReport,
): void {
  const type = piece.dialects.map(dialect => forDialect(column.type, dialect)).find(found => found?.kind === 'enum')
  if (type?.kind !== 'enum') return
  const key = nameText(type.name)
  const values = subject.schema.enums.get(key)?.values
  if (values === undefined || subject.brokenEnums.has(key)) return
  for (const literal of literalsBeside(piece.text, use.start)) {
    const name = literal.value
    if (values.includes(name)) continue
    const renamed = subject.hints.renames.find(
      hint => hint.kind === 'enum value' && hint.in === key && hint.from === name,
    )?.to
    const gone = isRemoved(subject, key, name)
    const meant = renamed ?? (gone ? undefined : meantBy(name, values))
    const message = gone
      ? `\`${name}\` is removed from the enum \`${key}\`, and this SQL still names it.`
      : `The enum \`${key}\` has no value \`${name}\`.`
    const remedy = didYouMean(
      meant,
      gone ? 'Leave the value out here, too.' : `Add the value to \`${key}\`, or name another.`,
    )
    const data = { enum: key, name, ...(meant !== undefined && { meant }) }
    report.error({ code: 'MIG156', message, remedy, place: piece.placeOf(literal.start, literal.end), data })
  }
}
