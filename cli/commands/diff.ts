import type { Hazard } from '../../compiler/hazards/hazard.ts'
import { readRange } from '../../compiler/revisions/range.ts'
import type { Loaded } from '../../language/load.ts'
import type { OpenHistory } from '../../language/planning/open-history.ts'
import { nextParents, revisionNamed } from '../../language/planning/plan-next.ts'
import { statementsText } from '../../language/planning/revision-sql.ts'
import { stepsBetween, type Way } from '../../language/planning/steps-between.ts'
import type { Command, Context } from '../command.ts'
import { stepLines } from '../output/compile-written.ts'
import { hazardJson } from '../output/hazard-json.ts'
import type { Problem } from '../output/problem.ts'
import { stepsJson } from '../output/step-json.ts'
import { chosenTargets, TARGET_OPTION } from '../project/chosen-targets.ts'
import { hazardProblems } from '../project/hazard-problems.ts'
import { openHistory } from '../project/open-history.ts'
import { openSchema, readSchema } from '../project/open-schema.ts'
import { planUpon } from '../project/plan-upon.ts'
import { showTouched } from '../project/show-touched.ts'

interface Difference {
  readonly loaded: Loaded
  readonly way: Way
  readonly hazards: readonly Hazard[]
  readonly warnings: readonly Problem[]
}

/** `mig diff [A[:B]]`: what is pending, or what lies between two revisions. */
export const diff: Command = {
  takes: '[range]',
  options: [
    TARGET_OPTION,
    { flags: '--down', text: 'show the SQL of the way back too' },
    { flags: '--head <rev>', text: 'compare with this one of several heads' },
  ],
  examples: [
    ['mig diff', 'what compile would write'],
    ['mig diff base:head --target postgres', 'all steps so far, with their SQL'],
    ['mig diff b5fa --down', 'from a revision to the schema files, and back'],
  ],
  run: (context, [range], { target, down, head }) => {
    const { loaded, way, hazards, warnings } = range?.includes(':')
      ? betweenRevisions(context, range)
      : pending(context, range ?? head)
    const sql = chosenTargets(loaded.project, target).map(dialect => ({ dialect, ...statementsText(way, dialect) }))
    const json = {
      steps: stepsJson(way.steps),
      hazards: hazards.map(hazardJson),
      sql: Object.fromEntries(sql.map(({ dialect, up, down }) => [dialect, { up, down }])),
    }
    if (way.steps.length === 0) return { exit: 0, text: 'no difference', json, warnings }
    const parts = sql.flatMap(({ dialect, ...texts }) => [
      `== ${dialect} up\n${texts.up}`,
      ...(down ? [`== ${dialect} down\n${texts.down}`] : []),
    ])
    return { exit: 0, text: [...stepLines(way.steps), '', parts.join('\n')].join('\n'), json, warnings }
  },
}

function pending(context: Context, from: unknown): Difference {
  const { loaded, problems } = openSchema(context)
  const open = openHistory(loaded.project, context.cwd)
  const parents = from === undefined ? nextParents(open, undefined) : revisionNamed(open, String(from))
  const way = planUpon(open, loaded, parents, context.cwd)
  const notes = showTouched(problems, loaded, way.steps, context.cwd)
  const warnings = [...notes, ...hazardProblems(way.hazards, loaded, context.cwd)]
  return { loaded, way, hazards: way.hazards, warnings }
}

function betweenRevisions(context: Context, range: string): Difference {
  const { loaded } = readSchema(context)
  const open: OpenHistory = openHistory(loaded.project, context.cwd)
  const { from = 'base', to = 'head' } = readRange(range)
  const way = stepsBetween(open, revisionNamed(open, from), revisionNamed(open, to))
  return { loaded, way, hazards: [], warnings: [] }
}
