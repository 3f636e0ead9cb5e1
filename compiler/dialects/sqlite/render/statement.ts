import type { Statement } from '../../dialect.ts'

/** A statement that runs inside the transaction. */
export function statement(sql: string, about: string, lossy?: string): Statement {
  return { sql: closed(sql), about, transaction: true, ...(lossy !== undefined && { lossy }) }
}

/** A line comment at the end must not swallow the semicolon that follows. */
function closed(sql: string): string {
  return /--[^\n]*$/.test(sql) ? `${sql}\n` : sql
}
