import type { QName } from '../schema/name.ts'
import { applyEdits, type Edit } from './edits.ts'
import { sqlName } from './name-text.ts'
import { namesRelation, readNameText } from './rename-object.ts'
import { readBody } from './routine/body-names.ts'

/** What a schema of the database has, by the names that SQL calls it by. */
export interface NamesInSchema {
  /** Whether it has a table or a view of that name. */
  readonly relation: (name: string) => boolean
  /** Whether it has a type of that name, the row types of tables among them. */
  readonly type: (name: string) => boolean
  /** Whether it has a function or procedure of that name. */
  readonly routine?: (name: string) => boolean
}

/**
 * The SQL with the schema before the names of its relations and types that have none: queries, statements, trigger texts
 * and expressions. Columns stay as they are, `users.id` is found as before.
 */
export function qualifyNames(sql: string, schema: string, has: NamesInSchema, table?: QName): string {
  const { code, relations, types, functions } = readBody(sql, table)
  const before: Edit[] = []
  const put = (path: readonly number[]) => {
    const { start } = code.tokens[path[0]!]!
    before.push({ start, end: start, text: `${sqlName(schema)}.` })
  }
  const isBare = (path: readonly number[]) => path.length === 1
  const nameOf = (path: readonly number[]) => code.tokens[path[0]!]!.value
  for (const { path } of relations) if (isBare(path) && has.relation(nameOf(path))) put(path)
  for (const path of new Set(types)) if (isBare(path) && has.type(nameOf(path))) put(path)
  for (const path of functions) if (isBare(path) && has.routine?.(nameOf(path))) put(path)
  for (const [at, token] of code.tokens.entries()) {
    const name = token.kind === 'string' && namesRelation(code, at) ? readNameText(token.value) : undefined
    if (name === undefined || name.schema !== undefined || !has.relation(name.name)) continue
    const quoted = `${sqlName(schema)}.${sqlName(name.name)}`.replaceAll("'", "''")
    before.push({ start: token.start, end: token.end, text: `'${quoted}'` })
  }
  return applyEdits(sql, before)
}

/** The schemas that SQLite has: those of the database itself and of what is temporary. */
const SCHEMAS_OF_SQLITE = new Set(['main', 'temp'])

/** The SQL without schemas before relations, columns and types: SQLite has none but its own. */
export function withoutSchemas(sql: string): string {
  if (!QUALIFIED.test(sql)) return sql
  const { code, relations, columns, types } = readBody(sql)
  const cuts: Edit[] = []
  const cut = (path: readonly number[], parts: number) => {
    const first = code.tokens[path[0]!]!
    if (path.length < parts || SCHEMAS_OF_SQLITE.has(first.value)) return
    cuts.push({ start: first.start, end: code.tokens[path.at(1 - parts)!]!.start, text: '' })
  }
  for (const { path } of relations) cut(path, 2)
  for (const { path, star } of columns) cut(path, star ? 2 : 3)
  for (const path of new Set(types)) cut(path, 2)
  return applyEdits(sql, cuts)
}

/** A look before the reading: a dot between two names. */
const QUALIFIED = /[\w"\]`\u0080-\uffff]\s*\.\s*[A-Za-z_"[`\u0080-\uffff]/
