import { forDialect, mapDialects } from '../../schema/dialect.ts'
import type { QName } from '../../schema/name.ts'
import type { RuleObject } from '../../schema/objects/rule.ts'
import { editInTrigger, editOverRows } from '../../sql/over-table.ts'
import { namesInSql } from '../../sql/routine/body-names.ts'
import { ruleParts } from '../../sql/rule-parts.ts'
import { sameDialectSql } from '../../sql/same.ts'
import { readTokens } from '../../sql/tokens.ts'
import { readsUnnamed } from '../../sql/unnamed-columns.ts'
import type { ObjectDefinition } from './definition.ts'
import type { UsedName } from './names.ts'
import { sameData } from './same-data.ts'
import { usesOfSql } from './uses-of-sql.ts'

/** Rules: nothing names one. */
export const ruleDefinition: ObjectDefinition<'rule'> = {
  same: (a, b) => {
    const rest = ({ comment: _comment, sql: _sql, ...one }: RuleObject) => one
    return sameData(rest(a), rest(b)) && sameDialectSql(a.sql, b.sql)
  },
  provides: () => [],
  uses: rule => [{ space: 'relation', name: rule.table }, ...ruleReads(rule)],
  follow: (rule, { sql, relation }) => ({
    ...rule,
    table: relation(rule.table),
    sql: mapDialects(rule.sql, (text, dialect) => mapRule(text, rule.table, part => sql(part, dialect, rule.table))),
  }),
  rename: (rule, { name }) => ({ ...rule, name }),
}

const HEAD = /^\s*on\s+\w+\s*/i

/** The condition and each command on its own; `new` and `old` are rows of the table. */
function mapRule(text: string, table: QName, change: (part: string) => string): string {
  let result = ''
  let done = 0
  for (const { start, end, isCondition } of ruleParts(text)) {
    const piece = text.slice(start, end)
    result +=
      text.slice(done, start) + (isCondition ? editOverRows(piece, table, change) : editInTrigger(piece, change))
    done = end
  }
  return result + text.slice(done)
}

/**
 * What its condition and its commands name. A column may be one of its table, as `new` and `old` have it, or of any relation
 * in its commands: each word that stands in it counts.
 */
export function ruleReads({ table, sql }: RuleObject): readonly UsedName[] {
  const text = forDialect(sql, 'postgres')
  if (text === undefined) return []
  const pieces = ruleParts(text).map(({ start, end }) => text.slice(start, end))
  const words = readTokens(text.replace(HEAD, '')).flatMap(({ kind, value }) =>
    kind === 'name' || kind === 'quoted name' ? value : [],
  )
  const names = [...new Set(words), ...(pieces.some(readsUnnamed) ? ['*'] : [])]
  const of = [table, ...pieces.flatMap(piece => namesInSql(piece).relations)]
  return [
    ...pieces.flatMap(piece => usesOfSql(piece)),
    ...of.flatMap(one => names.map((name): UsedName => ({ space: 'column', name: { name }, of: one, soft: true }))),
  ].filter(({ space, name }) => space !== 'relation' || (name.name !== 'new' && name.name !== 'old'))
}
