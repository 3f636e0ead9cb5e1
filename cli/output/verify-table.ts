import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { VerifiedRevision } from '../../database/verify/verified.ts'

/** What a table of results shows of one target. */
export interface VerifiedTarget {
  readonly target: DialectName
  /** What it ran on, for people: `PGlite`, `SQLite`, a URL without its password. */
  readonly engine: string
  readonly revisions: readonly VerifiedRevision[]
}

const HEAD = ['', 'revision', 'up', 'down', 'up again', 'rows', '']

/** How each revision took it, a line each: times in milliseconds, and how many rows there were. */
export function verifyTable(
  { target, engine, revisions }: VerifiedTarget,
  messageOf: (id: string) => string,
): readonly string[] {
  const rows = revisions.map(({ id, up, down, again, rows, ok }) => [
    ok ? '✓' : '✗',
    id,
    ...[up, down, again].map(time => (time === null ? '-' : `${time} ms`)),
    String(rows),
    messageOf(id),
  ])
  const widths = HEAD.map((word, at) => Math.max(word.length, ...rows.map(row => row[at]!.length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at >= 2 && at <= 5 ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
      .join('  ')
      .trimEnd()
  return [`${target} (${engine})`, line(HEAD), ...rows.map(line)]
}
