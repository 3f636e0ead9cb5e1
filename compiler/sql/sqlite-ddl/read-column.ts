import { foldName } from '../name-text.ts'
import type { ColumnDefault, TableColumn } from './create-table.ts'
import type { Cursor } from './cursor.ts'
import { readConflict, readReference, startsDeferrable, takeDeferrable } from './read-reference.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

const AFTER_TYPE = new Set([
  'constraint',
  'primary',
  'not',
  'null',
  'unique',
  'check',
  'default',
  'collate',
  'references',
  'as',
])

/** Reads a column with its constraints, up to the comma or the bracket after it. */
export function readColumn(cursor: Cursor): TableColumn | undefined {
  const name = cursor.takeName()
  if (name === undefined) return undefined
  const column: Writable<TableColumn> = { name, type: readType(cursor) }
  let constraint: string | undefined
  while (cursor.token !== undefined && !cursor.seesSign(',')) {
    if (cursor.take('constraint')) constraint = cursor.takeName()
    else {
      const before = cursor.at
      readColumnConstraint(cursor, column, constraint)
      if (cursor.at === before) cursor.pass()
      constraint = undefined
    }
  }
  return column
}

/** The declared type: words up to the first constraint, and a length in brackets. */
function readType(cursor: Cursor): string {
  const from = cursor.at
  for (let token = cursor.token; token !== undefined; token = cursor.token) {
    if (token.kind === 'name' && (AFTER_TYPE.has(token.value) || cursor.sees('generated', 'always'))) break
    if (token.kind === 'name' && startsDeferrable(cursor)) break
    if (cursor.takeName() === undefined) break
  }
  if (cursor.at > from) cursor.takeGroup()
  return cursor.textFrom(from)
}

function readColumnConstraint(cursor: Cursor, column: Writable<TableColumn>, constraint: string | undefined): void {
  const name = constraint === undefined ? {} : { name: constraint }
  if (cursor.take('primary', 'key')) {
    const desc = cursor.take('desc')
    if (!desc) cursor.take('asc')
    const conflict = readConflict(cursor)
    column.primaryKey = { ...name, desc, ...conflict, autoincrement: cursor.take('autoincrement') }
  } else if (cursor.take('not', 'null')) column.notNull = { ...name, ...readConflict(cursor) }
  else if (cursor.take('null')) readConflict(cursor)
  else if (cursor.take('unique')) column.unique = [...(column.unique ?? []), { ...name, ...readConflict(cursor) }]
  else if (cursor.take('check')) {
    const sql = cursor.takeGroup()?.rest ?? ''
    column.checks = [...(column.checks ?? []), { ...name, sql, ...readConflict(cursor) }]
  } else if (cursor.take('default')) column.default = readDefault(cursor)
  else if (cursor.take('collate')) column.collate = cursor.takeName() ?? ''
  else if (cursor.take('references')) {
    column.references = [...(column.references ?? []), { ...name, ...readReference(cursor) }]
  } else if (startsDeferrable(cursor)) {
    const deferrable = takeDeferrable(cursor)
    const last = column.references?.at(-1)
    if (last !== undefined) column.references = [...column.references!.slice(0, -1), { ...last, deferrable }]
  } else readGenerated(cursor, column)
}

function readGenerated(cursor: Cursor, column: Writable<TableColumn>): void {
  cursor.take('generated', 'always')
  if (!cursor.take('as')) return
  const sql = cursor.takeGroup()?.rest ?? ''
  const stored = cursor.take('stored')
  if (!stored) cursor.take('virtual')
  column.generated = { sql, stored }
}

const LITERAL_WORDS = new Set(['null', 'true', 'false'])

/** A literal, a number with its sign, a word, or an expression in brackets. */
function readDefault(cursor: Cursor): ColumnDefault {
  const group = cursor.takeGroup()
  if (group !== undefined) return { kind: 'expression', text: group.rest }
  const from = cursor.at
  if (!cursor.takeSign('+')) cursor.takeSign('-')
  const token = cursor.token
  if (token !== undefined && !cursor.seesSign(',')) cursor.at++
  const word = token?.kind === 'name' ? foldName(token.text) : ''
  const isExpression = word !== '' && !LITERAL_WORDS.has(word)
  return { kind: isExpression ? 'expression' : 'literal', text: cursor.textFrom(from) }
}
