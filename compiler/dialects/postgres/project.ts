import type { Column } from '../../schema/column.ts'
import type { Extension } from '../../schema/objects.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import type { Type } from '../../schema/type.ts'
import type { Value } from '../../schema/value.ts'
import { own, ownTable, ownTrigger, ownView } from './own.ts'
import { plainIdentity, plainIndex } from './plain-form.ts'
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
    views: mapped(schema.views, ownView),
    triggers: mapped(schema.triggers, ownTrigger),
  }
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
  const { version: _version, ...rest } = kept
  return rest
}

function projectTable(table: Table): Table | undefined {
  const kept = ownTable(table)
  return kept && { ...kept, columns: kept.columns.map(projectColumn), indexes: kept.indexes.map(plainIndex) }
}

function projectColumn(column: Column): Column {
  const { default: _default, identity, ...rest } = column
  const type = canonicalType(column.type.all!)
  const value = column.default && projectValue(column.default, type)
  return {
    ...rest,
    type: { all: type },
    ...(value && { default: value }),
    ...(identity && { identity: plainIdentity(identity) }),
  }
}

function projectValue(value: Value, type: Type): Value | undefined {
  if (value.kind === 'call') return { kind: 'sql', sql: { all: callSql(value) } }
  return value.kind === 'sql' ? readDefault(value.sql.all!, type) : value
}
