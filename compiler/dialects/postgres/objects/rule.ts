import type { RuleObject } from '../../../schema/objects/rule.ts'
import { ruleReads } from '../../../steps/objects/rule.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import type { PostgresObject } from './definition.ts'
import { firingVerb } from './firing-verb.ts'
import { inspectRules } from './inspect-rules.ts'

/** Rules. One takes the place of another of its name (CREATE RULE). */
export const ruleObject: PostgresObject<'rule'> = {
  create: rule => [createRule('create', rule), ...firing(undefined, rule)],
  drop: rule => `drop rule ${placeOf(rule)}`,
  change: (from, to) => [
    ...(from.sql.all === to.sql.all ? [] : [createRule('create or replace', to)]),
    ...firing(from, to),
  ],
  rename: ({ name, table }, to) => [
    `alter rule ${quoteIdentifier(name.name)} on ${quoteQName(table!)} rename to ${quoteIdentifier(to.name.name)}`,
  ],
  commentOn: rule => `rule ${placeOf(rule)}`,
  holds: ruleReads,
  goesWith: ({ table }) => [{ space: 'relation', name: table }],
  project: rule => rule,
  trial: rule => ({ ...rule, table: { schema: 'pg_temp', name: rule.table.name } }),
  beforeTrial: ({ table }) => [`create temporary table ${quoteIdentifier(table.name)} (like ${quoteQName(table)})`],
  inspect: inspectRules,
}

/** Putting a rule in the place of another leaves it as enabled as that was. */
function firing(from: RuleObject | undefined, { name, table, state }: RuleObject): readonly string[] {
  if (state === from?.state) return []
  return [`alter table ${quoteQName(table)} ${firingVerb(state)} rule ${quoteIdentifier(name.name)}`]
}

function placeOf({ name, table }: RuleObject): string {
  return `${quoteIdentifier(name.name)} on ${quoteQName(table)}`
}

function createRule(verb: string, { name, table, sql }: RuleObject): string {
  const text = sql.all!.trim().replace(/[;\s]+$/, '')
  const event = /^on\s+\w+/i.exec(text)?.[0] ?? ''
  return `${verb} rule ${quoteIdentifier(name.name)} as ${event} to ${quoteQName(table)}${text.slice(event.length)}`
}
