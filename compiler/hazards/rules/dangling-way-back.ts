import { nameText } from '../../schema/name.ts'
import { concern, targetsOf } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'

/** A table goes while a column that pointed at its rows stays. */
export const rule: HazardRule = {
  code: 'MIG242',
  name: 'dangling-way-back',
  severity: 'warning',
  title: 'A table goes, and a column that pointed at its rows keeps its values',
  explain: [
    'The way back makes the table again, but without its rows, and then the foreign key: a row that still holds the number of one of them makes it fail. The way back stops there and changes nothing.',
    'Drop the column as well if nothing reads it any more, or empty it in a `sql` step whose `down` says what it gets.',
  ],
  check(step, plan) {
    if (step.kind !== 'drop constraint' || step.constraint.kind !== 'foreign') return []
    const { table, constraint } = step
    const target = plan.tablesDropped.find(({ name }) => nameText(name) === nameText(constraint.target))
    const holder = plan.tableOf(table)
    const dropped = new Set(plan.columnsDropped(table).map(column => column.name))
    if (target === undefined || holder === undefined || constraint.columns.some(column => dropped.has(column)))
      return []
    const targets = targetsOf(plan, constraint, holder, target)
    if (targets.length === 0) return []
    const columns = constraint.columns.map(column => memberKey(table, column)).join(', ')
    return [
      {
        object: memberKey(table, constraint.name),
        message: `${nameText(target.name)} is dropped, and ${columns} keeps what pointed at its rows: the way back, which makes the table again without them, stops at the foreign key ${constraint.name}.`,
        remedy: `Drop ${columns} as well, or empty it in a \`sql\` step.`,
        ...concern(plan, targets),
      },
    ]
  },
}
