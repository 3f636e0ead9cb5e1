import { DIALECTS, forDialect } from '../../compiler/schema/dialect.ts'
import { columnUses } from '../../compiler/sql/expression-names.ts'
import type { GeneratedModifier } from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import type { ColumnSubject, KeyLine, Subject, TableSubject } from './subject.ts'
import { targetsOf } from './targets.ts'
import { isAtLeast, leastVersion } from './version.ts'

/** Columns that are computed: what they may use, and where they may stand. */
export const checkGenerated: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    for (const line of table.columns.values()) {
      const node = line.node.modifiers?.find(modifier => modifier.$type === 'GeneratedModifier')
      if (node === undefined) continue
      checkUses(node, line, table, subject, report)
      checkVersion(node, line, table, subject, report)
    }
    checkKeys(table, subject, report)
  }
}

/** No database computes a column from itself; Postgres computes none from another computed one. */
function checkUses(
  node: GeneratedModifier,
  line: ColumnSubject,
  table: TableSubject,
  subject: Subject,
  report: CheckReport,
): void {
  const { column } = line
  const targets = targetsOf(subject, table.table.only, column.only)
  const place = { node, property: 'sql' }
  for (const dialect of DIALECTS) {
    const text = column.generated && forDialect(column.generated.sql, dialect)
    if (text === undefined || !targets.includes(dialect)) continue
    const used = columnUses(text)
      .filter(use => use.certain)
      .map(use => use.name)
    if (used.includes(column.name)) {
      const message = `\`${column.name}\` is computed from itself.`
      report.error({ code: 'MIG161', message, remedy: 'Compute it from other columns.', place })
      return
    }
    const other = used.find(name => table.columns.get(name)?.column.generated !== undefined)
    if (other === undefined || dialect !== 'postgres') continue
    const message = `\`${other}\` is computed itself, and Postgres computes no column from such a one.`
    report.error({
      code: 'MIG161',
      message,
      remedy: `Write the SQL of \`${other}\` in its place.`,
      place,
      data: { column: other },
    })
    return
  }
}

function checkVersion(
  node: GeneratedModifier,
  line: ColumnSubject,
  table: TableSubject,
  subject: Subject,
  report: CheckReport,
): void {
  if (line.column.generated?.stored !== false) return
  if (!targetsOf(subject, table.table.only, line.column.only).includes('postgres')) return
  const least = leastVersion(subject, 'postgres')
  if (least !== undefined && isAtLeast(least, '18')) return
  const place = { node, property: 'kind' }
  const data = { dialect: 'postgres', version: '18' }
  const finding = { code: 'MIG196', remedy: 'Write `stored`, or `targets postgres 18`.', place, data }
  if (least === undefined)
    report.warning({
      ...finding,
      message: 'A virtual column needs Postgres 18, and the project does not say which version it runs on.',
    })
  else report.error({ ...finding, message: `A virtual column needs Postgres 18, and the project runs on ${least}.` })
}

/** SQLite has no computed primary keys (gencol.html, section 2.3); Postgres 18 neither keys nor indexes on virtual columns. */
function checkKeys(table: TableSubject, subject: Subject, report: CheckReport): void {
  for (const line of table.keys) {
    const targets = targetsOf(subject, table.table.only, line.only)
    for (const name of line.columns) {
      const generated = table.columns.get(name)?.column.generated
      if (generated === undefined) continue
      if (line.kind === 'primary' && targets.includes('sqlite')) {
        refuse(
          line,
          `\`${name}\` is computed, and SQLite has no computed primary keys.`,
          'Write another primary key.',
          report,
        )
      } else if (!generated.stored && targets.includes('postgres')) {
        refuse(
          line,
          `\`${name}\` is virtual, and Postgres has no keys on virtual columns.`,
          'Write `stored` behind its SQL.',
          report,
        )
      }
    }
  }
  for (const line of table.indexes) {
    if (!targetsOf(subject, table.table.only, line.only).includes('postgres')) continue
    const name = line.columns.find(
      column => column !== undefined && table.columns.get(column)?.column.generated?.stored === false,
    )
    if (name === undefined) continue
    const message = `\`${name}\` is virtual, and Postgres has no indexes on virtual columns.`
    report.error({
      code: 'MIG161',
      message,
      remedy: 'Write `stored` behind its SQL.',
      place: { node: line.node },
      data: { column: name },
    })
  }
}

function refuse({ node }: KeyLine, message: string, remedy: string, report: CheckReport): void {
  report.error({ code: 'MIG161', message, remedy, place: { node } })
}
