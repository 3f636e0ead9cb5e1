import type { Check } from './check.ts'
import { targetsOf } from './targets.ts'

/** Foreign keys of tables that survive a crash to tables that are emptied by one: Postgres refuses them (CREATE TABLE, `unlogged`). */
export const checkUnloggedTargets: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    if (table.table.unlogged) continue
    for (const line of table.keys) {
      const target = line.kind === 'foreign' ? subject.tables.get(line.target) : undefined
      if (line.kind !== 'foreign' || !target?.table.unlogged) continue
      if (!targetsOf(subject, table.table.only, line.only, target.table.only).includes('postgres')) continue
      const message = `\`${target.key}\` is \`unlogged\`: Postgres empties it after a crash, so no foreign key of \`${table.key}\`, whose rows stay, can go there.`
      const remedy = `Take \`unlogged\` from \`${target.key}\`, or write it behind \`table ${table.key}\` as well if its rows may be lost, too.`
      report.error({ code: 'MIG138', message, remedy, place: { node: line.node, property: 'target' } })
    }
  }
}
