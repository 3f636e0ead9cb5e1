import type { Constraint, PrimaryKey, Unique } from '../../../schema/constraint.ts'
import { nameText, type QName, sameName } from '../../../schema/name.ts'
import { columnOf, type Table } from '../../../schema/table.ts'
import { quoteQName } from '../quote.ts'
import { columnKey } from './column.ts'
import { columnDefinition } from './column-text.ts'
import { changeComment, commentTable, constraintObject } from './comment.ts'
import { addConstraint, addWaitingKeys } from './constraint.ts'
import { constraintDefinition } from './constraint-text.ts'
import { liveTable } from './live.ts'
import { noteReferences } from './references.ts'
import { emit, noteReason, type Rendering } from './rendering.ts'
import { addIndex } from './table-index.ts'
import { defaultWaits, isReferable, namesComingValue } from './waits.ts'

/** How a table is called in the notes of a rendering. */
export function tableKey(name: QName): string {
  return `table ${nameText(name)}`
}

/** Creates a table with all that it can have already; the rest comes when what it needs is there. */
export function createTable(work: Rendering, table: Table): void {
  const bare = withoutWaiting(work, table)
  const inline = bare.constraints.filter(constraint => comesInline(work, bare, constraint))
  const created: Table = { ...bare, constraints: inline, indexes: [] }
  emit(work, definition(created))
  work.live.tables.set(nameText(table.name), created)
  noteReferences(work, table.name, inline)
  commentTable(work, created)
  for (const constraint of inline) {
    changeComment(work, constraintObject(table.name, constraint), undefined, constraint.comment)
  }
  for (const index of table.indexes) addIndex(work, table.name, index)
  for (const constraint of table.constraints) {
    if (!inline.includes(constraint)) addConstraint(work, table.name, constraint)
  }
  addWaitingKeys(work, table.name)
}

function definition(table: Table): string {
  const members = [...table.columns.map(columnDefinition), ...table.constraints.map(constraintDefinition)]
  const head = `create ${table.unlogged ? 'unlogged ' : ''}table ${quoteQName(table.name)}`
  return members.length === 0 ? `${head} ()` : `${head} (\n${members.map(member => `  ${member}`).join(',\n')}\n)`
}

/** The table without the defaults and generated columns that name what an enum gets only later. */
function withoutWaiting(work: Rendering, table: Table): Table {
  const columns = table.columns
    .filter(column => {
      const waits = column.generated !== undefined && namesComingValue(work, column.generated.sql.all)
      if (waits) noteReason(work, columnKey(table.name, column.name))
      return !waits
    })
    .map(column => {
      if (!defaultWaits(work, column)) return column
      noteReason(work, columnKey(table.name, column.name))
      const { default: _default, ...rest } = column
      return rest
    })
  return { ...table, columns }
}

function comesInline(work: Rendering, table: Table, constraint: Constraint): boolean {
  if (constraint.kind === 'check') return !namesComingValue(work, constraint.sql.all)
  if (constraint.columns.some(name => columnOf(table, name) === undefined)) return false
  if (constraint.kind !== 'foreign') return !isTwin(table, constraint)
  const own = sameName(constraint.target, table.name)
  const target = own ? { ...table, indexes: [] } : liveTable(work, constraint.target)
  return isReferable(target, constraint)
}

/** Within `create table`, Postgres quietly makes one key of two on the same columns (transformIndexConstraints in its source). */
function isTwin(table: Table, key: PrimaryKey | Unique): boolean {
  const keys = table.constraints.filter(other => other.kind === 'primary' || other.kind === 'unique')
  const columns = key.columns.join()
  return keys.slice(0, keys.indexOf(key)).some(other => other.columns.join() === columns)
}
