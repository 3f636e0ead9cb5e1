import { quoteIdentifier } from '../../compiler/dialects/postgres/quote.ts'
import { quoteName } from '../../compiler/schema/name.ts'
import { type Schema, triggerKey } from '../../compiler/schema/schema.ts'
import type { IdleMember } from './catalog-object.ts'
import type { DriftFinding } from './drift-finding.ts'

/** Triggers and constraints of the revisions that are there and do not do all of their work. */
export function idleFindings(idle: readonly IdleMember[], wanted: Schema): readonly DriftFinding[] {
  return idle.flatMap((member): readonly DriftFinding[] => {
    const table = wanted.tables.get(member.table)
    const key = `${member.table}.${quoteName(member.name)}`
    const name = quoteIdentifier(member.name)
    if (member.kind === 'disabled trigger') {
      const relation = table?.name ?? wanted.views.get(member.table)?.name
      if (relation === undefined || !wanted.triggers.has(triggerKey({ table: relation, name: member.name }))) return []
      return [
        {
          code: 'MIG571',
          severity: 'error',
          message: `Trigger ${key} is disabled.`,
          remedy: `Switch it on again: \`alter table ${member.table} enable trigger ${name}\`.`,
          object: key,
        },
      ]
    }
    if (member.kind !== 'unchecked constraint' || !table?.constraints.some(one => one.name === member.name)) return []
    return [
      {
        code: 'MIG571',
        severity: 'warning',
        message: `Constraint ${key} is NOT VALID: rows that were there before it may break it.`,
        remedy: `Have Postgres look at all rows: \`alter table ${member.table} validate constraint ${name}\`.`,
        object: key,
      },
    ]
  })
}
