import { type DialectName, forDialect } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { FunctionObject } from '../../compiler/schema/objects/function.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { readTokens, type SqlToken } from '../../compiler/sql/tokens.ts'

/** What the code of a trigger compares a column of the new row with: `not in ('a', 'b')` of `if new.kind not in ('a', 'b') then`. */
export interface Comparison {
  readonly column: string
  readonly sql: string
}

const RUNS = /\bexecute\s+(?:function|procedure)\s+([^(]+?)\s*\(/i
const ENDS: ReadonlySet<string> = new Set([';', 'then', 'loop', 'begin', 'end', 'new', 'raise'])

/** The comparisons in the triggers of each table, by its key: on Postgres in the functions that they run. */
export function triggerConstants(
  { triggers, objects }: Pick<Schema, 'triggers' | 'objects'>,
  dialect: DialectName,
): ReadonlyMap<string, readonly Comparison[]> {
  const found = new Map<string, readonly Comparison[]>()
  if (triggers.size === 0) return found
  const functions = dialect === 'sqlite' ? new Map() : functionBodies(objects)
  for (const { table, sql } of triggers.values()) {
    const text = forDialect(sql, dialect) ?? ''
    const named = RUNS.exec(text)?.[1]?.replaceAll(/"([a-z_][a-z0-9_]*)"/g, '$1')
    const comparisons = [text, functions.get(named) ?? ''].flatMap(comparisonsIn)
    const key = nameText(table)
    if (comparisons.length > 0) found.set(key, [...(found.get(key) ?? []), ...comparisons])
  }
  return found
}

function functionBodies(objects: Schema['objects']): ReadonlyMap<string | undefined, string> {
  const bodies = new Map<string | undefined, string>()
  for (const object of objects.values()) {
    if (object.kind !== 'function') continue
    const { name, sql } = object as FunctionObject
    bodies.set(nameText(name), forDialect(sql, 'postgres') ?? '')
  }
  return bodies
}

function comparisonsIn(text: string): readonly Comparison[] {
  const tokens = readTokens(text).filter(({ kind }) => kind !== 'comment')
  return tokens.flatMap((token, at) => {
    const column = tokens[at + 2]
    if (token.value !== 'new' || tokens[at + 1]?.text !== '.' || column === undefined) return []
    const rest = tokens.slice(at + 3, endOf(tokens, at + 3))
    if (!rest.some(({ kind }) => kind === 'string' || kind === 'number')) return []
    return [{ column: column.value, sql: text.slice(rest[0]!.start, rest.at(-1)!.end) }]
  })
}

function endOf(tokens: readonly SqlToken[], from: number): number {
  let at = from
  while (at < tokens.length && !ENDS.has(tokens[at]!.value)) at++
  return at
}
