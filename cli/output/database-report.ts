import { printSqlFile } from '../../compiler/revisions/sql-file.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { DatabaseCheck } from '../../database/drift/check-database.ts'
import { RENDERER } from '../../language/planning/revision-sql.ts'
import type { Options } from '../command.ts'
import { stepLines } from './compile-written.ts'
import { stepsJson } from './step-json.ts'

/** What `mig check --database` says below the problems. */
export function databaseText(check: DatabaseCheck, { verbose, unmanaged, quiet }: Options): readonly string[] {
  const { current, compared, steps } = check
  const untold = check.findings.filter(({ code }) => code === 'MIG573').length
  const where = `the database is at ${current.join(', ') || 'base'}`
  const lines = compared
    ? steps.length === 0
      ? [where]
      : [`${where}; what would bring it back:`, ...stepLines(steps)]
    : [`${where}; its schema was not compared, since nobody here knows what it should hold`]
  if (verbose === true && steps.length > 0) lines.push('', sqlOf(check))
  if (untold > 0 && verbose !== true && quiet !== true) {
    lines.push(`${untold === 1 ? '1 text' : `${untold} texts`} could not be told apart; --verbose says which, and why`)
  }
  if (unmanaged === true && compared) {
    const names = check.unmanaged.map(({ kind, name }) => `  ${kind} ${name}`)
    lines.push(...(names.length === 0 ? ['it holds nothing else'] : ['not of the project:', ...names]))
  }
  return lines
}

/** What `mig check --database --json` has beside `ok` and `problems`. */
export function databaseJson(check: DatabaseCheck): Readonly<Record<string, unknown>> {
  const { current, pending, compared, steps, unmanaged } = check
  return { database: { current, pending, compared }, drift: stepsJson(steps), sql: sqlOf(check), unmanaged }
}

function sqlOf({ statements, dialect }: DatabaseCheck): string {
  if (statements.length === 0) return ''
  const head = { id: 'drift', parents: [], message: '', direction: 'up', renderer: RENDERER } as const
  const text = printSqlFile({ ...head, dialect: dialect satisfies DialectName }, statements)
  return text.slice(text.indexOf('\n\n') + 2)
}
