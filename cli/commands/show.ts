import type { Revision } from '../../compiler/revisions/revision.ts'
import { DIRECTIONS, sqlFileName } from '../../compiler/revisions/stored-revision.ts'
import { DIALECTS, type DialectName } from '../../compiler/schema/dialect.ts'
import type { Project } from '../../language/load/project.ts'
import type { LightRevision } from '../../language/read-revision-heads.ts'
import type { Command } from '../command.ts'
import { revisionJson } from '../output/revision-line.ts'
import { stepsJson, stepTexts } from '../output/step-json.ts'
import { DATABASE_OPTION } from '../project/chosen-database.ts'
import { chosenTargets, TARGET_OPTION } from '../project/chosen-targets.ts'
import { currentRevisions } from '../project/current-revisions.ts'
import { displayPath } from '../project/display-path.ts'
import { asksForCurrent, namedRevision } from '../project/named-revision.ts'
import { openGraph, wholeRevision } from '../project/open-graph.ts'
import { MIGRATIONS_OPTION } from '../project/open-project.ts'
import { LEDGER_OPTION } from '../project/run-options.ts'

/** `mig show REV`: one revision, its steps and its SQL as it lies in the folder. */
export const show: Command = {
  takes: '<rev>',
  options: [TARGET_OPTION, DATABASE_OPTION, LEDGER_OPTION, MIGRATIONS_OPTION],
  examples: [
    ['mig show head', 'the newest'],
    ['mig show head-1', 'the one before it; also a label, LABEL@head, current'],
    ['mig show b5fa --target sqlite', 'by the beginning of its id, SQL for one target'],
  ],
  run: async (context, [rev], options) => {
    const open = await openGraph(context, options)
    const { project, graph, revisions } = open
    const current = asksForCurrent(rev!) ? await currentRevisions(context, open, options) : undefined
    const light = revisions.get(namedRevision(graph, rev!, current))!
    const revision = await wholeRevision(light, context.cwd)
    const targets = chosenTargets(project ?? renderedTargets(light), options.target)
    const shown = { light, revision, targets }
    return { exit: 0, text: showText(shown, context.cwd), json: showJson(shown) }
  },
}

interface Shown {
  readonly light: LightRevision
  readonly revision: Revision
  readonly targets: readonly DialectName[]
}

/** The targets that a revision has SQL for, where no project block says what they are. */
function renderedTargets({ sql }: LightRevision): Pick<Project, 'targets'> {
  const isThere = (dialect: DialectName) => DIRECTIONS.some(direction => sql(dialect, direction) !== undefined)
  return { targets: DIALECTS.filter(isThere).map(dialect => ({ dialect })) }
}

function showText({ light, revision, targets }: Shown, cwd: string): string {
  const list = (word: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`${word.padEnd(9)}${items.join(', ')}`]
  const sql = targets.flatMap(dialect =>
    DIRECTIONS.map(direction => {
      const text = light.sql(dialect, direction)
      return `== ${sqlFileName(dialect, direction)}\n${text ?? 'not rendered yet; run mig compile\n'}`
    }),
  )
  return [
    `revision ${revision.id}`,
    `message  ${revision.message}`,
    ...list('after', revision.parents),
    ...list('needs', revision.needs),
    ...list('labels', revision.labels),
    `created  ${revision.created}`,
    `file     ${displayPath(cwd, light.file)}`,
    ...revision.allows.map(allow => `allows   ${allow.code} ${allow.object}: ${allow.reason}`),
    '',
    'steps',
    ...stepTexts(revision.steps),
    '',
    sql.join('\n'),
  ].join('\n')
}

function showJson({ light, revision, targets }: Shown): unknown {
  const sql = targets.map(dialect => [
    dialect,
    Object.fromEntries(DIRECTIONS.map(direction => [direction, light.sql(dialect, direction) ?? null])),
  ])
  return {
    ...revisionJson(revision),
    allows: revision.allows,
    steps: stepsJson(revision.steps),
    sql: Object.fromEntries(sql),
  }
}
