import { dialects } from '../../compiler/dialects/dialects.ts'
import type { RevisionFiles } from '../../compiler/revisions/folder.ts'
import { sha256 } from '../../compiler/revisions/identity.ts'
import { irreversibleSteps } from '../../compiler/revisions/irreversible.ts'
import type { Revision } from '../../compiler/revisions/revision.ts'
import { type PrintedStatement, printSqlFile } from '../../compiler/revisions/sql-file.ts'
import { DIRECTIONS, type Direction, sqlFileName } from '../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { invertSteps } from '../../compiler/steps/invert.ts'
import type { Step } from '../../compiler/steps/step.ts'

/** The version of the SQL that steps are rendered to; `mig check` compares only SQL of its own version. */
export const RENDERER = '1'

/** The schemas on both sides of some steps. */
export interface Sides {
  readonly before: Schema
  readonly after: Schema
}

/** The whole text of one SQL file of a revision; `source` is the sum of its `revision.mig`, left out where that is not known. */
export function revisionSql(
  revision: Revision,
  sides: Sides,
  dialect: DialectName,
  direction: Direction,
  source?: string,
): string {
  const { id, parents, message, steps } = revision
  const head = { id, parents, message, dialect, direction, renderer: RENDERER, ...(source && { source }) }
  if (direction === 'up') return printSqlFile(head, dialects[dialect].render(steps, sides.before))
  const [refused] = irreversibleSteps(steps)
  if (refused !== undefined) return printSqlFile({ ...head, refused: `${refused.name}: ${refused.reason}` }, [])
  return printSqlFile(head, dialects[dialect].render(invertSteps(steps), sides.after))
}

/** The SQL files of a revision for all targets; `text` is that of its `revision.mig`. */
export function revisionSqlFiles(
  revision: Revision,
  sides: Sides,
  targets: readonly DialectName[],
  text?: string,
): RevisionFiles {
  const source = text === undefined ? undefined : sourceSum(text)
  const names = targets.flatMap(dialect => DIRECTIONS.map(direction => [dialect, direction] as const))
  return Object.fromEntries(
    names.map(([dialect, direction]) => [
      sqlFileName(dialect, direction),
      revisionSql(revision, sides, dialect, direction, source),
    ]),
  )
}

/** The sum of the text of a `revision.mig`, whatever its line ends. */
export function sourceSum(text: string): string {
  return sha256(text.replaceAll('\r\n', '\n'))
}

/** The statements of some steps and of their way back, as text. */
export function statementsText(
  { steps, before, after }: Sides & { readonly steps: readonly Step[] },
  dialect: DialectName,
): Readonly<Record<Direction, string>> {
  const pending: Revision = {
    id: 'pending',
    parents: [],
    message: '',
    created: '',
    steps,
    needs: [],
    labels: [],
    allows: [],
  }
  const body = (direction: Direction) => bodyOf(revisionSql(pending, { before, after }, dialect, direction))
  return { up: body('up'), down: body('down') }
}

/** Some statements as a SQL file has them, without what stands at its top. */
export function sqlBody(statements: readonly PrintedStatement[], dialect: DialectName, direction: Direction): string {
  const head = { id: 'pending', parents: [], message: '', dialect, direction, renderer: RENDERER }
  return bodyOf(printSqlFile(head, statements))
}

function bodyOf(file: string): string {
  return file.slice(file.indexOf('\n\n') + 2)
}
