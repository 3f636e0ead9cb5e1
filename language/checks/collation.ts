import type { AstNode } from 'langium'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { targetsOf } from './targets.ts'

const SQLITE_COLLATIONS: ReadonlySet<string> = new Set(['binary', 'nocase', 'rtrim'])

/** Collations that a target does not have: SQLite has three, and Postgres none of them (datatype3.html, section 7). */
export const checkCollations: Check = (subject, report) => {
  for (const { table, columns, indexes } of subject.scope.tables) {
    for (const { node, column } of columns.values()) {
      if (column.collate === undefined) continue
      const modifier = node.modifiers.find(item => item.$type === 'CollateModifier') ?? node
      checkOne(column.collate, modifier, targetsOf(subject, table.only, column.only), report)
    }
    for (const { member, only } of indexes) {
      for (const key of member?.keys ?? []) {
        if (key.collate !== undefined) checkOne(key.collate, key, targetsOf(subject, table.only, only), report)
      }
    }
  }
}

function checkOne(collation: string, node: AstNode, targets: readonly DialectName[], report: CheckReport): void {
  const place = 'collate' in node ? { node, property: 'collate' } : { node, property: 'collation' }
  const ofSqlite = SQLITE_COLLATIONS.has(collation.toLowerCase())
  if (!ofSqlite && targets.includes('sqlite')) {
    const message = `SQLite has no collation \`${collation}\`, only BINARY, NOCASE and RTRIM.`
    const remedy = 'Leave it out, or limit the line: `only postgres`.'
    report.error({ code: 'MIG154', message, remedy, place, data: { collation, dialect: 'sqlite' } })
  } else if (ofSqlite && targets.includes('postgres')) {
    const message = `Postgres has no collation \`${collation}\`: it is one of SQLite.`
    const remedy = 'Leave it out, or limit the line: `only sqlite`.'
    report.error({ code: 'MIG154', message, remedy, place, data: { collation, dialect: 'postgres' } })
  }
}
