import { BUILTIN_TYPES } from '../../compiler/schema/builtin-types.ts'
import type { Sql } from '../../compiler/schema/dialect.ts'
import { nameText, type QName } from '../../compiler/schema/name.ts'
import type { DbObject } from '../../compiler/schema/objects/db-object.ts'
import { idOf, labelOf, objectKey } from '../../compiler/schema/objects/object-key.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { Value } from '../../compiler/schema/value.ts'
import { type NamesInSchema, qualifyNames } from '../../compiler/sql/qualify.ts'
import { mapTableSql } from '../../compiler/steps/follow/table-sql.ts'
import { objectDefinition } from '../../compiler/steps/objects/definitions.ts'
import { NO_EDITS } from '../../compiler/steps/objects/names.ts'
import type { Context } from './context.ts'

/**
 * Puts the default schema before the names that SQL in backticks has of the project's tables, views and enums: Postgres
 * would look for them in the search path of whoever runs the revision. SQL that is only SQLite's stays as it is.
 */
export function qualifySql(
  schema: Schema,
  { hints, sources }: Pick<Context, 'hints' | 'sources'>,
  defaultSchema: string,
): Schema {
  const sql = qualifier(schema, defaultSchema)
  const value = (one: Value): Value => (one.kind === 'sql' ? { ...one, sql: sql(one.sql) } : one)
  for (const [at, hint] of hints.fills.entries()) hints.fills[at] = { ...hint, value: value(hint.value) }
  for (const [at, hint] of hints.converts.entries()) {
    const revert = hint.revert === undefined ? {} : { revert: sql(hint.revert) }
    hints.converts[at] = { ...hint, convert: sql(hint.convert), ...revert }
  }
  const table = (one: Table): Table => {
    const known = mapTableSql(one, (text, dialect) => (dialect === 'sqlite' ? text : sql({ all: text }).all!))
    const columns = known.columns.map(column =>
      column.default?.kind === 'sql' ? { ...column, default: value(column.default) } : column,
    )
    return { ...known, columns }
  }
  return {
    ...schema,
    tables: mapped(schema.tables, table),
    views: mapped(schema.views, view => ({ ...view, sql: sql(view.sql) })),
    triggers: mapped(schema.triggers, trigger => ({ ...trigger, sql: sql(trigger.sql, trigger.table) })),
    objects: qualifyObjects(schema, { hints, sources }, sql),
  }
}

/** The types in the head of a function are part of its key, so what speaks of it by its key follows. */
function qualifyObjects(
  { objects }: Schema,
  { hints, sources }: Pick<Context, 'hints' | 'sources'>,
  qualify: (sql: Sql) => Sql,
): ReadonlyMap<string, DbObject> {
  const sql = (text: string, dialect: string) => (dialect === 'sqlite' ? text : qualify({ all: text }).all!)
  const type = (text: string) => qualify({ all: `null::${text}` }).all!.slice('null::'.length)
  const result = new Map<string, DbObject>()
  for (const [key, object] of objects) {
    const next = objectDefinition(object).follow(object as never, { ...NO_EDITS, sql, type })
    const now = objectKey(next)
    result.set(now, next)
    if (now === key) continue
    sources.rename(key, now)
    const [old, label] = [labelOf(idOf(object)), labelOf(idOf(next))]
    for (const [at, hint] of hints.renames.entries()) {
      if (hint.kind !== object.kind || hint.to !== old) continue
      hints.renames[at] = {
        ...hint,
        from: hint.from.replace(/\(.*$/s, '') + label.slice(label.indexOf('(')),
        to: label,
      }
    }
  }
  return result
}

function qualifier(schema: Schema, defaultSchema: string): (sql: Sql, table?: QName) => Sql {
  const key = (name: string) => nameText({ schema: defaultSchema, name })
  const family = new Set(
    [...schema.objects.values()].flatMap(object =>
      objectDefinition(object)
        .provides(object as never)
        .map(({ space, name }) => `${space} ${nameText(name)}`),
    ),
  )
  const relation = (name: string) =>
    schema.tables.has(key(name)) || schema.views.has(key(name)) || family.has(`relation ${key(name)}`)
  const type = (name: string) =>
    !BUILTIN_TYPES.has(name) && (schema.enums.has(key(name)) || relation(name) || family.has(`type ${key(name)}`))
  const routine = (name: string) => family.has(`routine ${key(name)}`)
  const has: NamesInSchema = { relation, type, routine }
  const qualify = (text: string, table?: QName) => qualifyNames(text, defaultSchema, has, table)
  return (sql, table) => ({
    ...sql,
    ...(sql.all !== undefined && { all: qualify(sql.all, table) }),
    ...(sql.postgres !== undefined && { postgres: qualify(sql.postgres, table) }),
  })
}

function mapped<T>(objects: ReadonlyMap<string, T>, change: (object: T) => T): ReadonlyMap<string, T> {
  return new Map([...objects].map(([key, object]) => [key, change(object)]))
}
