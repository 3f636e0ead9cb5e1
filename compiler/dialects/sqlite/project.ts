import { nameText } from '../../schema/name.ts'
import { objectKey } from '../../schema/objects/object-key.ts'
import type { Trigger, View } from '../../schema/objects.ts'
import { EMPTY_SCHEMA, type Schema, triggerKey } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { comparedParts } from './objects/definitions.ts'
import { isHere } from './project/is-here.ts'
import { projectTable } from './project/project-table.ts'
import { sqliteSql } from './sqlite-sql.ts'

/** What SQLite would hold of a schema: one name space, no enums, no comments, declared types and the checks they imply. */
export function project(schema: Schema): Schema {
  return {
    ...EMPTY_SCHEMA,
    tables: collect(schema.tables, table => projectTable(table, schema), keyOfTable),
    views: collect(schema.views, projectView, view => nameText(view.name)),
    triggers: collect(schema.triggers, projectTrigger, triggerKey),
    objects: new Map(
      [...schema.objects.values()].flatMap(object => comparedParts(object).map(part => [objectKey(part), part])),
    ),
  }
}

/** A view as SQLite holds it. */
export function projectView(view: View): View | undefined {
  const text = sqliteSql(view.sql)
  if (!isHere(view) || text === undefined) return undefined
  const { columnNames } = view
  return { name: { name: view.name.name }, ...(columnNames && { columnNames }), sql: { all: text } }
}

/** A trigger as SQLite holds it. */
export function projectTrigger(trigger: Trigger): Trigger | undefined {
  const text = sqliteSql(trigger.sql)
  if (!isHere(trigger) || text === undefined) return undefined
  return { name: trigger.name, table: { name: trigger.table.name }, sql: { all: text } }
}

function keyOfTable(table: Table): string {
  return nameText(table.name)
}

function collect<T>(
  objects: ReadonlyMap<string, T>,
  change: (object: T) => T | undefined,
  keyOf: (object: T) => string,
): ReadonlyMap<string, T> {
  const result = new Map<string, T>()
  for (const object of objects.values()) {
    const changed = change(object)
    if (changed !== undefined) result.set(keyOf(changed), changed)
  }
  return result
}
