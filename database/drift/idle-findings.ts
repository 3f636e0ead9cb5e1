import { quoteIdentifier } from '../../compiler/dialects/postgres/quote.ts'
import { quoteName } from '../../compiler/schema/name.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { IdleMember } from './catalog-object.ts'
import type { DriftFinding } from './drift-finding.ts'

/** Constraints of the revisions that are there and do not do all of their work; a disabled trigger differs in its state. */
export function idleFindings(idle: readonly IdleMember[], wanted: Schema): readonly DriftFinding[] {
  return idle.flatMap((member): readonly DriftFinding[] => {
    const table = wanted.tables.get(member.table)
    const key = `${member.table}.${quoteName(member.name)}`
    const name = quoteIdentifier(member.name)
    const constraint = table?.constraints.find(one => one.name === member.name)
    if (member.kind !== 'unchecked constraint' || constraint === undefined) return []
    if ('sql' in constraint || constraint.kind === 'foreign') {
      if (constraint.notValid || constraint.notEnforced) return []
    }
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
