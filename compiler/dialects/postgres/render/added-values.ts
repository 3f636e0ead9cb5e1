import type { Statement } from '../../dialect.ts'
import type { Emitted } from './emitted.ts'
import { mentionsType, mentionsValue } from './mentions.ts'

/**
 * An enum value that is added cannot be used in the same transaction (the manual, ALTER TYPE, Notes; up to 16). When
 * another statement uses one, or casts to the enum what may be one, the additions of its step come first in their segment, or stay, but outside a transaction.
 */
export function settleAddedValues(out: readonly Emitted[]): readonly Statement[] {
  const used = new Set(out.filter(one => one.added !== undefined && isUsed(one, out)).map(one => one.added!.group))
  if (used.size === 0) return out.map(statementOf)
  const alone = (one: Emitted) => one.added !== undefined && used.has(one.added.group)
  const moved = (one: Emitted) => alone(one) && one.added!.movable
  const segments = new Map<number, Emitted[]>()
  for (const one of out) {
    const list = segments.get(one.segment)
    if (list === undefined) segments.set(one.segment, [one])
    else list.push(one)
  }
  const ordered = [...segments.values()].flatMap(list => [...list.filter(moved), ...list.filter(one => !moved(one))])
  return ordered.map(one => statementOf(alone(one) ? outside(one) : one))
}

function isUsed(added: Emitted, out: readonly Emitted[]): boolean {
  const from = added.added!.movable ? out.findIndex(one => one.segment === added.segment) : out.indexOf(added)
  const { value, group } = added.added!
  return out
    .slice(from)
    .some(
      one => one.added === undefined && (mentionsValue(one.sql, value) || mentionsType(one.sql, group.to.name.name)),
    )
}

/** Alone it may have been made before an interruption: then it is there already. */
function outside(one: Emitted): Emitted {
  return { ...one, transaction: false, sql: one.sql.replace(' add value ', ' add value if not exists ') }
}

function statementOf({ sql, about, transaction, lossy }: Emitted): Statement {
  return { sql, about, transaction, ...(lossy !== undefined && { lossy }) }
}
