import { nameText } from '../../compiler/schema/name.ts'
import type { DbObject } from '../../compiler/schema/objects/db-object.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { primaryKeyOf } from '../../compiler/schema/table.ts'
import { writeObject } from './objects/write-object.ts'
import { documented, writeEnum, writeExtension, writeNamespace, writeTrigger, writeView } from './objects.ts'
import { type PrimaryKeyColumns, writeTable } from './table.ts'

/** The canonical text of a schema: its declarations, without a project block. Reading it gives the same schema. */
export function printSchema(schema: Schema): string {
  return printDeclarations(schema)
    .map(group => group.join(group.some(text => text.includes('\n')) ? '\n\n' : '\n'))
    .filter(text => text !== '')
    .map(text => `${text}\n`)
    .join('\n')
}

/** The declarations of a schema as texts, in groups: extensions, schemas, enums, tables, views, triggers, functions and the like. */
export function printDeclarations(schema: Schema): readonly (readonly string[])[] {
  const primaryKey: PrimaryKeyColumns = name => {
    const table = schema.tables.get(nameText(name))
    return table && primaryKeyOf(table)?.columns
  }
  const isInTable = (object: DbObject) => object.kind === 'policy' && schema.tables.has(nameText(object.table))
  const policies = Map.groupBy(
    [...schema.objects.values()].filter(object => object.kind === 'policy'),
    ({ table }) => nameText(table),
  )
  return [
    [...schema.extensions.values()].map(one => documented(one, writeExtension(one))),
    [...schema.schemas.values()].map(object => documented(object, writeNamespace(object))),
    [...schema.enums.values()].map(object => documented(object, writeEnum(object))),
    [...schema.tables.entries()].map(([key, table]) => writeTable(table, primaryKey, policies.get(key))),
    [...schema.views.values()].map(object => documented(object, writeView(object))),
    [...schema.triggers.values()].map(object => documented(object, writeTrigger(object))),
    [...schema.objects.values()]
      .filter(object => !isInTable(object))
      .map(object => documented(object, writeObject(object))),
  ]
}
