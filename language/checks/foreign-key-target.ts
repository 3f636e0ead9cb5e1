import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { targetColumnPlace } from './column-place.ts'
import type { ForeignLine, Subject, TableSubject } from './subject.ts'
import { DATABASE, targetsOf } from './targets.ts'

/** Foreign keys that go to columns which nothing makes unique: both databases refuse them. */
export const checkForeignKeyTargets: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    for (const line of table.keys) if (line.kind === 'foreign') checkLine(line, table, subject, report)
  }
}

/** The columns that a foreign key goes to: those of the primary key unless it names others. */
export function columnsOfTarget(line: ForeignLine, target: TableSubject): readonly string[] {
  if (line.targetColumns.length > 0) return line.targetColumns
  return target.table.constraints.find(constraint => constraint.kind === 'primary')?.columns ?? []
}

function checkLine(line: ForeignLine, table: TableSubject, subject: Subject, report: CheckReport): void {
  const target = subject.tables.get(line.target)
  if (target === undefined || !target.isWhole) return
  const columns = columnsOfTarget(line, target)
  if (columns.length !== line.columns.length || !columns.every(name => target.columns.has(name))) return
  const targets = targetsOf(subject, table.table.only, line.only, target.table.only)
  const dialect = targets.find(item => !isUnique(columns, target.table, item))
  if (dialect === undefined) return
  const where = targets.length > 1 && isUnique(columns, target.table, targets.find(item => item !== dialect)!)
  const named =
    columns.length === 1 ? `\`${target.key}.${columns[0]}\`` : `(${columns.join(', ')}) of \`${target.key}\``
  const message = `Nothing makes ${named} unique${where ? ` in ${DATABASE[dialect]}` : ''}, so no foreign key can go there.`
  const remedy =
    columns.length === 1
      ? `Put \`unique\` behind the column \`${columns[0]}\` of \`${target.key}\`.`
      : `Add \`unique (${columns.join(', ')})\` to \`${target.key}\`.`
  const data = { table: target.key, columns }
  report.error({ code: 'MIG168', message, remedy, place: placeOf(line), data })
}

function placeOf(line: ForeignLine): ReturnType<typeof targetColumnPlace> {
  return line.targetColumns.length > 0 ? targetColumnPlace(line, 0) : { node: line.node, property: 'target' }
}

/** A key that is not deferrable, or a unique index on all rows, over just these columns (CREATE TABLE in the manual; foreignkeys.html, section 3). */
function isUnique(columns: readonly string[], table: Table, dialect: DialectName): boolean {
  const wanted = [...columns].sort().join('\n')
  const isHere = (only: DialectName | undefined) => only === undefined || only === dialect
  const covers = (names: readonly (string | undefined)[]) =>
    names.length === columns.length && [...names].sort().join('\n') === wanted
  const byKey = table.constraints.some(
    key =>
      isHere(key.only) &&
      (key.kind === 'primary' || key.kind === 'unique') &&
      (dialect === 'sqlite' || key.deferrable === undefined) &&
      covers(key.columns),
  )
  return (
    byKey ||
    table.indexes.some(
      index =>
        isHere(index.only) && index.unique && index.where === undefined && covers(index.keys.map(key => key.column)),
    )
  )
}
