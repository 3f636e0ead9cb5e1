import { quoteName } from '../schema/name.ts'
import type { Hazard } from './hazard.ts'
import type { RenameOrDrop } from './hazard-fix.ts'

/**
 * The hazards that can be settled now: as long as nobody has said whether a thing is renamed or dropped, what else there is to
 * say of the one that goes and of the one that comes may be wrong, and is left out.
 */
export function withoutOpenEnds(hazards: readonly Hazard[]): readonly Hazard[] {
  const open = new Set(hazards.flatMap(hazard => (isQuestion(hazard) ? inQuestion(hazard.fix) : [])))
  if (open.size === 0) return hazards
  const isOpen = (key: string) => open.has(key) || open.has(key.slice(0, Math.max(0, key.lastIndexOf('.'))))
  return hazards.filter(hazard => isQuestion(hazard) || !isOpen(hazard.object))
}

function isQuestion({ fix, allowed }: Hazard): boolean {
  return fix?.fix === 'rename or drop' && allowed === undefined
}

function inQuestion(fix: Hazard['fix']): readonly string[] {
  const { in: holder, from, to, others } = fix as RenameOrDrop
  const names = [from, to, ...others]
  return holder === undefined ? names : names.map(name => `${holder}.${quoteName(name)}`)
}
