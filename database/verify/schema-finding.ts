import type { Dialect } from '../../compiler/dialects/dialect.ts'
import type { Direction } from '../../compiler/revisions/stored-revision.ts'
import { forDialect } from '../../compiler/schema/dialect.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { describeStep } from '../../compiler/steps/describe.ts'
import type { SqlStep, Step } from '../../compiler/steps/step.ts'
import { driftOf } from './drift.ts'
import type { Finding } from './finding.ts'

const SHOWN = 6

/** What a live catalog lacks of the wanted one after a revision went in a direction; undefined when nothing. */
export function schemaFinding(
  dialect: Dialect,
  live: Schema,
  wanted: Schema,
  direction: Direction,
  handWritten: readonly SqlStep[],
): Finding | undefined {
  const steps = driftOf(dialect, live, wanted).filter(step => !isByHand(step, dialect, handWritten))
  if (steps.length === 0) return undefined
  const shown = steps.slice(0, SHOWN).map(step => `'${describeStep(step)}'`)
  const more = steps.length > SHOWN ? ` and ${steps.length - SHOWN} more` : ''
  const what =
    direction === 'up'
      ? 'After going up the database is not what the steps of the revision give'
      : 'After going down the database is not what it was before'
  return {
    code: direction === 'up' ? 'MIG520' : 'MIG521',
    severity: 'error',
    message: `${what}. What would bring it there: ${shown.join(', ')}${more}.`,
    remedy:
      'Restore the SQL file from version control, or remove it and run `mig compile`. SQL of your own belongs into a `sql` step.',
  }
}

/** Whether an object that is there and not wanted is one that hand-written SQL made: those are nobody's business here. */
function isByHand(step: Step, dialect: Dialect, handWritten: readonly SqlStep[]): boolean {
  const name = droppedName(step)?.toLowerCase()
  if (name === undefined) return false
  return handWritten.some(({ up }) => {
    const sql = 'run' in up ? forDialect(up.run, dialect.name) : undefined
    return sql?.toLowerCase().includes(name) ?? false
  })
}

function droppedName(step: Step): string | undefined {
  switch (step.kind) {
    case 'drop table':
      return step.table.name.name
    case 'drop view':
      return step.view.name.name
    case 'drop trigger':
      return step.trigger.name
    case 'drop enum':
      return step.enum.name.name
    case 'drop schema':
      return step.schema.name
    case 'drop extension':
      return step.extension.name
    case 'drop index':
      return step.index.name
    case 'drop object':
      return step.object.name.name
    default:
      return undefined
  }
}
