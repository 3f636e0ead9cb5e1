import type { DialectName } from '../schema/dialect.ts'
import type { Problem } from './problem.ts'
import type { Revision } from './revision.ts'
import { readSqlFile, readSqlHead, sumOfBody } from './sql-file.ts'
import type { Direction } from './stored-revision.ts'

/** A SQL file as it lies in the folder of a revision. */
export interface StoredSql {
  readonly revision: Revision
  readonly text: string
  readonly file: string
  readonly dialect: DialectName
  readonly direction: Direction
}

/** What is wrong with a SQL file. */
export interface SqlProblem extends Problem {
  /** Whether the file is as it was rendered, so that rendering it anew overwrites nothing that a person wrote. */
  readonly derived: boolean
}

/** Looks one SQL file over; without `render`, for steps that do not fold, only what it says of itself counts. */
export function checkSql(sql: StoredSql, renderer: string, render?: () => string): SqlProblem | undefined {
  const { revision, dialect, direction, text } = sql
  const read = readSqlFile(text)
  if (!read.sumHolds) return edited(sql)
  if (read.id !== revision.id || read.dialect !== dialect || read.direction !== direction) return foreign(sql)
  if (read.parents.join() !== revision.parents.join()) return moved(sql)
  if (render === undefined || read.renderer !== renderer) return undefined
  return sumOfBody(render()) === read.sum ? undefined : stale(sql)
}

/** Whether a file says that it was rendered from this `revision.mig`, by its sum, which spares the rendering. */
export function isRenderedFrom(
  text: string,
  { revision, dialect, direction }: Omit<StoredSql, 'text' | 'file'>,
  source: string,
): boolean {
  const read = readSqlHead(text)
  const own = read.id === revision.id && read.parents.join() === revision.parents.join()
  return own && read.dialect === dialect && read.direction === direction && read.source === source
}

function edited({ revision, file }: StoredSql): SqlProblem {
  const message = `This SQL of revision ${revision.id} was changed by hand: it is not what its SHA-256 was made of.`
  const remedy =
    'Restore it from version control, or remove the file and run `mig compile`. SQL of your own belongs into a `sql` step of revision.mig.'
  return { code: 'MIG341', severity: 'error', message, remedy, file, line: 1, derived: false }
}

function stale({ revision, file }: StoredSql): SqlProblem {
  const message = `This SQL is not what the steps of revision ${revision.id} give: they, or steps before them, have changed.`
  const remedy =
    'Restore revision.mig from version control if it is applied anywhere; else run `mig compile`, which renders it anew.'
  return { code: 'MIG342', severity: 'error', message, remedy, file, line: 1, derived: true }
}

function foreign({ revision, file }: StoredSql): SqlProblem {
  const message = `This SQL is not that of revision ${revision.id}, in whose folder it lies, or not under its right name.`
  const remedy = 'Remove it and run `mig compile`.'
  return { code: 'MIG343', severity: 'error', message, remedy, file, line: 1, derived: false }
}

function moved({ revision, file }: StoredSql): SqlProblem {
  const message = `This SQL was rendered when revision ${revision.id} stood on other revisions.`
  const remedy =
    'Restore revision.mig from version control if it is applied anywhere; else run `mig compile`, which renders it anew.'
  return { code: 'MIG343', severity: 'error', message, remedy, file, line: 1, derived: true }
}
