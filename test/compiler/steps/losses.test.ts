import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planChange } from '../../../compiler/compile.ts'
import { dialects } from '../../../compiler/dialects/dialects.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import { NO_HINTS } from '../../../compiler/diff/hints.ts'
import { findHazards } from '../../../compiler/hazards/hazards.ts'
import { memberKey } from '../../../compiler/hazards/member-key.ts'
import { DIALECTS, type DialectName, isFor } from '../../../compiler/schema/dialect.ts'
import { nameText, type QName } from '../../../compiler/schema/name.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import { lossOf } from '../../../compiler/steps/loss.ts'
import { type Among, lossAmong } from '../../../compiler/steps/loss-among.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { dividedAnew } from '../../../database/verify/divided-anew.ts'
import { loadProject } from '../../../language/load.ts'
import { lawSeed } from '../../laws/law-seed.ts'
import { editSchema } from '../../laws/random-edits.ts'
import { randomSchema } from '../../laws/random-schema.ts'
import { Tape, tapes } from '../../laws/tape.ts'
import { CHANGES, type Loss } from './losing-changes.ts'

/** The hazards that say that going up loses something. */
const UP = new Set(['MIG210', 'MIG211', 'MIG213', 'MIG215', 'MIG216'])

/** What going back loses goes without saying where the change itself brought it. */
const EXPECTED_DOWN = new Set(['create table', 'add column', 'create object'])

const changes = Object.entries(CHANGES).flatMap(([kind, list]) =>
  list.map((change, at) => ({ name: `${kind} ${at + 1}`, kind, ...change })),
)

function load(text: string) {
  const project = `project p { targets postgres 15, sqlite 3.38 }\n${text}`
  const loaded = loadProject('/p/schema.mig', path => (path === '/p/schema.mig' ? project : undefined))
  expect(loaded.diagnostics.filter(one => one.severity === 'error')).toEqual([])
  return loaded
}

function marks(dialect: DialectName, steps: readonly Step[], before: Schema): readonly string[] {
  return dialects[dialect].render(steps, before).flatMap(statement => statement.lossy ?? [])
}

/** Each thing that is lost once, whatever statement it stands at. */
function parts(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap(text => text.split('; ')))].sort()
}

function losses(dialect: DialectName, steps: readonly Step[], among: Partial<Among> = {}): readonly string[] {
  return parts(steps.flatMap(step => lossAmong(step, { steps, ...among }, dialect) ?? []))
}

function wanted(loss: Loss | undefined, dialect: DialectName): readonly string[] {
  const text = typeof loss === 'string' ? loss : loss?.[dialect]
  return parts(text === undefined ? [] : [text])
}

describe.each(changes)('$name', ({ kind, before: old, after: text, up, down }) => {
  const before = load(old).schema
  const { schema: after, hints } = load(text)
  const { steps, hazards } = planChange({ before, after, hints, targets: DIALECTS })
  const back = invertSteps(steps)

  test('is a change of its kind', () => {
    expect(steps.map(step => step.kind)).toContain(kind)
  })

  test.each(DIALECTS)('loses in %s what is written here, up and down', dialect => {
    expect(losses(dialect, steps)).toEqual(wanted(up, dialect))
    expect(losses(dialect, back)).toEqual(wanted(down, dialect))
  })

  test.each(DIALECTS)('is marked in the SQL of %s with the same words', dialect => {
    expect(parts(marks(dialect, steps, before))).toEqual(wanted(up, dialect))
    expect(parts(marks(dialect, back, after))).toEqual(wanted(down, dialect))
  })

  test.each(DIALECTS)('has a hazard that says so for %s', dialect => {
    const silent = hints.moves.length > 0 || steps.some(step => 'fill' in step)
    const told = hazards.filter(({ targets = DIALECTS }) => targets.includes(dialect)).map(({ code }) => code)
    expect(told.some(code => UP.has(code)) || (silent && wanted(up, dialect).length > 0)).toBe(
      wanted(up, dialect).length > 0,
    )
    const unexpected = steps.filter(step => !EXPECTED_DOWN.has(step.kind))
    if (losses(dialect, invertSteps(unexpected)).length > 0 && !isNewHere(steps, dialect))
      expect(told).toEqual(expect.arrayContaining([expect.stringMatching(/^MIG23[356]$/)]))
  })
})

