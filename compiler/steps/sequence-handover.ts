import type { Column } from '../schema/column.ts'
import type { QName } from '../schema/name.ts'
import { sequencesNamed } from '../sql/rename-object.ts'
import { meansRelation } from '../sql/same-relation.ts'
import type { Step } from './step.ts'

/** The sequence that a column's default takes its numbers from in Postgres. */
export function sequenceTaken({ default: value, identity }: Column): QName | undefined {
  if (value?.kind !== 'sql' || identity !== undefined) return undefined
  const sql = value.sql.postgres ?? value.sql.all
  return sql === undefined || !/\bnextval\b/i.test(sql) ? undefined : sequencesNamed(sql)[0]
}

/** Whether a column becomes an identity that goes on where the sequence of its default stood. */
export function isHandedOver(step: Step, sequence: QName): boolean {
  if (step.kind !== 'alter column' || step.from.identity !== undefined || step.to.identity === undefined) return false
  const taken = sequenceTaken(step.from)
  return taken !== undefined && meansRelation(taken, sequence)
}
