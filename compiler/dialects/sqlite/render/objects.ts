import { forDialect } from '../../../schema/dialect.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import { keyOfId, objectKey } from '../../../schema/objects/object-key.ts'
import { foldName } from '../../../sql/name-text.ts'
import { isRefill } from '../../../sql/object/virtual-table.ts'
import { splitStatements } from '../../../sql/statements.ts'
import { applyStep } from '../../../steps/apply.ts'
import { describeStep } from '../../../steps/describe.ts'
import { lossOf } from '../../../steps/loss.ts'
import type { StepOf } from '../../../steps/step.ts'
import { heldObject } from '../objects/definitions.ts'
import { settleIndexes } from './flush.ts'
import type { Progress } from './progress.ts'
import { statement } from './statement.ts'

type ObjectStep = StepOf<'create object' | 'drop object' | 'rename object' | 'alter object'>

/** Makes, drops or changes an object of the family where SQLite holds it, with the tables before it done. */
export function inObjects(progress: Progress, step: ObjectStep): void {
  const [from, to] = sidesOf(progress, step)
  const [old, next] = [from && heldObject(from), to && heldObject(to)]
  if (old === undefined && next === undefined) return
  const said = step.kind === 'alter object' && step.convert ? forDialect(step.convert, 'sqlite') : undefined
  const statements = said === undefined ? statementsOf(step, old, next) : splitStatements(said).map(one => one.text)
  if (statements.length === 0) return
  settleIndexes(progress)
  if (step.kind === 'rename object') {
    const { disturbed, refills } = progress.segment
    disturbed.add(foldName(step.from.name.name))
    const why = refills.get(keyOfId(step.from))
    if (refills.delete(keyOfId(step.from))) refills.set(keyOfId(step.to), why!)
  }
  const about = describeStep(step)
  const lossy = lossOf(step, 'sqlite')
  for (const [at, sql] of statements.entries()) {
    if (isRefillOf(step, sql)) progress.segment.refills.set(objectKey(step.to), about)
    else progress.segment.statements.push(statement(sql, about, at === 0 ? lossy : undefined))
  }
}

function isRefillOf(step: ObjectStep, sql: string): step is StepOf<'alter object'> {
  return (
    step.kind === 'alter object' &&
    step.to.kind === 'object' &&
    isRefill(sql, forDialect(step.to.create, 'sqlite') ?? '')
  )
}

type Held = ReturnType<typeof heldObject>

function statementsOf({ kind }: ObjectStep, old: Held, next: Held): readonly string[] {
  if (old === undefined || next === undefined || old.object.kind !== next.object.kind)
    return [...(old?.of.drop(old.object as never) ?? []), ...(next?.of.create(next.object as never) ?? [])]
  const way = kind === 'rename object' ? next.of.rename : next.of.change
  if (way !== undefined) return way(old.object as never, next.object as never)
  const [drops, creates] = [old.of.drop(old.object as never), next.of.create(next.object as never)]
  return drops.join('\n') === creates.join('\n') ? [] : [...drops, ...creates]
}

/** The object before and after the step, which is applied. */
function sidesOf({ draft }: Progress, step: ObjectStep): readonly [DbObject | undefined, DbObject | undefined] {
  const before = step.kind === 'rename object' ? draft.objects.get(keyOfId(step.from)) : undefined
  applyStep(draft, step)
  switch (step.kind) {
    case 'create object':
      return [undefined, step.object]
    case 'drop object':
      return [step.object, undefined]
    case 'alter object':
      return [step.from, step.to]
    case 'rename object':
      return [before, draft.objects.get(keyOfId(step.to))]
  }
}
