import { type AllowedHazards, allowHazards } from '../../compiler/hazards/allow.ts'
import type { Hazard } from '../../compiler/hazards/hazard.ts'
import type { Allow } from '../../compiler/revisions/revision.ts'
import type { Option, Options } from '../command.ts'
import { WrongUsage } from '../wrong-usage.ts'

/** `--allow CODE:OBJECT --because REASON`. */
export const ALLOW_OPTIONS: readonly Option[] = [
  { flags: '--allow <code:object>', text: 'own a hazard; may be given several times', many: true },
  { flags: '--because <reason>', text: 'why it is all right; once for all, or once for each --allow', many: true },
]

/** What `--allow` and `--because` say, in pairs. */
export function readAllows({ allow, because }: Options): readonly Allow[] {
  const named = (allow ?? []) as readonly string[]
  const reasons = (because ?? []) as readonly string[]
  if (named.length === 0 && reasons.length === 0) return []
  const paired = named.length > 0 && (reasons.length === 1 || reasons.length === named.length)
  if (!paired || reasons.some(reason => reason.trim() === '')) {
    throw new WrongUsage(
      `${named.length} --allow and ${reasons.length} --because do not go together.`,
      "Write --allow CODE:OBJECT --because 'REASON': the reason is kept in the revision.",
    )
  }
  return named.map((text, index) => {
    const [, code, object] = /^(MIG\d+):(.+)$/s.exec(text) ?? []
    if (code === undefined || object === undefined) {
      throw new WrongUsage(`--allow ${text} names no hazard.`, 'Write CODE:OBJECT, for example MIG204:users.phone.')
    }
    return { code, object, reason: reasons[reasons.length === 1 ? 0 : index]! }
  })
}

/** Marks what was allowed. Throws when something is allowed that is no hazard of this change. */
export function ownHazards(hazards: readonly Hazard[], allows: readonly Allow[]): AllowedHazards {
  const result = allowHazards(hazards, allows)
  const [idle] = result.unused
  if (idle === undefined) return result
  const keys = hazards.map(({ code, object }) => `${code}:${object}`)
  const known = keys.length === 0 ? 'This change has no hazards.' : `Its hazards are ${keys.join(', ')}.`
  throw new WrongUsage(`--allow ${idle.code}:${idle.object} names no hazard of this change.`, known, { hazards: keys })
}
