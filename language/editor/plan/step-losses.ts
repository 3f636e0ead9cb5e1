import { type DialectName, dialectTitle } from '../../../compiler/schema/dialect.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import { lossOf, withoutNames } from '../../../compiler/steps/loss.ts'
import type { Step } from '../../../compiler/steps/step.ts'

const SHOWN = 2

/** What becomes of the data in a few words: `keeps all data`, `loses the values of users.mail`, each direction by itself. */
export function tellLosses(steps: readonly Step[], targets: readonly DialectName[]): string {
  const up = losses(steps, targets)
  const down = losses(invertSteps(steps), targets)
  if (up === undefined && down === undefined) return 'keeps all data'
  if (up === undefined) return `keeps all data · down loses ${down}`
  return down === undefined ? `up loses ${up}` : `up loses ${up} · down loses ${down}`
}

/** What some steps lose in the targets; where only some of them lose it, their names are said. */
function losses(steps: readonly Step[], targets: readonly DialectName[]): string | undefined {
  const where = new Map<string, DialectName[]>()
  for (const step of steps) {
    for (const target of targets) {
      const loss = lossOf(withoutNames(step, target), target)
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
