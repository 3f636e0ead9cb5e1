import { type DialectName, mapDialects, type Sql } from '../../schema/dialect.ts'
import { type QName, sameName } from '../../schema/name.ts'
import { keyOfId, type ObjectId } from '../../schema/objects/object-key.ts'
import { type Draft, triggerKey } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import type { Type } from '../../schema/type.ts'
import { mentions } from '../../sql/mentions.ts'
import { renameRelation } from '../../sql/rename.ts'
import { objectDefinition } from '../objects/definitions.ts'
import { followType } from '../objects/follow-type.ts'
import { NO_EDITS } from '../objects/names.ts'
import { renameInDepends } from './depends.ts'
import { mapObjects } from './follow-objects.ts'
import { renameWhereNamed } from './named-objects.ts'
import { replaceKey } from './rename-relation.ts'
import { mapTableSql } from './table-sql.ts'

/** Renames an object, and in all SQL what means it. */
export function renameObjectEverywhere(draft: Draft, from: ObjectId, to: ObjectId): void {
  const key = keyOfId(from)
  const definition = objectDefinition(from)
  const { inSql, inType } = definition
  const isShared = sharesName(draft, from)
  const target = draft.objects.get(key)!
  const isRelation =
    target &&
    definition.provides(target as never).some(({ space, name }) => space === 'relation' && sameName(name, from.name))
  const isTable = isRelation && from.kind === 'object'
  const text = (sql: string, dialect: DialectName | 'all') =>
    inSql === undefined || isShared || (dialect === 'sqlite' && !isTable) || !mentions(sql, from.name.name)
      ? sql
      : isTable
        ? renameRelation(sql, from.name, to.name)
        : inSql(sql, from, to)
  const type = (one: string) => (inType === undefined || !mentions(one, from.name.name) ? one : inType(one, from, to))
  const relation = (name: QName) => (isRelation && sameName(name, from.name) ? to.name : name)
  const routine = (name: QName, types: readonly string[]) =>
    from.arguments !== undefined && sameName(name, from.name) && types.join() === from.arguments.join() ? to.name : name
  mapObjects(draft, object => {
    const next = objectDefinition(object).follow(object as never, { ...NO_EDITS, sql: text, type, relation, routine })
    return object === target ? definition.rename(next as never, to) : next
  })
  if (!isShared) renameInDepends(draft, from.name, to.name)
  if (from.kind === 'object' && !isTable) renameWhereNamed(draft, from.name, to.name)
  if (inSql === undefined && inType === undefined) return
  const edit = (sql: Sql) => mapDialects(sql, text)
  for (const [at, table] of draft.tables) draft.tables.set(at, renamedIn(table, text, type))
  for (const [at, view] of draft.views) draft.views.set(at, { ...view, sql: edit(view.sql) })
  for (const [at, trigger] of [...draft.triggers]) {
    const next = { ...trigger, table: isTable ? relation(trigger.table) : trigger.table, sql: edit(trigger.sql) }
    replaceKey(draft.triggers, at, triggerKey(next), next)
  }
}

/** Whether another object of the kind has its name, for other arguments: which one a call means, its text does not show. */
export function sharesName(draft: Pick<Draft, 'objects'>, id: ObjectId): boolean {
  const key = keyOfId(id)
  if (id.arguments === undefined) return false
  return [...draft.objects].some(
    ([other, object]) =>
      other !== key &&
      'arguments' in object &&
      object.name.name === id.name.name &&
      object.name.schema === id.name.schema,
  )
}

type Edit = (sql: string, dialect: DialectName | 'all') => string

function renamedIn(table: Table, text: Edit, type: (one: string) => string): Table {
  const known = mapTableSql(table, text)
  const typed = (one: Type): Type => {
    return followType(one, type)
  }
  const columns = known.columns.map(column => ({
    ...column,
    type: mapDialects(column.type, typed),
    ...(column.default?.kind === 'sql' && {
      default: { ...column.default, sql: mapDialects(column.default.sql, text) },
    }),
  }))
  return { ...known, columns }
}
