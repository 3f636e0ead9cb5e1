import { nameText } from '../../compiler/schema/name.ts'
import { outerTables } from '../../compiler/steps/objects/outer-tables.ts'
import type { Check } from './check.ts'
import { targetsOf } from './targets.ts'

/** Triggers, policies and rules on what an `object` makes: a virtual table has none of them, a foreign table triggers alone. */
export const checkOuterTables: Check = (subject, report) => {
  let known: ReturnType<typeof outerTables> | undefined
  for (const { node, context } of subject.scope.declarations) {
    if (node.$type !== 'TriggerDeclaration' && node.$type !== 'PolicyDeclaration' && node.$type !== 'RuleDeclaration')
      continue
    if (node.table === undefined) continue
    const key = nameText(context.names.qualify(node.table))
    if (subject.tables.has(key) || subject.schema.views.has(key)) continue
    known ??= outerTables(subject.schema.objects.values())
    const table = known.get(key)
    if (table === undefined) continue
    const place = { node, property: 'table' }
    if (node.$type !== 'TriggerDeclaration') {
      if (table.postgres === undefined) continue
      const what = node.$type === 'PolicyDeclaration' ? 'policies' : 'rules'
      const instead = what === 'rules' ? 'a trigger says what else is done' : 'grants say who may read it'
      const remedy = `Remove it: ${instead}, here or on the server that \`${key}\` is on.`
      report.error({ code: 'MIG188', message: `Postgres has no ${what} on foreign tables.`, remedy, place })
    } else if (table.sqlite !== undefined && targetsOf(subject, node.only).includes('sqlite')) {
      const limited = table.postgres === undefined ? undefined : 'postgres'
      const message = 'SQLite has no triggers on virtual tables.'
      const remedy =
        limited === undefined ? 'Put it on the table whose rows it is about.' : 'Limit it: `only postgres`.'
      report.error({ code: 'MIG188', message, remedy, place, ...(limited && { data: { only: limited } }) })
    }
  }
}
