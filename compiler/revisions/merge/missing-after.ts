import type { DialectName } from '../../schema/dialect.ts'
import { blameFor, sideAt } from './blame.ts'
import type { Conflict } from './conflict.ts'
import { conflictOf, type Meeting } from './meeting.ts'
import { missingIn } from './missing.ts'
import { removedBy, removedKey, usesRemoved } from './removed.ts'
import { sayStep } from './say.ts'
import type { Side } from './side.ts'
import { sqlTexts } from './sql-texts.ts'

/** Something that one of the two uses and the other one takes away. */
export function missingAfter(meeting: Meeting): Conflict | undefined {
  const [a, b] = meeting.sides
  const { targets } = meeting.request
  return keyMissing(meeting) ?? namedMissing(a, b, true, targets) ?? namedMissing(b, a, false, targets)
}

/** A key, an index, a type or a trigger of the one whose column, table or enum the other one drops. */
function keyMissing({ request: { targets }, sides, after, both }: Meeting): Conflict | undefined {
  if (!sides.some(side => side.steps.some(step => /^(drop|alter|rename)/.test(step.kind)))) return undefined
  const known = new Set(
    after.flatMap(schema => missingIn(schema, targets)).map(({ user, missing }) => `${user} ${missing}`),
  )
  const found = missingIn(both, targets).find(({ user, missing }) => !known.has(`${user} ${missing}`))
  if (found === undefined) return undefined
  const [a, b] = sides
  const user = [a, b].findIndex(side => blameFor(side, [found.user]).step !== undefined)
  const using = sides[user === 1 ? 1 : 0]
  const taking = sides[user === 1 ? 0 : 1]
  const one = blameFor(using, [found.user])
  const other = blameFor(taking, [found.missing])
  const message = `After ${sayStep(other)} there is no ${found.missing.replace(/^the /, '')}, which ${sayStep(one)} uses.`
  return conflictOf('missing', found.missing, one, other, using === a, message)
}

/** SQL of the one that names what the other one drops, or renames where the SQL cannot follow. */
function namedMissing(
  using: Side,
  taking: Side,
  first: boolean,
  targets: readonly DialectName[],
): Conflict | undefined {
  for (const [at, step] of using.steps.entries()) {
    const all = sqlTexts(step, targets)
    if (all.length === 0) continue
    for (const [place, other] of taking.steps.entries()) {
      const gone = removedBy(other, step.kind === 'sql').find(removed => all.some(text => usesRemoved(text, removed)))
      if (gone === undefined) continue
      const one = sideAt(using, at)
      const two = sideAt(taking, place)
      const message = `After ${sayStep(two)} there is no ${removedKey(gone)}, which the SQL of ${sayStep(one)} names.`
      return conflictOf('missing', removedKey(gone), one, two, first, message)
    }
  }
  return undefined
}
