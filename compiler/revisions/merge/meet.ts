import type { Schema } from '../../schema/schema.ts'
import { blame, blameFor, sideAt } from './blame.ts'
import type { Conflict } from './conflict.ts'
import { conflictOf, type Meeting } from './meeting.ts'
import { missingAfter } from './missing-after.ts'
import { otherSql } from './other-sql.ts'
import { overlappingPartitions } from './overlapping-partitions.ts'
import type { MergeRequest } from './request.ts'
import { type Ran, runSteps } from './run-steps.ts'
import { firstDifference } from './same-schema.ts'
import { sayObject, sayStep } from './say.ts'
import type { Side } from './side.ts'

/**
 * What stands in the way of two revisions of different branches, upon what both stand on. Nothing does when both can run in
 * either order and be undone in either order, each with the SQL that it has, and when the schema after them is the same.
 */
export function meet(request: MergeRequest, sides: readonly [Side, Side], below: Schema): Conflict | undefined {
  const [a, b] = sides
  const afterA = runSteps(below, a.steps)
  const afterB = runSteps(below, b.steps)
  if (afterA.failed) return misfit(b, a, afterA.failed, false)
  if (afterB.failed) return misfit(a, b, afterB.failed, true)
  const ab = runSteps(afterA.schema, b.steps)
  if (ab.failed) return misfit(a, b, ab.failed, true)
  const ba = runSteps(afterB.schema, a.steps)
  if (ba.failed) return misfit(b, a, ba.failed, false)
  const meeting = { request, sides, below, after: [afterA.schema, afterB.schema], both: ab.schema } as const
  const astray = firstDifference(ab.schema, ba.schema) ?? undoneAstray(meeting)
  if (astray !== undefined) return order(sides, astray)
  return (
    sameName(sides) ??
    overlappingPartitions(meeting) ??
    missingAfter(meeting) ??
    otherSql(meeting, 0) ??
    otherSql(meeting, 1)
  )
}

/** After `one`, a step of `other` no longer fits. */
function misfit(one: Side, other: Side, { at, error }: NonNullable<Ran['failed']>, first: boolean): Conflict {
  const failing = sideAt(other, at)
  const cause = blame(one, failing.step)
  const object = String(error.facts.object ?? sayObject(failing.step))
  const message = `Revisions ${cause.revision} and ${failing.revision} both change ${object}: after ${sayStep(cause)}, ${sayStep(failing)} does not fit. ${error.message}`
  return conflictOf('misfit', object, cause, failing, first, message)
}

function order([a, b]: readonly [Side, Side], object: string): Conflict {
  const one = blameFor(a, [object])
  const other = blameFor(b, [object])
  const message = `What becomes of ${object} depends on which runs first: ${sayStep(one)}, or ${sayStep(other)}.`
  return conflictOf('order', object, one, other, true, message)
}

/** Undoing one of the two must lead to what the other one alone gives. */
function undoneAstray({ sides, after, both }: Meeting): string | undefined {
  for (const at of [0, 1] as const) {
    const { back } = sides[at]
    if (back === undefined) continue
    const undone = runSteps(both, back)
    const [touched] = back.slice(undone.failed?.at ?? 0)
    if (undone.failed) return sayObject(touched)
    const astray = firstDifference(undone.schema, after[1 - at]!)
    if (astray !== undefined) return astray
  }
  return undefined
}

function sameName([a, b]: readonly [Side, Side]): Conflict | undefined {
  for (const [space, claim] of a.claims) {
    const twin = b.claims.get(space)
    if (twin === undefined) continue
    const one = blameFor(a, [claim.key])
    const other = blameFor(b, [twin.key])
    const made = [claim, twin].map(({ kind, name }) => `${kind} ${name}`)
    const what =
      made[0] === made[1] ? `both make ${made[0]}` : `make ${made[0]} and ${made[1]}, and only one can have the name`
    const message = `Revisions ${one.revision} and ${other.revision} ${what}.`
    return conflictOf('name', claim.name, one, other, true, message)
  }
  return undefined
}
