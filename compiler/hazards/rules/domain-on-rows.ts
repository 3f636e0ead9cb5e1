import { forDialect } from '../../schema/dialect.ts'
import { nameText } from '../../schema/name.ts'
import type { DomainObject } from '../../schema/objects/domain.ts'
import { objectKey } from '../../schema/objects/object-key.ts'
import { sqlName } from '../../sql/name-text.ts'
import { addedChecks } from '../added-checks.ts'
import { concern } from '../concern.ts'
import { countedBy, type QueryFor, saidCount } from '../counted-by.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Finding, HazardRule } from '../rule.ts'
import { several } from '../several.ts'
import { sqlTable } from '../sql-table.ts'
import { holdersOf, type TypeHolder } from '../type-holders.ts'

/** A domain gets a check, or NOT NULL, and columns with rows hold it. */
export const rule: HazardRule = {
  code: 'MIG219',
  name: 'domain-on-rows',
  severity: 'warning',
  title: 'A domain asks more of values that rows hold already',
  explain: [
    'A value that does not pass makes the migration fail; nothing is changed then. Postgres adds the check as not valid and looks at the rows of each table in a statement of its own, during which others read and do not write. For NOT NULL it reads them while they can do neither. SQLite, which has no domains, copies each table.',
    'Look for such rows before with the queries of the message, and settle them in a `sql` step or by hand.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter object' || step.from.kind !== 'domain' || step.to.kind !== 'domain') return []
    const { from, to } = step
    const checks = addedChecks(from, to).flatMap(({ name, sql }) => {
      const text = forDialect(sql, 'postgres')
      return text === undefined ? [] : [{ what: `the check ${name}`, broken: (value: string) => notOf(text, value) }]
    })
    const rules = [
      ...checks,
      ...(to.notNull && !from.notNull ? [{ what: 'NOT NULL', broken: (value: string) => `${value} is null` }] : []),
    ]
    const holders = rules.length === 0 ? [] : holdersOf(plan, to.name)
    if (holders.length === 0) return []
    return rules.map(({ what, broken }): Finding => {
      const queries = holders
        .map(holder => countOf(plan, holder, value => broken(`${value}${asBase(to, plan)}`)))
        .filter(query => query !== '')
      const more = queries.length > 3 ? ` and so on for ${several(queries.length - 3, 'more column')}` : ''
      const count = saidCount(`${queries.slice(0, 3).join(', ')}${more}`)
      const columns = [...new Set(holders.map(({ table }) => nameText(table.name)))].slice(0, 3).join(', ')
      return {
        object: objectKey(to),
        message: `The domain ${nameText(to.name)} gets ${what}: a row of ${columns} that does not pass makes the migration fail.${count}`,
        remedy: 'Mend such rows before, or in a `sql` step ahead of it.',
        ...concern(plan, plan.targets),
      }
    })
  },
}

/** Postgres' query for a column of the domain itself; within arrays and other types there is no plain one. */
function countOf(plan: PlanContext, { table, column, inside }: TypeHolder, broken: (value: string) => string): string {
  const query: QueryFor = (_, name) => `select count(*) from ${name(table.name)} where ${broken(sqlName(column.name))}`
  return inside ? '' : countedBy(plan, ['postgres'], query)
}

/** Postgres compares no domain over an enum with a text, but the enum itself. */
function asBase(domain: DomainObject, plan: PlanContext): string {
  const type = forDialect(domain.type, 'postgres')
  if (type?.kind !== 'enum') return ''
  return plan.after.enums.has(nameText(type.name)) ? `::${sqlTable(type.name)}` : ''
}

function notOf(sql: string, value: string): string {
  return `not (${sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\bvalue\b/gi, part => (/^value$/i.test(part) ? value : part))})`
}
