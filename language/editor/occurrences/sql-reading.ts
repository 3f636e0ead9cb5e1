import { type QName, sameName } from '../../../compiler/schema/name.ts'
import { isStatement, type Reading, readExpression, readStatement } from '../../../compiler/sql/read-statement.ts'
import type { ColumnsOf } from '../../../compiler/sql/resolve.ts'
import { readBody } from '../../../compiler/sql/routine/body-names.ts'
import type { Scope } from '../../../compiler/sql/scope.ts'
import type { KnownNames } from './known-names.ts'
import type { SqlPiece } from './sql-piece.ts'
import { viewOutputs } from './view-outputs.ts'

/** What the rows of a mixin are called: no table can have that name. */
export const MIXIN_ROWS: QName = { name: '\0' }

/** The table whose rows an expression or a trigger is over, as the SQL of its database calls it. */
export function rowsOf({ subject, dialect }: Pick<SqlPiece, 'subject' | 'dialect'>): QName | undefined {
  if (subject.what === 'view') return undefined
  if (subject.what === 'trigger') return inSql(subject.table, dialect)
  if (subject.what === 'over') return subject.relation
  if (subject.what === 'body') return undefined
  const { owner, context } = subject
  return owner.$type === 'MixinDeclaration' ? MIXIN_ROWS : inSql(context.names.qualify(owner.name ?? ''), dialect)
}

/** Reads a piece of SQL as what it is. */
export function readPiece(piece: Pick<SqlPiece, 'text' | 'subject' | 'dialect'>): Reading {
  const rows = rowsOf(piece)
  const { what } = piece.subject
  if (what === 'body') return readBody(piece.text)
  return what === 'view' || what === 'trigger' || isStatement(piece.text)
    ? readStatement(piece.text, rows)
    : readExpression(piece.text, rows)
}

/**
 * The same with a mark in the place of each table and view of the project, whatever the SQL calls it: SQLite has no
 * schemas, a default schema need not be written, and Postgres folds names.
 */
export function readWithMarks(piece: Pick<SqlPiece, 'text' | 'subject' | 'dialect'>, names: KnownNames): Reading {
  const reading = readPiece(piece)
  const done = new Set<object>()
  const complete = (one: { readonly relation?: QName }) => {
    if (one.relation === undefined || done.has(one)) return
    done.add(one)
    const relation = names.relation(one.relation, piece.dialect)?.mark
    if (relation !== undefined) Object.assign(one, { relation })
  }
  const completeScope = (start: Scope) => {
    for (let scope: Scope | undefined = start; scope !== undefined && !done.has(scope); scope = scope.parent) {
      done.add(scope)
      for (const source of scope.sources) complete(source)
    }
  }
  completeScope(reading.root)
  for (const { source } of reading.relations) complete(source)
  for (const mention of reading.columns) {
    complete(mention)
    completeScope(mention.scope)
  }
  return reading
}

/** The columns of tables and views, by the names that a piece of SQL has for them. */
export function columnsIn({ dialect, subject }: Pick<SqlPiece, 'subject' | 'dialect'>, names: KnownNames): ColumnsOf {
  return used => {
    if (sameName(used, MIXIN_ROWS)) return undefined
    const found = names.ofMark(used) ?? names.relation(used, dialect)
    if (found === undefined) return undefined
    if (found.node.$type !== 'TableDeclaration') {
      return subject.what === 'view' && subject.key === found.key ? undefined : viewOutputs(found.key, dialect, names)
    }
    return [...names.columns(found.node, found.context).byName.keys()]
  }
}

/** SQLite has no schemas, and its own SQL is written without. */
export function inSql(name: QName, dialect: SqlPiece['dialect']): QName {
  return dialect === 'sqlite' ? { name: name.name } : name
}
