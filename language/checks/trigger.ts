import type { Check } from './check.ts'
import { targetsOf } from './targets.ts'

/** Triggers of one name: Postgres has a name space for each table, SQLite one for all. */
export const checkTriggers: Check = (subject, report) => {
  const seen = new Map<string, string>()
  for (const { node, context } of subject.declarations) {
    if (node.$type !== 'TriggerDeclaration' || node.name === undefined || node.table === undefined) continue
    if (!targetsOf(subject, node.only).includes('sqlite')) continue
    const table = context.names.qualify(node.table).name
    const other = seen.get(node.name.toLowerCase())
    if (other === undefined) seen.set(node.name.toLowerCase(), table)
    else if (other !== table) {
      const message = `\`${other}\` has a trigger \`${node.name}\` already, and SQLite has one name space for all triggers.`
      const remedy = `Name it after its table: \`${table}_${node.name}\`.`
      report.error({ code: 'MIG187', message, remedy, place: { node, property: 'name' }, data: { name: node.name } })
    }
  }
}
