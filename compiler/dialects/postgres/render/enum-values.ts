import { nameText } from '../../../schema/name.ts'
import type { AlterEnum } from '../../../steps/step.ts'
import { quoteQName, quoteString } from '../quote.ts'
import { changeComment } from './comment.ts'
import { swapEnum } from './enum-swap.ts'
import { freeOrder } from './free-order.ts'
import { emit, type Rendering } from './rendering.ts'

/**
 * Changes the values of an enum: renames, then additions, or a new type in its place where values go or move. `untouched`
 * says that nothing of this segment has changed the enum before.
 */
export function alterEnum(work: Rendering, step: AlterEnum, untouched: boolean): void {
  const { from, to } = step
  renameValues(work, step)
  const next = new Map(step.renames.map(pair => [pair.from, pair.to]))
  const values = from.values.map(value => next.get(value) ?? value)
  const grows = isGrowth(values, to.values)
  if (grows) addValues(work, step, values, untouched && step.renames.length === 0)
  else swapEnum(work, step, values)
  changeComment(work, `type ${quoteQName(to.name)}`, grows ? from.comment : undefined, to.comment)
}

/** Whether an enum only gains values: those it has keep their order. */
export function isGrowth(values: readonly string[], wanted: readonly string[]): boolean {
  const kept = wanted.filter(value => values.includes(value))
  return kept.length === values.length && kept.every((value, at) => value === values[at])
}

/** Whether a change adds values and does nothing else. */
export function onlyAdds(step: AlterEnum): boolean {
  return step.renames.length === 0 && isGrowth(step.from.values, step.to.values)
}

function renameValues(work: Rendering, { from, renames }: AlterEnum): void {
  for (const { from: old, to: label } of freeOrder(renames)) {
    emit(work, `alter type ${quoteQName(from.name)} rename value ${quoteString(old)} to ${quoteString(label)}`)
  }
}

function addValues(work: Rendering, step: AlterEnum, values: readonly string[], movable: boolean): void {
  const { name } = step.to
  const first = values[0]
  for (const [at, value] of step.to.values.entries()) {
    if (values.includes(value)) continue
    const before = step.to.values[at - 1]
    const place =
      before !== undefined
        ? ` after ${quoteString(before)}`
        : first !== undefined
          ? ` before ${quoteString(first)}`
          : ''
    emit(work, `alter type ${quoteQName(name)} add value ${quoteString(value)}${place}`, {
      added: { value, group: step, movable },
    })
  }
}

/** Whether the enum is as it was when the segment began, so that its change could as well be the first thing there. */
export function isUntouched(work: Rendering, step: AlterEnum): boolean {
  const key = nameText(step.from.name)
  const before = work.enumsBefore.get(key)
  return before !== undefined && before === work.live.enums.get(key)
}
