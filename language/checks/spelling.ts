import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Sql } from '../generated/ast.ts'
import type { NodePart } from '../lower/reporter.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { unspoken } from './sql-pieces.ts'
import { tableSql } from './table-sql.ts'
import { DATABASE, otherThan, targetsOf } from './targets.ts'

const HINTS: ReadonlySet<string> = new Set(['backfill', 'convert', 'revert'])

/** SQL that says nothing for a target: without it, the target would silently do without the whole thing. */
export const checkSpelling: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    for (const { what, node, targets, column, isLine } of tableSql(table, subject)) {
      if (HINTS.has(what)) continue
      const name =
        column === undefined
          ? `This ${what}`
          : `The ${what === 'generated column' ? 'SQL' : what} of \`${column.column.name}\``
      missing(name, node, targets, isLine === true, { node }, report)
    }
  }
  for (const { node, context } of subject.scope.declarations) {
    if (node.$type !== 'ViewDeclaration' && node.$type !== 'TriggerDeclaration') continue
    if (node.sql === undefined && context.parsed.errors.length > 0) continue
    const what = node.$type === 'ViewDeclaration' ? 'view' : 'trigger'
    missing(
      `The ${what} \`${node.name}\``,
      node.sql,
      targetsOf(subject, node.only),
      true,
      { node, property: 'name' },
      report,
    )
  }
}

function missing(
  name: string,
  sql: Sql | undefined,
  targets: readonly DialectName[],
  canLimit: boolean,
  place: NodePart,
  report: CheckReport,
): void {
  for (const dialect of unspoken(sql, targets)) {
    const says = sql?.[otherThan(dialect)]?.length ? `says nothing about ${DATABASE[dialect]}` : 'has no SQL'
    const limit = canLimit
      ? `limit it: \`only ${otherThan(dialect)}\``
      : `write it on a line of its own with \`only ${otherThan(dialect)}\``
    const remedy = `Add ${dialect} \`…\`, or ${limit}.`
    report.error({
      code: 'MIG184',
      message: `${name} ${says}.`,
      remedy,
      place,
      data: { dialect, only: otherThan(dialect) },
    })
  }
}
