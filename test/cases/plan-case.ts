import { type Plan, planChange } from '../../compiler/compile.ts'
import type { Statement } from '../../compiler/dialects/dialect.ts'
import { dialects } from '../../compiler/dialects/dialects.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { invertSteps } from '../../compiler/steps/invert.ts'
import { loadProject } from '../../language/load.ts'
import { printStep } from '../../language/print/step.ts'
import type { CaseFile } from './case-file.ts'

/** A case that has been read and planned. */
export interface PlannedCase {
  readonly before: Schema
  readonly after: Schema
  readonly plan: Plan
  readonly targets: readonly DialectName[]
  /** The version of Postgres that it asks for, where that is not 13. */
  readonly version?: number
  /** Whether somebody would have to answer before anything is written. */
  readonly refused: boolean
}

/** Reads both sides of a case and plans the way from one to the other. */
export function planCase(file: CaseFile): PlannedCase {
  const named = file.sections.get('targets')?.split(/,\s*/) ?? ['postgres', 'sqlite']
  const targets = named.map(target => target.split(' ')[0]!) as DialectName[]
  const version = named.map(target => target.split(' ')[1]).find(one => one !== undefined)
  const lines = file.sections.get('project') ?? ''
  const before = loadSide(file.sections.get('before') ?? '', targets, lines, version)
  const after = loadSide(
    file.sections.get('after') ?? '',
    targets,
    file.sections.get('project after') ?? lines,
    version,
  )
  const plan = planChange({ before: before.schema, after: after.schema, hints: after.hints, targets })
  const refused = plan.hazards.some(hazard => hazard.severity === 'error')
  return {
    before: before.schema,
    after: after.schema,
    plan,
    targets,
    ...(version && { version: Number(version) }),
    refused,
  }
}

function loadSide(text: string, targets: readonly DialectName[], lines: string, version = '15') {
  const versions = { postgres: `postgres ${version}`, sqlite: 'sqlite 3.38' }
  const named = targets.map(target => versions[target]).join(', ')
  const block = lines === '' ? `{ targets ${named} }` : `{\ntargets ${named}\n${lines}\n}`
  const project = `project example ${block}\n\n${text}\n`
  const loaded = loadProject('/case/schema.mig', path => (path === '/case/schema.mig' ? project : undefined))
  const errors = loaded.diagnostics.filter(diagnostic => diagnostic.severity === 'error')
  if (errors.length > 0)
    throw new Error(errors.map(item => `${item.range.start.line}: ${item.code} ${item.message}`).join('\n'))
  return loaded
}

/** The sections that follow from the written ones. */
export function expectedSections(planned: PlannedCase): ReadonlyMap<string, string> {
  const { plan, targets, before, after } = planned
  const sections = new Map([
    ['steps', plan.steps.map(printStep).join('\n')],
    [
      'hazards',
      plan.hazards
        .map(
          hazard =>
            `${hazard.severity} ${hazard.code} ${hazard.object}${hazard.targets ? ` (${hazard.targets.join(', ')})` : ''}\n  ${hazard.message}\n  ${hazard.remedy}`,
        )
        .join('\n'),
    ],
  ])
  if (planned.refused) return sections
  for (const target of targets) {
    sections.set(`${target} up`, script(dialects[target].render(plan.steps, before)))
    sections.set(`${target} down`, script(dialects[target].render(invertSteps(plan.steps), after)))
  }
  return sections
}

function script(statements: readonly Statement[]): string {
  return statements
    .map(
      ({ sql, transaction, lossy }) =>
        `${transaction ? '' : '-- no transaction\n'}${lossy ? `-- lossy: ${lossy}\n` : ''}${sql};`,
    )
    .join('\n')
}
