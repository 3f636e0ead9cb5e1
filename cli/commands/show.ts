import { unknownRevision } from '../../compiler/revisions/failures.ts'
import { resolveOne } from '../../compiler/revisions/resolve.ts'
import { DIRECTIONS, type StoredRevision, sqlFileName } from '../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Command } from '../command.ts'
import { revisionJson } from '../output/revision-line.ts'
import { stepJson, stepLine } from '../output/step-json.ts'
import { chosenTargets, TARGET_OPTION } from '../project/chosen-targets.ts'
import { displayPath } from '../project/display-path.ts'
import { openHistory } from '../project/open-history.ts'
import { readSchema } from '../project/open-schema.ts'

/** `mig show REV`: one revision, its steps and its SQL as it lies in the folder. */
export const show: Command = {
  takes: '<rev>',
  options: [TARGET_OPTION],
  examples: [
    ['mig show head', 'the newest'],
    ['mig show b5fa --target sqlite', 'by the beginning of its id, SQL for one target'],
  ],
  run: (context, [rev], { target }) => {
    const { project } = readSchema(context).loaded
    const { graph, revisions } = openHistory(project, context.cwd)
    const id = resolveOne(graph, rev!)
    if (id === undefined) throw unknownRevision(rev!, 'base is where there is no revision yet; name one that is there.')
    const stored = revisions.get(id)!
    const targets = chosenTargets(project, target)
    return { exit: 0, text: showText(stored, targets, context.cwd), json: showJson(stored, targets) }
  },
}

function showText(stored: StoredRevision, targets: readonly DialectName[], cwd: string): string {
  const { revision } = stored
  const list = (word: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`${word.padEnd(9)}${items.join(', ')}`]
  const sql = targets.flatMap(dialect =>
    DIRECTIONS.map(direction => {
      const text = stored.sql(dialect, direction)
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
    `file     ${displayPath(cwd, stored.file)}`,
    ...revision.allows.map(allow => `allows   ${allow.code} ${allow.object}: ${allow.reason}`),
    '',
    'steps',
    ...revision.steps.map(stepLine),
    '',
    sql.join('\n'),
  ].join('\n')
}

function showJson(stored: StoredRevision, targets: readonly DialectName[]): unknown {
  const sql = targets.map(dialect => [
    dialect,
    Object.fromEntries(DIRECTIONS.map(direction => [direction, stored.sql(dialect, direction) ?? null])),
  ])
  const { revision } = stored
  return {
    ...revisionJson(revision),
    allows: revision.allows,
    steps: revision.steps.map(stepJson),
    sql: Object.fromEntries(sql),
  }
}
