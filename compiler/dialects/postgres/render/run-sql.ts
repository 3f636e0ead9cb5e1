import { forDialect } from '../../../schema/dialect.ts'
import { splitStatements } from '../../../sql/statements.ts'
import { readTokens } from '../../../sql/tokens.ts'
import type { SqlSide } from '../../../steps/step.ts'
import { emit, type Rendering } from './rendering.ts'

/** Hand-written SQL, one statement after another. */
export function runSql(work: Rendering, side: SqlSide): void {
  const text = 'run' in side ? forDialect(side.run, 'postgres') : undefined
  if (text === undefined) return
  for (const { text: statement } of splitStatements(text))
    emit(work, statement, { transaction: !isRefusedInTransaction(statement) })
}

const ALONE = [
  /^vacuum\b/,
  /^cluster(?: \( verbose \))?$/,
  /^cluster verbose$/,
  /^(?:create|drop) (?:unique )?index concurrently\b/,
  /^reindex (?:\([^)]*\) )?(?:index |table |schema |database |system )?concurrently\b/,
  /^reindex (?:\([^)]*concurrently[^)]*\) )/,
  /^reindex (?:\([^)]*\) )?(?:schema|database|system)\b/,
  /^(?:create|drop) (?:database|tablespace|subscription)\b/,
  /^alter database \S+ set tablespace\b/,
  /^alter system\b/,
  /^alter table .* detach partition .* concurrently$/,
  /^discard all$/,
]

/** Whether Postgres answers 25001 to the statement inside a transaction (PreventInTransactionBlock in its source). */
export function isRefusedInTransaction(statement: string): boolean {
  const words = readTokens(statement).filter(token => token.kind !== 'comment' && token.text !== ';')
  const text = words.map(token => (token.kind === 'name' ? token.value : token.text)).join(' ')
  return ALONE.some(pattern => pattern.test(text))
}
