import type { Column } from '../../schema/column.ts'
import { nameText, type QName, quoteName } from '../../schema/name.ts'
import { columnLine } from '../column-line.ts'
import { familyOf } from '../like-type.ts'
import { memberKey } from '../member-key.ts'
import type { PlanContext } from '../plan-context.ts'
import type { HazardRule } from '../rule.ts'

/** A column goes and one of a like type comes: renamed, or dropped and added? */
export const rule: HazardRule = {
  code: 'MIG201',
  name: 'ambiguous-column',
  severity: 'error',
  title: 'A column disappears and another of a like type appears in the same table',
  explain: [
    'Two readings fit: the column was renamed and its values are to be kept, or it is dropped with its values and the new one starts empty. Mig does not guess, since one of the two loses data.',
    'Write `was OLD` on the new column to rename, or `dropped OLD` in the table to drop. Either line can be removed once the revision is written.',
  ],
  check(step, plan) {
    if (step.kind !== 'drop column' || step.column.generated !== undefined) return []
    const { column, table } = step
    const key = nameText(table)
    if (plan.isSaid('column', column.name, key)) return []
    const candidates = candidatesFor(column, plan.columnsAdded(table))
    if (candidates.length === 0) return []
    const place = rivalsOf(plan, table, column).indexOf(column)
    const added = candidates[Math.min(place, candidates.length - 1)]!
    const others = candidates.filter(one => one !== added).map(one => quoteName(one.name))
    const also = others.length === 0 ? '' : ` (or ${others.slice(0, 3).join(', ')})`
    const old = quoteName(column.name)
    return [
      {
        object: memberKey(table, place < candidates.length ? added.name : column.name),
        message: `${key}.${old} disappears and ${key}.${quoteName(added.name)}${also} appears: a renamed column keeps its values, a dropped one loses them.`,
        remedy: `Write \`${columnLine(added, `was ${old}`)}\` to keep the values, or \`dropped ${old}\` in ${key} to drop them.`,
        fix: {
          fix: 'rename or drop',
          kind: 'column',
          in: key,
          from: column.name,
          to: added.name,
          others: candidates.filter(one => one !== added).map(one => one.name),
        },
      },
    ]
  },
}

function candidatesFor(column: Column, added: readonly Column[]): readonly Column[] {
  const family = familyOf(column)
  return added.filter(one => one.generated === undefined && familyOf(one) === family)
}

/** The columns that go and look for the same candidates: each gets one of its own while there are enough. */
function rivalsOf(plan: PlanContext, table: QName, column: Column): readonly Column[] {
  const family = familyOf(column)
  const isRival = (one: Column) =>
    one.generated === undefined && familyOf(one) === family && !plan.isSaid('column', one.name, nameText(table))
  return plan.columnsDropped(table).filter(isRival)
}
