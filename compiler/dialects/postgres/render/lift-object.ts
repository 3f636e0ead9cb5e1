import { sqlOf } from '../../../schema/constraint.ts'
import type { QName } from '../../../schema/name.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import { objectKey } from '../../../schema/objects/object-key.ts'
import { isTypeObject } from '../../../schema/objects/type-object.ts'
import type { Table } from '../../../schema/table.ts'
import { mentions } from '../../../sql/mentions.ts'
import { objectDefinition } from '../../../steps/objects/definitions.ts'
import { canMean } from '../../../steps/objects/names.ts'
import { usesOfSql } from '../../../steps/objects/uses-of-sql.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { columnKey } from './column.ts'
import { defaultSql } from './column-text.ts'
import { liftConstraint, liftIndex, triggerNote } from './lift.ts'
import { indexTexts, liftColumn, liftTexts } from './lift-column.ts'
import { liveTable, putLive } from './live.ts'
import { hasOperatorOf, setNamedAside } from './named-users.ts'
import { dropObject, liveObject, objectNote, objectsHolding } from './objects.ts'
import { emit, noteReason, type Rendering } from './rendering.ts'
import { triggersOf } from './triggers-of.ts'
import { setColumnsAside } from './type-columns.ts'

/** Takes an object out of the way, after all that uses it; the end of the segment brings it back, if it is to be there. */
export function liftObject(work: Rendering, object: DbObject, isLost: boolean): void {
  const key = objectKey(object)
  if (liveObject(work, key) === undefined) return
  liftUsersOfObject(work, object)
  const live = liveObject(work, key)
  if (live === undefined) return
  noteReason(work, objectNote(key))
  for (const { space, name } of objectDefinition(live).provides(live as never)) {
    if (space === 'relation') for (const [trigger] of triggersOf(work, name)) noteReason(work, triggerNote(trigger))
  }
  dropObject(work, live, isLost)
}

function liftUsersOfObject(work: Rendering, object: DbObject): void {
  const names = objectDefinition(object).provides(object as never)
  for (const other of objectsHolding(work, ...names)) {
    if (objectKey(other) !== objectKey(object)) liftObject(work, other, false)
  }
  const hasOperator = hasOperatorOf(object)
  const uses = (sql: string) =>
    hasOperator(sql) ||
    names.some(name => mentions(sql, name.name.name) && usesOfSql(sql).some(used => canMean(used, name)))
  liftTexts(work, uses)
  for (const { name } of [...work.live.tables.values()]) {
    const table = liveTable(work, name)
    if (table !== undefined) liftMembers(work, table, uses)
  }
  if (isTypeObject(object)) setColumnsAside(work, object)
  setNamedAside(work, object)
}

function liftMembers(work: Rendering, table: Table, uses: (sql: string) => boolean): void {
  for (const column of table.columns) {
    if (column.inherited !== undefined) continue
    const value = defaultSql(column)
    if (column.generated && uses(column.generated.sql.all!)) liftColumn(work, table.name, column.name)
    else if (column.generated === undefined && value !== undefined && uses(value))
      liftDefault(work, table.name, column.name)
  }
  for (const index of table.indexes) if (indexTexts(index).some(uses)) liftIndex(work, table.name, index)
  for (const one of table.constraints) {
    if (sqlOf(one).some(sql => uses(sql.all!))) liftConstraint(work, table.name, one)
  }
}

/** Takes a default away until the end of the segment. */
function liftDefault(work: Rendering, table: QName, name: string): void {
  const column = liveTable(work, table)!.columns.find(one => one.name === name)!
  const { default: _default, ...rest } = column
  noteReason(work, columnKey(table, name))
  emit(work, `alter table ${quoteQName(table)} alter column ${quoteIdentifier(name)} drop default`)
  putLive(work, table, 'columns', rest)
}