/** A table or column that the change brings to a database. */
function isNewHere(steps: readonly Step[], dialect: DialectName): boolean {
  return steps.some(step => {
    if (step.kind !== 'alter table' && step.kind !== 'alter column') return false
    const has = (only: DialectName | undefined) => only === undefined || only === dialect
    return !has(step.from.only) && has(step.to.only)
  })
}

/** A partition that goes may hand its rows on to another one. */
function isPartition(step: Step): boolean {
  return step.kind === 'drop table' && step.table.partitionOf !== undefined
}

/** Whether a database has the table that a step changes. */
function isHeld(dialect: DialectName, step: Step, schemas: readonly Schema[]): boolean {
  if (!('table' in step) || !('name' in step.table) || typeof step.table.name !== 'string') return true
  const key = nameText(step.table as QName)
  return schemas.every(({ tables }) => isFor(tables.get(key) ?? {}, dialect))
}

/** Only what steps lose is marked, and all of it; an enum that no column holds has no rows to lose anything of, and the rows of a partition may go to another. */
function expectAgreement(dialect: DialectName, steps: readonly Step[], before: Schema, after: Schema): void {
  const marked = parts(marks(dialect, steps, before))
  const here = steps.filter(step => isHeld(dialect, step, [before, after]))
  expect(losses(dialect, here, { steps, before, after })).toEqual(expect.arrayContaining([...marked]))
  const certain = here.filter(step => step.kind !== 'alter enum' && !isPartition(step))
  expect(marked).toEqual(expect.arrayContaining([...losses(dialect, certain, { steps, before, after })]))
}

test('the SQL of random changes is marked with exactly what the steps lose, both ways', () => {
  fc.assert(
    fc.property(tapes(150), tapes(80), (first, second) => {
      const before = randomSchema(new Tape(first))
      const { after, hints } = editSchema(before, new Tape(second))
      const steps = diff(before, after, hints)
      const back = invertSteps(steps)
      for (const dialect of DIALECTS) {
        expectAgreement(dialect, steps, before, after)
        expectAgreement(dialect, back, after, before)
      }
    }),
    { numRuns: Number(process.env.MIG_LAW_RUNS ?? 300), seed: lawSeed },
  )
})

test('every step of a random change that loses something and is not said to has a hazard', () => {
  fc.assert(
    fc.property(tapes(150), tapes(80), (first, second) => {
      const before = randomSchema(new Tape(first))
      const { after, hints } = editSchema(before, new Tape(second))
      const steps = diff(before, after, hints)
      const told = findHazards({ steps, before, after, hints: NO_HINTS, targets: DIALECTS })
      const moved = new Set(dividedAnew(before, steps).flatMap(tree => tree.before))
      for (const step of steps) {
        if (step.kind !== 'drop table' && step.kind !== 'drop column') continue
        if (step.kind === 'drop table' && moved.has(nameText(step.table.name))) continue
        const object = step.kind === 'drop table' ? nameText(step.table.name) : memberKey(step.table, step.column.name)
        if (lossOf(step) !== undefined) expect(told.map(hazard => hazard.object)).toContain(object)
      }
    }),
    { numRuns: 100, seed: lawSeed },
  )
})

test('a table that comes to SQLite is no copy, a domain that goes takes nothing with it, and a column that is computed again cannot be turned back', () => {
  const read = (text: string) => {
    const { schema } = loadProject(
      '/schema.mig',
      () => `project p {\n  targets postgres 18, sqlite 3.45\n}\ndomain price = decimal(12, 2)\n${text}`,
    )
    return schema!
  }
  const before = read(
    'table prices only postgres {\n  id int primary\n  during daterange\n}\ntable t {\n  id int primary\n  total price\n  twice int = `id * 2` stored\n}\n',
  )
  const after = read(
    'table prices {\n  id int primary\n  during daterange, sqlite text\n}\ntable t {\n  id int primary\n  total decimal(12, 2)\n  twice int\n}\n',
  )
  const { steps, hazards } = planChange({ before, after, hints: NO_HINTS, targets: DIALECTS })
  expect(steps.map(step => lossOf(step)).filter(loss => loss !== undefined)).toEqual([])
  expect(hazards.filter(({ code }) => code === 'MIG227').map(({ object }) => object)).toEqual(['t'])
  expect(hazards.find(({ object }) => object === 't.twice')?.remedy).toMatch(/^The column is computed again then/)
})
