import { type DialectName, dialectTitle } from '../../../compiler/schema/dialect.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import { type Among, lossAmong } from '../../../compiler/steps/loss-among.ts'
import type { Step } from '../../../compiler/steps/step.ts'

const SHOWN = 2

/**
 * What becomes of the data in a few words: `keeps all data`, `loses the values of users.mail`, each direction by itself. `up` and `down` are what
 * stands around the steps in either.
 */
export function tellLosses(steps: readonly Step[], targets: readonly DialectName[], up: Among, down: Among): string {
  return inBoth(losses(steps, targets, up), losses(invertSteps(steps), targets, down))
}

function inBoth(up: string | undefined, down: string | undefined): string {
  if (up === undefined && down === undefined) return 'keeps all data'
  if (up === undefined) return `keeps all data · down loses ${down}`
  return down === undefined ? `up loses ${up}` : `up loses ${up} · down loses ${down}`
}

/** What some steps lose in the targets; where only some of them lose it, their names are said. */
function losses(steps: readonly Step[], targets: readonly DialectName[], among: Among): string | undefined {
  const where = new Map<string, DialectName[]>()
  for (const step of steps) {
    for (const target of targets) {
      const loss = lossAmong(step, among, target)
      if (loss === undefined) continue
      const list = where.get(loss) ?? []
      if (!list.includes(target)) where.set(loss, [...list, target])
    }
  }
  const said = [...where].map(([loss, dialects]) =>
    dialects.length === targets.length ? loss : `${loss} in ${dialects.map(dialectTitle).join(' and ')}`,
  )
  if (said.length === 0) return undefined
  const more = said.length - SHOWN
  return more > 0 ? `${said.slice(0, SHOWN).join(', ')} and more (${more})` : said.join(', ')
}
