import { nameText } from '../../schema/name.ts'
import { type DbObject, OBJECT_KINDS } from '../../schema/objects/db-object.ts'
import { objectKey } from '../../schema/objects/object-key.ts'
import type { Trigger, View } from '../../schema/objects.ts'
import { EMPTY_SCHEMA, type Schema, triggerKey } from '../../schema/schema.ts'
import { foldName } from '../../sql/name-text.ts'
import { readCreateIndex } from '../../sql/sqlite-ddl/read-create-index.ts'
import type { Query } from '../dialect.ts'
import { inspectIndex } from './inspect/inspect-index.ts'
import { inspectTable } from './inspect/inspect-table.ts'
import { inspectTrigger } from './inspect/inspect-trigger.ts'
import { inspectView } from './inspect/inspect-view.ts'
import { readCatalog, type StoredObject } from './inspect/read-catalog.ts'
import { sqliteObjects } from './objects/definitions.ts'

/** The live schema, read from the statements that SQLite keeps (schematab.html): the pragmas show no checks and no names. */
export async function inspect(query: Query): Promise<Schema> {
  const catalog = await readCatalog(query)
  const read = catalog.tables.map(({ definition }) => definition)
  const known = new Map(read.map(table => [foldName(table.name), table]))
  const indexes = byTable(catalog.indexes)
  const tables = read.map(definition => {
    const table = inspectTable(definition, known)
    const own = (indexes.get(foldName(definition.name)) ?? []).map(({ sql }) => readCreateIndex(sql))
    return { ...table, indexes: own.filter(index => index !== undefined).map(index => inspectIndex(index, table)) }
  })
  const views = catalog.views.map(({ sql }) => inspectView(sql)).filter((view): view is View => view !== undefined)
  const names = new Map([...tables, ...views].map(({ name }) => [foldName(name.name), name.name]))
  const triggers = catalog.triggers
    .map(({ sql }) => inspectTrigger(sql, names))
    .filter((trigger): trigger is Trigger => trigger !== undefined)
  return {
    ...EMPTY_SCHEMA,
    tables: new Map(tables.map(table => [nameText(table.name), table])),
    views: new Map(views.map(view => [nameText(view.name), view])),
    triggers: new Map(triggers.map(trigger => [triggerKey(trigger), trigger])),
    objects: new Map((await inspectObjects(query)).map(object => [objectKey(object), object])),
  }
}

async function inspectObjects(query: Query): Promise<readonly DbObject[]> {
  const found: DbObject[] = []
  for (const kind of OBJECT_KINDS) found.push(...(await sqliteObjects[kind].inspect(query)))
  return found
}

function byTable(objects: readonly StoredObject[]): ReadonlyMap<string, readonly StoredObject[]> {
  const result = new Map<string, StoredObject[]>()
  for (const object of objects) {
    const key = foldName(object.table)
    const list = result.get(key)
    if (list === undefined) result.set(key, [object])
    else list.push(object)
  }
  return result
}
