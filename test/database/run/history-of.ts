import { loadGraph } from '../../../compiler/revisions/graph.ts'
import { type PrintedStatement, printSqlFile } from '../../../compiler/revisions/sql-file.ts'
import type { Direction } from '../../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { Runnables } from '../../../database/run/runnable.ts'

/** A revision of a test: its SQL in both directions; parents default to the revision before it in the list. */
export interface TestRevision {
  readonly id: string
  readonly parents?: readonly string[]
  readonly needs?: readonly string[]
  readonly labels?: readonly string[]
  readonly message?: string
  readonly up: readonly (string | PrintedStatement)[]
  readonly down?: readonly (string | PrintedStatement)[]
  /** A change made to the text of the file that runs up, after it was printed. */
  readonly edit?: (text: string) => string
}

/** A statement outside the transaction. */
export function alone(sql: string): PrintedStatement {
  return { sql, about: '', transaction: false }
}

/** A statement that loses data. */
export function lossy(sql: string, why: string): PrintedStatement {
  return { sql, about: '', transaction: true, lossy: why }
}

/** The revisions as a migrations folder would hold them. */
export function historyOf(dialect: DialectName, revisions: readonly TestRevision[]): Runnables {
  const heads = revisions.map(({ id, parents, needs, labels, message }, at) => ({
    id,
    message: message ?? `make ${id}`,
    parents: parents ?? (at === 0 ? [] : [revisions[at - 1]!.id]),
    needs: needs ?? [],
    labels: labels ?? [],
  }))
  const runnables = revisions.map(({ id, up, down = [], edit }, at) => {
    const head = heads[at]!
    const printed = (direction: Direction) => {
      const whole = (direction === 'up' ? up : down).map(sql =>
        typeof sql === 'string' ? { sql, about: '', transaction: true } : sql,
      )
      const text = printSqlFile({ ...head, dialect, direction, renderer: '1' }, whole)
      return direction === 'up' && edit ? edit(text) : text
    }
    const sql = (asked: DialectName, direction: Direction) => (asked === dialect ? printed(direction) : undefined)
    return [id, { head, file: `migrations/${id}/revision.mig`, sql }] as const
  })
  return { graph: loadGraph(heads), revisions: new Map(runnables) }
}
