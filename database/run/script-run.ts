import { doBlock } from '../../compiler/dialects/postgres/quote.ts'
import { guardStatements } from '../../compiler/dialects/sqlite/render/guard.ts'
import { commentLines, oneLine } from '../../compiler/revisions/sql-comment.ts'
import type { FileStatement } from '../../compiler/revisions/sql-file.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { type Ledger, ledgerSqlName } from '../ledger/ledger.ts'
import { text } from '../ledger/ledger-sql.ts'
import type { PlannedRun } from './planned-run.ts'
import { recorderOf } from './recorder.ts'
import type { RunSettings } from './run-options.ts'

const BEGIN: Readonly<Record<DialectName, string>> = { postgres: 'begin', sqlite: 'begin immediate' }

/** What a script knows of a revision beside its SQL. */
export interface ScriptPlace {
  /** What it stands on: its parents and what it needs. */
  readonly below: readonly string[]
  /** What is run before it in the transaction in which it begins, where it is the first. */
  readonly before: readonly string[]
}

/**
 * One revision of a script: its file's statements, with a guard before the first. The ledger's row is in the transaction of
 * the last; of a revision in several parts the ledger keeps the progress, so that `mig upgrade` can go on after a failure.
 */
export function printRun(run: PlannedRun, settings: RunSettings, place: ScriptPlace): string {
  const { dialect } = settings.ledger
  const recorder = recorderOf(run, settings, undefined, () => 0)
  const counted = run.units.filter(unit => unit.kind !== 'session')
  const last = counted.at(-1)
  const lines = commentLines(`revision ${run.id} ${run.direction}: ${oneLine(run.message)}`)
  if (dialect === 'postgres') lines.push('reset all;')
  let start = [...place.before, ...guardLines(settings.ledger, run, place)]
  const begin = () => {
    lines.push(`${BEGIN[dialect]};`, ...start)
    start = []
  }
  const record = (sql: string) => {
    lines.push(withSemicolon(sql))
    recorder.committed()
  }
  for (const unit of run.units) {
    if (unit.kind === 'session') lines.push(...statementLines(unit.statement))
    else if (unit.kind === 'alone') {
      begin()
      record(recorder.progress(unit.first, unit.first + 1))
      lines.push('commit;', ...statementLines(unit.statement))
      record(unit === last ? recorder.finish() : recorder.progress(unit.first + 1))
    } else {
      begin()
      for (const statement of unit.statements) lines.push(...statementLines(statement))
      record(unit === last ? recorder.finish() : recorder.progress(unit.first + unit.statements.length))
      lines.push('commit;')
    }
  }
  if (counted.length === 0) {
    begin()
    record(recorder.finish())
    lines.push('commit;')
  }
  return lines.join('\n')
}

/** Stops the script when the database is elsewhere: what the revision stands on is not there, or it is, or has others on it. */
function guardLines(
  ledger: Ledger,
  { id, direction }: PlannedRun,
  { below }: Pick<ScriptPlace, 'below'>,
): readonly string[] {
  const wanted = direction === 'up' ? below : [id]
  const name = ledgerSqlName(ledger)
  const found = `(select count(*) from ${name} where finished is not null and id in (${wanted.map(text).join(', ')}))`
  const conditions = [
    ...(wanted.length === 0 ? [] : [`${found} <> ${wanted.length}`]),
    `exists (select 1 from ${name} where finished is null)`,
    direction === 'up'
      ? `exists (select 1 from ${name} where id = ${text(id)})`
      : `exists (select 1 from ${name} where ' ' || parents || ' ' like ${text(`% ${id.replaceAll('_', '\\_')} %`)} escape '\\')`,
  ]
  const message = `MIG551: the database is not where this script expects it: revision ${id} cannot go ${direction} here`
  const elsewhere = conditions.join(' or ')
  if (ledger.dialect === 'sqlite') {
    return guardStatements({ message, count: `select ${elsewhere}` }, '').map(({ sql }) => withSemicolon(sql))
  }
  const body = `begin\n  if ${elsewhere} then\n    raise exception ${text(message)};\n  end if;\nend`
  return [withSemicolon(doBlock(body))]
}

function statementLines({ about, sql }: FileStatement): readonly string[] {
  return [...(about === '' ? [] : commentLines(about)), withSemicolon(sql)]
}

/** A closing line comment does not swallow the semicolon. */
function withSemicolon(sql: string): string {
  const lastLine = sql.slice(sql.lastIndexOf('\n') + 1)
  return `${sql}${lastLine.includes('--') ? '\n' : ''};`
}
