import { nameText } from '../../schema/name.ts'
import type { TableHead } from '../../schema/table.ts'
import { concern, targetsOf } from '../concern.ts'
import type { HazardRule } from '../rule.ts'

/** A table is written anew because it is kept otherwise. */
export const rule: HazardRule = {
  code: 'MIG229',
  name: 'table-moves',
  severity: 'warning',
  title: 'A table is kept in another way: its rows are written anew',
  explain: [
    'Postgres writes all rows of a table anew, with its indexes, when it becomes logged or unlogged, or gets another tablespace or access method. Nobody can read or write it meanwhile.',
    'The rows of an unlogged table are lost after a crash, and no standby has them.',
    'Run it in quiet hours if the table is large.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter table' || plan.tableIsNew(step.table)) return []
    const ways = waysOf(step.from, step.to)
    const targets = targetsOf(plan, step.from, step.to).filter(target => target === 'postgres')
    if (ways.length === 0 || targets.length === 0) return []
    const table = nameText(step.table)
    const lost = step.to.unlogged && !step.from.unlogged ? ' After a crash its rows are gone.' : ''
    return [
      {
        object: table,
        message: `${table} becomes ${ways.join(' and ')}: Postgres writes all its rows and indexes anew, and nobody can read or write it meanwhile.${lost}`,
        remedy: `Run it in quiet hours if ${table} is large.`,
        ...concern(plan, targets),
      },
    ]
  },
}

function waysOf(from: TableHead, to: TableHead): readonly string[] {
  return [
    ...(from.unlogged === to.unlogged ? [] : [to.unlogged ? 'unlogged' : 'logged']),
    ...(from.tablespace === to.tablespace ? [] : ['one of another tablespace']),
    ...(from.using === to.using ? [] : ['one of another access method']),
  ]
}
