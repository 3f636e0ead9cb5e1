import { nameText, quoteName } from '../../schema/name.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'

/** A column is dropped with its values. */
export const rule: HazardRule = {
  code: 'MIG211',
  name: 'drop-column',
  severity: 'warning',
  title: 'A column is dropped with its values',
  explain: [
    'The values are gone when the migration commits. The way back adds the column with its default, its backfill or nulls; a NOT NULL column without either gets the plain empty value of its type, which stands as `backfill` in the revision. Programs that still name the column fail from that moment on, among them those that select every column of a mapped class.',
    'Deploy the programs that no longer use it first. `dropped OLD` in the table says that the drop is meant, and the warning goes away; `dropped OLD backfill V` also says what rows get when the column comes back.',
  ],
  check(step, plan) {
    if (step.kind !== 'drop column' || step.column.generated !== undefined) return []
    const { table, column } = step
    if (plan.isSaid('column', column.name, nameText(table))) return []
    const key = memberKey(table, column.name)
    const back =
      step.fill === undefined
        ? 'brings back none of them'
        : 'gives every row the same value instead, the `backfill` that stands in the revision'
    return [
      {
        object: key,
        message: `${key} is dropped with its values, and the way back ${back}.`,
        remedy: `Write \`dropped ${quoteName(column.name)}\` in ${nameText(table)} if that is meant.`,
      },
    ]
  },
}
