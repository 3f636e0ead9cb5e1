import type { QName } from '../schema/name.ts'
import { foldName } from '../sql/name-text.ts'

/** Where a thing has its name. Tables, views and sequences are relations; `signature` tells overloads of a routine apart. */
export type Space =
  | 'schema'
  | 'extension'
  | 'relation'
  | 'type'
  | 'column'
  | 'key'
  | 'routine'
  | 'signature'
  | 'trigger'
  | 'object'

/** What a step makes, removes or changes. */
export interface Thing {
  readonly space: Space
  readonly key: string
  /** The last part of its name, by which texts can speak of it. */
  readonly word: string
  /** The relation that it belongs to, which others need when it is not made or removed by itself. */
  readonly of?: string
  /** The name of a type to the letter: Postgres alone has types, and tells "Level" from level. */
  readonly exact?: string
  /** For a routine: how many arguments a call can have. */
  readonly takes?: readonly [least: number, most: number]
}

/** What a step needs to be there. */
export interface Need {
  /** `columns`: all of a relation; `any`: whatever has that name. */
  readonly space: Space | 'columns' | 'any'
  readonly key: string
  readonly of?: string
  /** For a type: its name to the letter. */
  readonly exact?: string
  /** For a routine: how many arguments it is called with. */
  readonly given?: number
  /** True where it may be missing, or where the text may mean something else. */
  readonly weak?: true
  /** True in the body of a function that is a text: it can be made without being looked into. */
  readonly body?: true
}

const DEFAULT_SCHEMAS = new Set(['public', 'main'])

/** The key of a name. Without a schema it is in the default one; letter case is passed over, as SQLite does. */
export function keyOf({ schema, name }: QName): string {
  const last = foldName(name)
  return schema === undefined || DEFAULT_SCHEMAS.has(schema) ? last : `${foldName(schema)}\n${last}`
}

/** A table, a view or a sequence. A table or view is a type as well. */
export function relation(name: QName): Thing & Need {
  return { space: 'relation', key: keyOf(name), word: name.name }
}

/** An enum, a domain and the like. */
export function type(name: QName): Thing & Need {
  return { space: 'type', key: keyOf(name), word: name.name, exact: name.name }
}

/** A column of a table or view. */
export function column(table: QName, name: string): Thing & Need {
  const of = keyOf(table)
  return { space: 'column', key: `${of}\n${foldName(name)}`, word: name, of }
}

/** What foreign keys to those columns of a table rest on. */
export function key(table: QName, columns: readonly string[]): Thing & Need {
  const of = keyOf(table)
  return { space: 'key', key: `${of}\n${columns.map(foldName).sort().join('\n')}`, word: table.name, of }
}

/** A schema of the database. */
export function namespace(name: string): Thing & Need {
  return { space: 'schema', key: name, word: name }
}

/** What needs the schema of a name, where it is said. */
export function schemaOf({ schema }: QName): readonly Need[] {
  return schema === undefined ? [] : [namespace(schema)]
}

/** An extension. */
export function extension(name: string): Thing & Need {
  return { space: 'extension', key: name, word: name }
}

/** A trigger, a policy or a rule; only `depends on` names one. */
export function trigger(name: string): Thing & Need {
  return { space: 'trigger', key: foldName(name), word: name }
}

/** A collation, an operator and whatever else only an `object` makes. */
export function other(name: QName): Thing & Need {
  return { space: 'object', key: keyOf(name), word: name.name }
}

/** What is said to be needed by name alone. */
export function named(names: readonly QName[] | undefined): readonly Need[] {
  return names?.map(name => ({ space: 'any', key: keyOf(name) })) ?? []
}

/** The same, where it may be missing. */
export function weakly(needs: readonly Need[]): readonly Need[] {
  return needs.map(need => ({ ...need, weak: true }))
}
