import { type Constraint, columnsOf, type PrimaryKey, sqlOf, type Unique } from '../../../schema/constraint.ts'
import { noteChild, withParentColumns } from '../../../schema/inheritance.ts'
import { nameText, type QName, sameName } from '../../../schema/name.ts'
import { columnOf, type Table } from '../../../schema/table.ts'
import { sameColumn } from '../../../steps/same.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { columnKey } from './column.ts'
import { setColumnProperties } from './column-properties.ts'
import { columnDefinition, defaultSql } from './column-text.ts'
import { changeComment, commentTable, constraintObject } from './comment.ts'
import { addConstraint, addWaitingKeys } from './constraint.ts'
import { constraintDefinition } from './constraint-text.ts'
import { markIndex } from './index-properties.ts'
import { liveTarget } from './live.ts'
import { forValues, partitionClause } from './partition-text.ts'
import { noteReferences } from './references.ts'
import { emit, noteReason, type Rendering } from './rendering.ts'
import { changeRowSecurity } from './row-security.ts'
import { storageClauses } from './storage-text.ts'
import { addIndex } from './table-index.ts'
import { setReplicaIdentity } from './table-storage.ts'
import { defaultWaits, isReferable, namesComingValue } from './waits.ts'

/** How a table is called in the notes of a rendering. */
export function tableKey(name: QName): string {
  return `table ${nameText(name)}`
}

/** Creates a table with all that it can have already; the rest comes when what it needs is there. */
export function createTable(work: Rendering, declared: Table): void {
  noteChild(work.live.tables, declared)
  const table = withParentColumns(declared, work.live.tables, sameColumn)
  const bare = withoutWaiting(work, table)
  const inline = bare.constraints.filter(constraint => comesInline(work, bare, constraint))
  const created: Table = { ...bare, constraints: inline, indexes: [] }
  emit(work, definition(created))
  work.live.tables.set(nameText(table.name), created)
  noteReferences(work, table.name, inline)
  changeRowSecurity(work, table.name, {}, table)
  setReplicaIdentity(work, table.name, undefined, table.replicaIdentity)
  setColumnProperties(work, table.name, table.columns)
  commentTable(work, created)
  for (const constraint of inline) {
    changeComment(work, constraintObject(table.name, constraint), undefined, constraint.comment)
    markIndex(work, table.name, constraint)
  }
  for (const index of table.indexes) addIndex(work, table.name, index)
  for (const constraint of table.constraints) {
    if (!inline.includes(constraint)) addConstraint(work, table.name, constraint)
  }
  addWaitingKeys(work, table.name)
}

function definition(table: Table): string {
  const members = [...ownColumnLines(table), ...table.constraints.map(constraintDefinition)]
  const head = `create ${table.unlogged ? 'unlogged ' : ''}table ${quoteQName(table.name)}`
  const noBody = table.partitionOf === undefined ? ' ()' : ''
  const body = members.length === 0 ? noBody : ` (\n${members.map(member => `  ${member}`).join(',\n')}\n)`
  return `${head}${place(table)}${body}${parentClauses(table)}${storageClauses(table)}`
}

function place({ partitionOf }: Table): string {
  return partitionOf === undefined ? '' : ` partition of ${quoteQName(partitionOf.parent)}`
}

function parentClauses({ partitionOf, inherits, partitionBy }: Table): string {
  const parts = [
    ...(inherits === undefined ? [] : [`inherits (${inherits.map(quoteQName).join(', ')})`]),
    ...(partitionOf === undefined ? [] : [forValues(partitionOf)]),
    ...(partitionBy === undefined ? [] : [partitionClause(partitionBy)]),
  ]
  return parts.map(part => `\n${part}`).join('')
}

/** The columns of a table that it does not have of its parents, as they are defined. A partition says no types (CREATE TABLE). */
function ownColumnLines(table: Table): readonly string[] {
  return table.columns
    .filter(column => !column.inherited)
    .map(column => {
      if (table.partitionOf === undefined) return columnDefinition(column)
      const value = defaultSql(column)
      const said = [...(column.nullable ? [] : ['not null']), ...(value === undefined ? [] : [`default ${value}`])]
      return [quoteIdentifier(column.name), 'with options', ...said].join(' ')
    })
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
  // A table that is made with it takes it for valid at once (transformCheckConstraints in the source of Postgres).
  if ('notValid' in constraint && constraint.notValid) return false
  if (sqlOf(constraint).some(sql => namesComingValue(work, sql.all))) return false
  if (constraint.kind === 'check' || constraint.kind === 'exclude') return true
  if (columnsOf(constraint).some(name => columnOf(table, name) === undefined)) return false
  if (constraint.kind !== 'foreign') return !isTwin(table, constraint)
  const own = sameName(constraint.target, table.name)
  const target = own ? { ...table, indexes: [] } : liveTarget(work, constraint.target)
  return isReferable(target, constraint)
}

/** Within `create table`, Postgres quietly makes one key of two on the same columns (transformIndexConstraints in its source). */
function isTwin(table: Table, key: PrimaryKey | Unique): boolean {
  const keys = table.constraints.filter(other => other.kind === 'primary' || other.kind === 'unique')
  const columns = key.columns.join()
  return keys.slice(0, keys.indexOf(key)).some(other => other.columns.join() === columns)
}
