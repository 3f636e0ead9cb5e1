import { DIALECTS, type DialectName } from '../../schema/dialect.ts'
import type { Schema } from '../../schema/schema.ts'
import { describeStep } from '../../steps/describe.ts'
import type { Step } from '../../steps/step.ts'
import { sideAt } from './blame.ts'
import type { Conflict, ConflictSide } from './conflict.ts'
import { conflictOf, type Meeting } from './meeting.ts'
import type { RenderedStatement } from './request.ts'
import { runSteps } from './run-steps.ts'
import { sayObject, sayStep } from './say.ts'
import { touchedBy } from './touched.ts'

/**
 * SQL of one of the two that would be another SQL where the other one ran before. It was written for a database without
 * the other's changes: a rebuild of a table in SQLite lists the columns that its author knew, and so loses the others.
 */
export function otherSql(meeting: Meeting, at: 0 | 1): Conflict | undefined {
  const { request, sides, after, both } = meeting
  const side = sides[at]
  const other = sides[1 - at]!
  if (!side.changes || !other.changes) return undefined
  for (const dialect of DIALECTS) {
    const { up, down } = { up: side.up[dialect], down: side.down[dialect] }
    if (up === undefined || down === undefined) continue
    const upThere = request.render(side.steps, after[1 - at]!, dialect)
    const differs = firstOther(up, upThere)
    if (differs !== undefined) return named(meeting, at, dialect, differs, 'up')
    const downThere = side.back === undefined ? down : request.render(side.back, both, dialect)
    const differsDown = firstOther(down, downThere)
    if (differsDown !== undefined) return named(meeting, at, dialect, differsDown, 'down')
  }
  return undefined
}

/** The first statement of the one that the other has not in its place; of the other, where the one is at its end. */
function firstOther(
  own: readonly RenderedStatement[],
  there: readonly RenderedStatement[],
): RenderedStatement | undefined {
  const same = (a: RenderedStatement, b: RenderedStatement) => a.sql === b.sql && a.transaction === b.transaction
  const at = own.findIndex((statement, place) => there[place] === undefined || !same(statement, there[place]))
  return at >= 0 ? own[at] : there[own.length]
}

function named(
  meeting: Meeting,
  at: 0 | 1,
  dialect: DialectName,
  statement: RenderedStatement,
  way: 'up' | 'down',
): Conflict {
  const side = meeting.sides[at]
  const other = meeting.sides[1 - at]!
  const about = statement.about.split('; ')
  const list = way === 'up' ? side.steps : (side.back ?? [])
  const named = list.findIndex(step => about.includes(describeStep(step)))
  const place = named < 0 ? list.findIndex(step => step.kind !== 'sql') : named
  const one = sideAt(side, way === 'up' ? place : list.length - 1 - place)
  const two = sideAt(other, culprit(meeting, at, dialect, way))
  const object = commonObject(one, two)
  const message = `The ${dialect} SQL of ${sayStep(one)} was written for ${object} as it is without ${sayStep(two)}${way === 'up' ? '' : ', where it leads back'}: run on a database that has both, it would undo the other or fail.`
  return conflictOf('sql', object, one, two, at === 0, message)
}

/** The first step of the other side after which the SQL is another. */
function culprit(meeting: Meeting, at: 0 | 1, dialect: DialectName, way: 'up' | 'down'): number {
  const { request, sides, below } = meeting
  const side = sides[at]
  const other = sides[1 - at]!
  const rendered = (schema: Schema, steps: readonly Step[]) => {
    const upTo = runSteps(schema, steps)
    const done = upTo.failed ? upTo : runSteps(upTo.schema, side.steps)
    if (upTo.failed || done.failed || runSteps(done.schema, side.back ?? []).failed) return undefined
    return way === 'up'
      ? request.render(side.steps, upTo.schema, dialect)
      : request.render(side.back ?? [], done.schema, dialect)
  }
  const own = (way === 'up' ? side.up : side.down)[dialect]!
  return other.steps.findIndex((_, last) => {
    const there = rendered(below, other.steps.slice(0, last + 1))
    return there === undefined || firstOther(own, there) !== undefined
  })
}

function commonObject(one: ConflictSide, other: ConflictSide): string {
  const own = one.step === undefined ? [] : touchedBy(one.step).map(({ object }) => object)
  const there = other.step === undefined ? [] : touchedBy(other.step).map(({ object }) => object)
  return own.find(object => there.includes(object)) ?? sayObject(one.step)
}
