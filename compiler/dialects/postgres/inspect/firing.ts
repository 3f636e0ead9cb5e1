import type { FiringState } from '../../../schema/objects.ts'
import type { Row } from '../../dialect.ts'
import { optionalText } from './row.ts'

/** When a trigger or rule fires, from `tgenabled` or `ev_enabled` (pg_trigger, pg_rewrite). */
export function firingSql(column: string): string {
  return `case ${column} when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end as state`
}

/** `{ state }` where it is not the usual one. */
export function firingOf(row: Row): { readonly state?: FiringState } {
  const state = optionalText(row, 'state')
  return state === undefined ? {} : { state: state as FiringState }
}
