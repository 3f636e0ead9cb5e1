import { nameText } from '../../../compiler/schema/name.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import { type Facts, factsOf } from './facts.ts'
import { sqlWords } from './sql-words.ts'

type Pair = readonly [string, string]

/** A schema as `inspect` reads it, cut into facts: one for every value in it, called by the names on the way there. */
export function schemaFacts(schema: Schema): Facts {
  return factsOf(
    Object.entries(schema).flatMap(([kind, objects]) =>
      [...(objects as ReadonlyMap<string, unknown>)].flatMap(([name, object]) => cut(`${kind} ${name}`, object)),
    ),
  )
}

function cut(path: string, value: unknown): readonly Pair[] {
  if (Array.isArray(value)) return cutList(path, value)
  if (typeof value !== 'object' || value === null)
    return [[path, isSql(path) ? sqlWords(String(value)).join(' ') : String(value)]]
  const name = qualified(value)
  if (name !== undefined) return [[path, name]]
  return [
    [path, 'is there'] as const,
    ...Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : cut(`${path} / ${key}`, inner))),
  ]
}

function cutList(path: string, list: readonly unknown[]): readonly Pair[] {
  if (list.every(item => typeof item !== 'object')) return [[path, `(${list.join(', ')})`]]
  const names = list.map(item => (item as { readonly name?: unknown }).name)
  const areNames = names.every(name => typeof name === 'string') && new Set(names).size === names.length
  return list.flatMap((item, at) => cut(`${path} / ${areNames ? names[at] : at}`, item))
}

function isSql(path: string): boolean {
  return path.endsWith(' / all')
}

function qualified(value: object): string | undefined {
  const keys = Object.keys(value)
  const isName = keys.includes('name') && keys.every(key => key === 'name' || key === 'schema')
  return isName ? nameText(value as { name: string; schema?: string }) : undefined
}
