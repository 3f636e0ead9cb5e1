import { splitStatements } from './statements.ts'

const COMMENTS_BEFORE = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/
const CONTROL = /^(?:begin|commit|end|abort|rollback(?!.*\bto\b)|start\s+transaction|prepare\s+transaction)\b/i

/** Whether one statement begins or ends a transaction; savepoints do neither. */
export function controlsTransaction(statement: string): boolean {
  return CONTROL.test(statement.replace(COMMENTS_BEFORE, ''))
}

/** The first statement of a text that begins or ends a transaction. */
export function findTransactionControl(sql: string): string | undefined {
  return splitStatements(sql).find(({ text }) => controlsTransaction(text))?.text
}
