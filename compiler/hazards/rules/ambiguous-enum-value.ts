import { nameText, quoteName } from '../../schema/name.ts'
import { valuesAdded, valuesUnsaid } from '../enum-values.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'

/** An enum loses a value and gains another: renamed, or removed and added? */
export const rule: HazardRule = {
  code: 'MIG206',
  name: 'ambiguous-enum-value',
  severity: 'error',
  title: 'A value of an enum disappears and another appears',
  explain: [
    'Two readings fit: the value was renamed, and rows that hold it hold the new one from then on, or it is removed and a value with another meaning is added.',
    'Write `was OLD` behind the new value to rename, `removed OLD -> VALUE` in the enum to move the rows that hold it, or `removed OLD` when no row holds it: the migration then checks first and stops with the count.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter enum') return []
    const gone = valuesUnsaid(step, plan)
    const added = valuesAdded(step)
    const key = nameText(step.to.name)
    if (added.length === 0) return []
    return gone.map((value, at) => {
      const to = added[Math.min(at, added.length - 1)]!
      const next = quoteName(to)
      const old = quoteName(value)
      return {
        object: memberKey(step.to.name, value),
        message: `${key}.${old} disappears and ${key}.${next} appears: a renamed value stays in its rows under the new name, a removed one must leave them.`,
        remedy: `Write \`${next} was ${old}\` to rename it, \`removed ${old} -> VALUE\` to move its rows to another value, or \`removed ${old}\` if no row holds it.`,
        fix: {
          fix: 'rename or drop',
          kind: 'enum value',
          in: key,
          from: value,
          to,
          others: added.filter(one => one !== to),
        },
      }
    })
  },
}
