import type { Constraint } from '../schema/constraint.ts'
import type { Index } from '../schema/table-index.ts'
import { sameConstraintDefinition, sameIndexDefinition } from './same.ts'

/**
 * Whether a key or check becomes another one without being made anew: it is validated, a foreign key is enforced or no
 * longer, its index is kept otherwise, or SQLite, which makes the whole table anew for it, does something else with rows that break it.
 */
export function isChangedInPlace(from: Constraint, to: Constraint): boolean {
  if (from.kind === 'check' || from.kind === 'foreign') {
    if (from.kind === 'foreign' && to.kind === 'foreign' && from.notEnforced !== to.notEnforced && !to.notValid) {
      const { notEnforced: _from, notValid: _notValid, ...rest } = from
      const { notEnforced: _to, ...wanted } = to
      return sameConstraintDefinition(rest, wanted)
    }
    if (!from.notValid || from.kind !== to.kind || to.notValid || to.notEnforced) return false
    const { notValid: _notValid, ...rest } = from
    return sameConstraintDefinition(rest, to)
  }
  return sameConstraintDefinition(bare(from), to.kind === 'check' || to.kind === 'foreign' ? to : bare(to))
}

/** The same for an index. */
export function isIndexChangedInPlace(from: Index, to: Index): boolean {
  return sameIndexDefinition(bareIndex(from), bareIndex(to))
}

const PROPERTIES = {
  with: undefined,
  tablespace: undefined,
  clustered: undefined,
  replicaIdentity: undefined,
  conflict: undefined,
}

function bare<T extends object>(one: T): T {
  return { ...one, ...PROPERTIES }
}

function bareIndex(index: Index): Index {
  return { ...bare(index), keys: index.keys.map(({ statistics: _statistics, ...key }) => key) }
}
