import type { DialectName } from '../../../../compiler/schema/dialect.ts'
import { otherThan } from '../../../checks/targets.ts'
import type { Sql } from '../../../generated/ast.ts'
import { type Fix, type FixAt, type Fixer, fact, fix } from '../fix.ts'
import { insert, replace } from '../text/change.ts'
import { partOf, spanOf, up } from '../text/nodes.ts'

/** SQL that is given for one database: it serves both, or is given for the other one as well. */
export const spellSql: Fixer = at => {
  const dialect = fact(at, 'dialect') as DialectName | undefined
  const sql = sqlOf(at)
  if (dialect === undefined || sql === undefined || up(at.node, 'TriggerDeclaration') !== undefined) return []
  const other = otherThan(dialect)
  const text = partOf(sql, other, 0)
  if (text === undefined || (sql.all?.length ?? 0) > 0) return []
  const tag = at.parsed.text.slice(0, text.start).lastIndexOf(other)
  const code = at.parsed.text.slice(text.start, text.end)
  return [
    ...(isOneText(sql) ? fix('Let it serve both databases', [replace(at.parsed, tag, text.start, '')]) : []),
    ...(isOneText(sql) ? copied(at, sql, dialect, code) : []),
  ]
}

function copied(at: FixAt, sql: Sql, dialect: DialectName, code: string): readonly Fix[] {
  const whole = spanOf(sql)
  if (whole === undefined) return []
  const span = { start: whole.start, end: at.parsed.text.slice(0, whole.end).trimEnd().length }
  const title = `Add ${dialect} SQL, to begin with the same`
  const body = up(sql, 'ViewDeclaration')
  if (body === undefined || sql.$container.$type !== 'ViewDeclaration')
    return fix(title, [insert(at.parsed, span.end, ` ${dialect} ${code}`)])
  const sign = at.parsed.text.slice(0, span.start).trimEnd().length - 1
  if (at.parsed.text[sign] !== '=') return fix(title, [insert(at.parsed, span.end, `\n  ${dialect} ${code}`)])
  const lines = [at.parsed.text.slice(span.start, span.end), `${dialect} ${code}`]
  return fix(title, [replace(at.parsed, sign, span.end, `{\n  ${lines.join('\n  ')}\n}`)])
}

function isOneText(sql: Sql): boolean {
  return (sql.all?.length ?? 0) + (sql.postgres?.length ?? 0) + (sql.sqlite?.length ?? 0) === 1
}

function sqlOf({ node }: FixAt): Sql | undefined {
  return up(node, 'Sql') ?? up(node, 'ViewDeclaration')?.sql
}
