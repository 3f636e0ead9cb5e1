import type { Column } from '../../schema/column.ts'
import type { DbObject } from '../../schema/objects/db-object.ts'
import { objectKey } from '../../schema/objects/object-key.ts'
import type { Extension, View } from '../../schema/objects.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import type { Type } from '../../schema/type.ts'
import { typeText } from '../../schema/type-text.ts'
import type { Value } from '../../schema/value.ts'
import { postgresObject } from './objects/definitions.ts'
import { ownObject, withoutDepends } from './objects/own-object.ts'
import { own, ownTable, ownTrigger, ownView } from './own.ts'
import { plainConstraint, plainIdentity, plainIndex, withoutUsualTablespace } from './plain-form.ts'
import { readDefault } from './read-default.ts'
import { canonicalType } from './types/canonical-type.ts'
import { callSql } from './value.ts'

/** What Postgres would hold of a schema, types spelled and literal defaults read as the catalog shows them. */
export function project(schema: Schema): Schema {
  return {
    schemas: mapped(schema.schemas, own),
    extensions: mapped(schema.extensions, projectExtension),
    enums: mapped(schema.enums, own),
    tables: mapped(schema.tables, projectTable),
    views: mapped(schema.views, projectView),
    triggers: mapped(schema.triggers, ownTrigger),
    objects: inParts(mapped(schema.objects, object => projectObject(object, schema))),
  }
}

/** Objects that stand for several things as these things. */
function inParts(objects: ReadonlyMap<string, DbObject>): ReadonlyMap<string, DbObject> {
  if (![...objects.values()].some(object => postgresObject(object).parts)) return objects
  return new Map(
    [...objects].flatMap(([key, object]): readonly (readonly [string, DbObject])[] => {
      const parts = postgresObject(object).parts?.(object as never)
      return parts === undefined ? [[key, object]] : parts.map(part => [objectKey(part), part])
    }),
  )
}

function mapped<T>(map: ReadonlyMap<string, T>, change: (value: T) => T | undefined): Map<string, T> {
  const result = new Map<string, T>()
  for (const [key, value] of map) {
    const next = change(value)
    if (next !== undefined) result.set(key, next)
  }
  return result
}

/** The version of an extension is the server's affair: it names where to start, not what to hold on to. */
function projectExtension(extension: Extension): Extension | undefined {
  const kept = own(extension)
  if (kept === undefined) return undefined
  const { version: _version, dependsOn: _dependsOn, schema, ...rest } = kept
  return schema === undefined || schema === 'public' ? rest : { ...rest, schema }
}

function projectView(view: View): View | undefined {
  const kept = ownView(view)
  if (kept?.columns === undefined) return kept
  const columns = kept.columns.map(({ default: value, ...column }) => {
    const read = value && projectValue(value, { kind: 'raw', sql: 'text' })
    return { ...column, ...(read && { default: read }) }
  })
  return { ...kept, columns }
}

function projectObject(object: DbObject, schema: Schema): DbObject | undefined {
  const kept = ownObject(object)
  return kept && postgresObject(kept).project(withoutDepends(kept) as never, schema)
}

function projectTable(table: Table): Table | undefined {
  const kept = ownTable(table)
  return (
    kept && {
      ...withoutUsualTablespace(kept),
      columns: kept.columns.map(projectColumn),
      constraints: kept.constraints.map(plainConstraint),
      indexes: kept.indexes.map(plainIndex),
    }
  )
}

function projectColumn(column: Column): Column {
  const { default: _default, identity, ...rest } = column
  const type = canonicalType(column.type.all!)
  const value = column.default && projectValue(column.default, type)
  return {
    ...rest,
    type: { all: type },
    ...(value && { default: value }),
    ...(identity && { identity: plainIdentity(identity, countsIn(type)) }),
  }
}

/** The type of an identity's sequence, which is the column's. */
function countsIn(type: Type): 'smallint' | 'int' | undefined {
  const text = typeText(type)
  return text === 'smallint' ? text : text === 'integer' || text === 'int' ? 'int' : undefined
}

function projectValue(value: Value, type: Type): Value | undefined {
  if (value.kind === 'call') return { kind: 'sql', sql: { all: callSql(value) } }
  return value.kind === 'sql' ? readDefault(value.sql.all!, type) : value
}
