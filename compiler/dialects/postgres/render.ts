import { nameText } from '../../schema/name.ts'
import type { DbObject } from '../../schema/objects/db-object.ts'
import type { Schema } from '../../schema/schema.ts'
import { describeStep } from '../../steps/describe.ts'
import type { AlterColumn, SqlStep, Step, StepKind } from '../../steps/step.ts'
import type { Statement } from '../dialect.ts'
import { ownStep } from './own-step.ts'
import { settleAddedValues } from './render/added-values.ts'
import { meet, noteAhead } from './render/ahead.ts'
import { alterColumns } from './render/alter-column.ts'
import { attachDefaults } from './render/default-partition.ts'
import { forgetForeign } from './render/forget-foreign.ts'
import { giveBack, keepThrough, settleKept } from './render/keep-privileges.ts'
import { liftObject } from './render/lift-object.ts'
import { mentionsName } from './render/mentions.ts'
import { bringNamed } from './render/named-users.ts'
import { liftStars } from './render/objects.ts'
import { type Rendering, startRendering } from './render/rendering.ts'
import { restore, settleColumns } from './render/restore.ts'
import { runSql } from './render/run-sql.ts'
import type { StepRenderers } from './render/step-renderers.ts'
import { columnRenderers } from './render/steps/columns.ts'
import { enumRenderers } from './render/steps/enums.ts'
import { memberRenderers } from './render/steps/members.ts'
import { objectRenderers } from './render/steps/objects.ts'
import { schemaRenderers } from './render/steps/schemas.ts'
import { tableRenderers } from './render/steps/tables.ts'
import { viewRenderers } from './render/steps/views.ts'
import { keepingTexts } from './render/text-bodies.ts'
import { bringColumns } from './render/type-columns.ts'

const RENDERERS: StepRenderers<Exclude<StepKind, 'sql'>> = {
  ...schemaRenderers,
  ...enumRenderers,
  ...tableRenderers,
  ...columnRenderers,
  ...memberRenderers,
  ...viewRenderers,
  ...objectRenderers,
}

/**
 * The statements for ordered steps on a Postgres that holds `before`. What Postgres refuses to have in the way of a change
 * (views, triggers, checks, indexes, foreign keys, generated columns) is dropped before it and made again, from its last
 * definition, before the next hand-written SQL or at the end.
 */
export function render(steps: readonly Step[], before: Schema): readonly Statement[] {
  const work = startRendering(before, (at, object) => liftObject(at, object, false), bringUsers)
  let segment: Step[] = []
  const endSegment = () => {
    if (segment.length > 0) renderSegment(work, segment)
    segment = []
  }
  for (const step of steps) {
    if (step.kind !== 'sql') segment.push(step)
    else {
      endSegment()
      renderSql(work, step)
    }
  }
  endSegment()
  return settleAddedValues(settleKept(work))
}

function renderSql(work: Rendering, step: SqlStep): void {
  work.segment++
  work.about = describeStep(step)
  runSql(work, step.up)
}

function renderSegment(work: Rendering, steps: readonly Step[]): void {
  work.segment++
  work.enumsBefore = new Map(work.live.enums)
  for (const step of steps) noteAhead(work, step)
  for (let at = 0; at < steps.length; ) {
    const together = neighbours(steps, at)
    if (steps[at]!.kind !== 'create table') attachDefaults(work)
    if (together.length > 1) renderColumns(work, together)
    else renderStep(work, steps[at]!)
    at += Math.max(together.length, 1)
  }
  attachDefaults(work)
  restore(work)
  giveBack(work)
}

function renderStep(work: Rendering, step: Step): void {
  if (step.kind.startsWith('rename ')) settleColumns(work)
  work.about = describeStep(step)
  keepThrough(work, step, () => meet(work, step))
  const own = ownStep(step)
  if (own === undefined) forgetForeign(work, step)
  else {
    const run = RENDERERS[own.kind as Exclude<StepKind, 'sql'>] as (work: Rendering, step: Step) => void
    if (own.kind.startsWith('rename ')) keepingTexts(work, () => run(work, own))
    else run(work, own)
    if (own.kind === 'rename column') liftStars(work, own.table)
  }
}

/** The run of column changes of one table that begins at a place, as far as no conversion reads a column changed in it. */
function neighbours(steps: readonly Step[], from: number): readonly AlterColumn[] {
  const run: AlterColumn[] = []
  for (let at = from; at < steps.length; at++) {
    const step = steps[at]!
    if (step.kind !== 'alter column') break
    if (run.length > 0 && nameText(step.table) !== nameText(run[0]!.table)) break
    if (run.some(other => other.to.name === step.to.name || readsChanged(step, other))) break
    run.push(step)
  }
  return run
}

function readsChanged(step: AlterColumn, other: AlterColumn): boolean {
  const sql = step.convert?.postgres ?? step.convert?.all
  return sql !== undefined && mentionsName(sql, other.to.name)
}

function renderColumns(work: Rendering, steps: readonly AlterColumn[]): void {
  const together: AlterColumn[] = []
  const abouts: string[] = []
  const alone: Step[] = []
  for (const step of steps) {
    const own = ownStep(step)
    if (own?.kind === 'alter column') {
      together.push(own)
      abouts.push(describeStep(step))
      meet(work, step)
    } else alone.push(step)
  }
  work.about = abouts.join('; ')
  if (together.length > 0) alterColumns(work, together[0]!.table, together)
  for (const step of alone) renderStep(work, step)
}

function bringUsers(work: Rendering, object: DbObject): void {
  bringColumns(work, object)
  bringNamed(work, object)
}
