import { nameText, quoteName } from '../../schema/name.ts'
import { sqlName } from '../../sql/name-text.ts'
import { targetsOf } from '../concern.ts'
import { countedBy, type QueryFor, saidCount } from '../counted-by.ts'
import { valuesAdded, valuesUnsaid } from '../enum-values.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'
import { hasTypes, holdersOf } from '../type-holders.ts'

/** An enum loses a value and nothing says what becomes of the rows that hold it. */
export const rule: HazardRule = {
  code: 'MIG207',
  name: 'enum-value-removed',
  severity: 'error',
  title: 'A value of an enum is removed without saying what becomes of its rows',
  explain: [
    'A row that holds the value makes the migration fail, and only somebody who knows what the value means can say which other value such rows should get.',
    'Write `removed OLD -> VALUE` in the enum: rows that hold OLD are set to VALUE first. Write `removed OLD` when no row holds it: the migration checks first and stops with the count. To keep the value for old rows and refuse it for new ones, leave it in the enum and add a check.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter enum' || valuesAdded(step).length > 0) return []
    const plain = plan.usesOf(step.to.name)
    const uses = plain.length > 0 || !hasTypes(plan) ? plain : holdersOf(plan, step.to.name)
    if (uses.length === 0) return []
    const places = uses.map(({ table, column }) => memberKey(table.name, column.name))
    const shown =
      places.length > 3 ? `${places.slice(0, 3).join(', ')} and ${places.length - 3} more` : places.join(', ')
    const [{ table, column }] = uses as [(typeof uses)[number]]
    return valuesUnsaid(step, plan).map(value => {
      const literal = `'${value.replaceAll("'", "''")}'`
      const isInside = 'inside' in uses[0]! && uses[0].inside === true
      const query: QueryFor = (_, name) =>
        `select count(*) from ${name(table.name)} where ${sqlName(column.name)} = ${literal}`
      const count = isInside ? '' : saidCount(countedBy(plan, targetsOf(plan, table, column), query))
      return {
        object: memberKey(step.to.name, value),
        message: `${nameText(step.to.name)} loses ${literal}, which rows may hold in ${shown}.${count}`,
        remedy: `Write \`removed ${quoteName(value)} -> ${quoteName(step.to.values[0] ?? 'VALUE')}\` in the enum with the value that its rows get, or \`removed ${quoteName(value)}\` if no row holds it.`,
        fix: { fix: 'remove value', in: nameText(step.to.name), name: value, values: step.to.values },
      }
    })
  },
}
