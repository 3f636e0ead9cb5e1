import type { Statement } from '../../../compiler/dialects/dialect.ts'
import { dialects } from '../../../compiler/dialects/dialects.ts'
import { type DialectName, dialectTitle } from '../../../compiler/schema/dialect.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { NextChange } from '../../planning/plan-next.ts'
import { sqlBody } from '../../planning/revision-sql.ts'
import type { ProjectPlan } from './plan-request.ts'
import type { SqlAddress } from './sql-uri.ts'

/** The SQL of the next revision as the text is now: all of it, or the statements that the steps of one declaration need. */
export function sqlDocument({ dialect, direction, object }: SqlAddress, plan: ProjectPlan): string {
  const { change, owners, loaded, answer } = plan
  const title = `next revision of ${loaded.project.name}, ${direction}, for ${dialectTitle(dialect)}`
  if (change === undefined) return comment(`There is no ${title}.`, ...reasons(plan))
  if (loaded.isWhole && !loaded.project.targets.some(target => target.dialect === dialect))
    return comment(`${dialectTitle(dialect)} is no target of this project.`)
  const steps = object === undefined ? change.steps : (owners.get(object) ?? [])
  const statements = render(change, dialect, direction)
  const whole = `The ${title}: ${counted(steps.length, 'step')}.`
  const said = [object === undefined ? whole : `${object}: ${counted(steps.length, 'step')} of the ${title}.`]
  if (steps.length === 0) return comment(...said, 'The schema files say nothing that the revisions do not say.')
  const own = object === undefined ? statements : statementsOf(statements, directed(steps, direction))
  if (own.length < statements.length) said.push(...partial(own.length, statements.length))
  said.push('It follows the schema files while they are typed; `mig compile` writes it.')
  if (!loaded.isWhole) said.push('The schema files have errors at the moment: this is the plan from before them.')
  else if (answer.status.state === 'broken' || change.hazards.some(({ severity }) => severity === 'error'))
    said.push('`mig compile` refuses it as it is: see the errors in the schema files.')
  return `${comment(...said)}\n${sqlBody(own, dialect, direction)}`
}

function render(
  { steps, before, after }: NextChange,
  dialect: DialectName,
  direction: SqlAddress['direction'],
): readonly Statement[] {
  return dialects[dialect].render(directed(steps, direction), direction === 'up' ? before : after)
}

function directed(steps: readonly Step[], direction: SqlAddress['direction']): readonly Step[] {
  return direction === 'up' ? steps : invertSteps(steps)
}

/** The statements that say that they are there for one of some steps. */
function statementsOf(statements: readonly Statement[], steps: readonly Step[]): readonly Statement[] {
  const wanted = new Set(steps.map(describeStep))
  return statements.filter(({ about }) => wanted.has(about) || about.split('; ').some(part => wanted.has(part)))
}

function partial(own: number, all: number): readonly string[] {
  return [
    `${counted(own, 'statement')} of the ${all} of the whole revision, in their order: those that serve it, among them any that serve`,
    'others too. What is only put aside and brought back around them is left out: the whole revision shows it.',
  ]
}

/** Why there is nothing to show. */
function reasons({ answer: { status, diagnostics, revisionProblems } }: ProjectPlan): readonly string[] {
  const isBroken = status.state === 'broken'
  const errors = (isBroken ? diagnostics : revisionProblems).filter(({ severity }) => severity === 'error')
  const where = isBroken ? 'The schema files have errors:' : 'The revisions cannot be planned upon:'
  return [where, ...errors.slice(0, 3).map(({ code, message }) => `${code} ${message}`)]
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`
}

function comment(...lines: readonly string[]): string {
  return lines
    .flatMap(line => line.split('\n'))
    .map(line => `-- ${line}\n`)
    .join('')
}
