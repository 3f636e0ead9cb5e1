import { nameText, quoteName } from './name.ts'
import type { DbObject } from './objects/db-object.ts'
import type { Enum, Extension, Namespace, Trigger, View } from './objects.ts'
import type { Table } from './table.ts'

/** What a database must look like: plain readonly data, every key and index named. Keys are `nameText` of the object. */
export interface Schema {
  readonly schemas: ReadonlyMap<string, Namespace>
  readonly extensions: ReadonlyMap<string, Extension>
  readonly enums: ReadonlyMap<string, Enum>
  readonly tables: ReadonlyMap<string, Table>
  readonly views: ReadonlyMap<string, View>
  readonly triggers: ReadonlyMap<string, Trigger>
  /** Functions, sequences and whatever else a database holds, by `objectKey`. */
  readonly objects: ReadonlyMap<string, DbObject>
}

export const EMPTY_SCHEMA: Schema = {
  schemas: new Map(),
  extensions: new Map(),
  enums: new Map(),
  tables: new Map(),
  views: new Map(),
  triggers: new Map(),
  objects: new Map(),
}

/** A schema under construction: steps write into it, `Schema` is how everybody else sees it. */
export interface Draft {
  readonly schemas: Map<string, Namespace>
  readonly extensions: Map<string, Extension>
  readonly enums: Map<string, Enum>
  readonly tables: Map<string, Table>
  readonly views: Map<string, View>
  readonly triggers: Map<string, Trigger>
  readonly objects: Map<string, DbObject>
}

/** A draft that starts as a copy of `schema`; the objects themselves are shared, they are never written to. */
export function draftOf(schema: Schema): Draft {
  return {
    schemas: new Map(schema.schemas),
    extensions: new Map(schema.extensions),
    enums: new Map(schema.enums),
    tables: new Map(schema.tables),
    views: new Map(schema.views),
    triggers: new Map(schema.triggers),
    objects: new Map(schema.objects),
  }
}

/** The key of a trigger: its table, then its name, since Postgres names triggers per table. */
export function triggerKey(trigger: Pick<Trigger, 'name' | 'table'>): string {
  return `${nameText(trigger.table)}.${quoteName(trigger.name)}`
}
