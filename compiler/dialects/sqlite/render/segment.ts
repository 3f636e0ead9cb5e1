import { forDialect } from '../../../schema/dialect.ts'
import { foldName } from '../../../sql/name-text.ts'
import { relationUses } from '../../../sql/query-names.ts'
import { splitStatements } from '../../../sql/statements.ts'
import { applyStep } from '../../../steps/apply.ts'
import { describeStep } from '../../../steps/describe.ts'
import type { SqlStep } from '../../../steps/step.ts'
import type { Statement } from '../../dialect.ts'
import { settleIndexes } from './flush.ts'
import { lift } from './lift.ts'
import { beginSegment, type Progress } from './progress.ts'
import { refillsOf } from './refills.ts'
import { statement } from './statement.ts'

/** Does what is pending and puts the statements of the segment between the views going aside and coming back. */
export function endSegment(progress: Progress): void {
  settleIndexes(progress)
  const { down, back } = lift(progress)
  const check = back.length > 0 && progress.segment.disturbed.size > 0 ? compileCheck() : []
  for (const part of [down, progress.segment.statements, back, check, refillsOf(progress)]) append(progress, part)
  progress.segment = beginSegment(progress.draft)
}

/** One by one: there may be more of them than a call takes arguments. */
function append(progress: Progress, statements: readonly Statement[]): void {
  for (const one of statements) progress.statements.push(one)
}

/** A rename compiles every view and trigger of the database: one that names something missing stops here, not at its first use. */
function compileCheck(): readonly Statement[] {
  const about = 'views and triggers find all that they name'
  return [
    statement('create table _mig_check (n INTEGER)', about),
    statement('alter table _mig_check rename column n to m', about),
    statement('drop table _mig_check', about),
  ]
}

/** SQL written by hand runs where it stands, with everything before it done. */
export function handWritten(progress: Progress, step: SqlStep): void {
  const text = 'run' in step.up ? forDialect(step.up.run, 'sqlite') : undefined
  applyStep(progress.draft, step)
  if (text === undefined) return
  const statements = splitStatements(text).map(one => one.text)
  if (statements.length === 0) return
  endSegment(progress)
  const about = describeStep(step)
  append(
    progress,
    statements.map(sql => statement(sql, about)),
  )
  for (const sql of statements) {
    for (const use of relationUses(sql)) progress.tables.affected.add(foldName(use.name))
  }
}
