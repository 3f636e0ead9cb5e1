import type { Column } from '../../../schema/column.ts'
import type { QName } from '../../../schema/name.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import type { Table } from '../../../schema/table.ts'
import type { Index } from '../../../schema/table-index.ts'
import { readCode } from '../../../sql/code.ts'
import { signAt } from '../../../sql/object/names-in-object.ts'
import { readNameText } from '../../../sql/rename-object.ts'
import { meansRelation } from '../../../sql/same-relation.ts'
import { objectDefinition } from '../../../steps/objects/definitions.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { columnKey } from './column.ts'
import { collateClause, columnType } from './column-text.ts'
import { liftIndex } from './lift.ts'
import { liftForType } from './lift-column.ts'
import { draftTable, liveColumn, putLive } from './live.ts'
import { emit, noteReason, type Rendering } from './rendering.ts'

/** The names of what only an `object` makes. */
function namesOf(object: DbObject): readonly QName[] {
  if (object.kind !== 'object') return []
  return objectDefinition(object)
    .provides(object as never)
    .flatMap(({ space, name }) => (space === 'object' ? [name] : []))
}

/** Whether SQL has one of the operators that an object makes; strings and comments do not count. */
export function hasOperatorOf(object: DbObject): (sql: string) => boolean {
  const signs = new Set(namesOf(object).flatMap(({ name }) => (/^[^\w"\s]+$/.test(name) ? [name] : [])))
  if (signs.size === 0) return () => false
  return sql => {
    const code = readCode(sql)
    return code.tokens.some((token, at) => token.kind === 'operator' && signs.has(signAt(code, at)))
  }
}

function isNamed(text: string | undefined, names: readonly QName[]): boolean {
  const name = text === undefined ? undefined : readNameText(text)
  return name !== undefined && names.some(one => meansRelation(name, one))
}

/** Takes away the indexes with a collation or an operator class that goes, and takes the collation from columns. */
export function setNamedAside(work: Rendering, object: DbObject): void {
  const names = namesOf(object)
  if (names.length === 0) return
  for (const { name } of [...work.live.tables.values()]) setAsideIn(work, name, names)
}

function setAsideIn(work: Rendering, table: QName, names: readonly QName[]): void {
  const uses = ({ keys }: Index) => keys.some(key => isNamed(key.opclass, names) || isNamed(key.collate, names))
  const live = (): Table | undefined => [...work.live.tables.values()].find(one => one.name === table)
  const there = live()
  for (const index of there?.indexes.filter(uses) ?? []) liftIndex(work, table, index)
  for (const { name, collate } of there?.columns ?? []) {
    if (!isNamed(collate, names)) continue
    liftForType(work, table, name)
    const column = liveColumn(work, table, name)
    if (column === undefined) continue
    noteReason(work, columnKey(table, name))
    emit(work, `${typeChange(table, column)} collate "default"`)
    const { collate: _collate, ...rest } = column
    putLive(work, table, 'columns', rest)
  }
}

function typeChange(table: QName, column: Column): string {
  return `alter table ${quoteQName(table)} alter column ${quoteIdentifier(column.name)} type ${columnType(column)}`
}

/** Gives columns the collation again that was taken from them. */
export function bringNamed(work: Rendering, object: DbObject): void {
  const names = namesOf(object)
  if (names.length === 0) return
  for (const { name: table } of [...work.live.tables.values()]) {
    for (const wanted of draftTable(work, table)?.columns ?? []) {
      if (!isNamed(wanted.collate, names) || !work.reasons.has(columnKey(table, wanted.name))) continue
      const there = liveColumn(work, table, wanted.name)
      if (there === undefined || there.collate !== undefined) continue
      const column = { ...there, collate: wanted.collate! }
      emit(work, `${typeChange(table, column)}${collateClause(column)}`)
      putLive(work, table, 'columns', column)
    }
  }
}
