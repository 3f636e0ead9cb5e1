import type { QName } from '../../compiler/schema/name.ts'
import { multirangeOf } from '../../compiler/schema/objects/range.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { readCode } from '../../compiler/sql/code.ts'
import { functionsOfExtension } from '../../compiler/sql/routine/known/known-names.ts'
import type { Subject } from './subject.ts'

/** What a project brings that can be called. */
export interface DeclaredFunctions {
  /** Functions of every schema, and types and tables, whose names Postgres takes for functions, too. */
  readonly names: ReadonlySet<string>
  /** The functions of the extensions that are declared. */
  readonly ofExtensions: ReadonlySet<string>
  /** Tables and views, which SQLite can read as functions (vtab.html, Table-valued functions). */
  readonly relations: ReadonlySet<string>
  /** The words in the SQL of objects: they may make what has such a name. */
  readonly mentioned: ReadonlySet<string>
  /** False where something else may make functions: an extension of which not all are known, a `do` block. */
  readonly areAll: boolean
}

const CALLED: ReadonlySet<string> = new Set([
  'function',
  'procedure',
  'aggregate',
  'domain',
  'composite',
  'range',
  'materialized view',
])

const memory = new WeakMap<Schema, DeclaredFunctions>()

/** The functions that a project declares; found when they are first asked for. */
export function declaredFunctions({ schema }: Pick<Subject, 'schema'>): DeclaredFunctions {
  let known = memory.get(schema)
  if (known === undefined) {
    known = find(schema)
    memory.set(schema, known)
  }
  return known
}

/** Whether a project brings something that is called by that name. */
export function isDeclared(name: string, { names, ofExtensions, mentioned }: DeclaredFunctions): boolean {
  return names.has(name) || ofExtensions.has(name) || mentioned.has(name)
}

function find(schema: Schema): DeclaredFunctions {
  const relations = new Set<string>()
  for (const { name } of [...schema.tables.values(), ...schema.views.values()]) relations.add(name.name)
  const names = new Set(relations)
  for (const { name } of schema.enums.values()) names.add(name.name)
  const mentioned = new Set<string>()
  const ofExtensions = new Set<string>()
  let areAll = true
  for (const object of schema.objects.values()) {
    if (CALLED.has(object.kind)) names.add((object.name as QName).name)
    if (object.kind === 'range') names.add(multirangeOf(object).name)
    if (object.kind !== 'object') continue
    for (const text of Object.values(object.create)) {
      for (const { value } of readCode(text).tokens) mentioned.add(value)
    }
  }
  if (mentioned.has('do') || mentioned.has('extension') || mentioned.has('load')) areAll = false
  for (const extension of schema.extensions.keys()) {
    const functions = functionsOfExtension(extension)
    if (functions === undefined) areAll = false
    for (const name of functions ?? []) ofExtensions.add(name)
  }
  return { names, ofExtensions, relations, mentioned, areAll }
}
