import type { DbObject } from '../../../compiler/schema/objects/db-object.ts'
import type { FunctionObject } from '../../../compiler/schema/objects/function.ts'
import { objectKey } from '../../../compiler/schema/objects/object-key.ts'
import type { SequenceObject } from '../../../compiler/schema/objects/sequence.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import { readArguments } from '../../../compiler/sql/routine/read-arguments.ts'
import { loadProject } from '../../../language/load.ts'

/** The schema that a text declares, with some objects beside. */
export function schemaOf(text: string, ...objects: readonly DbObject[]): Schema {
  const project = `project example { targets postgres 15, sqlite 3.38 }\n${text}\n`
  const { schema, diagnostics } = loadProject('/schema.mig', path => (path === '/schema.mig' ? project : undefined))
  const errors = diagnostics.filter(item => item.severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(item => item.message).join('\n'))
  return { ...schema, objects: new Map(objects.map(object => [objectKey(object), object])) }
}

/** A function in SQL: `fn('total(integer)', 'bigint', 'select count(*) from orders')`. */
export function fn(head: string, returns: string, body: string, more: Partial<FunctionObject> = {}): FunctionObject {
  const [, path, list] = /^(.*?)\((.*)\)$/.exec(head)!
  const [name, schema] = path!.split('.').reverse()
  return {
    kind: 'function',
    name: schema === undefined ? { name: name! } : { schema, name: name! },
    arguments: readArguments(list!).map(one => one!),
    returns,
    language: 'sql',
    sql: { all: body },
    ...more,
  }
}

/** The same in PL/pgSQL. */
export function plpgsql(head: string, returns: string, body: string): FunctionObject {
  return fn(head, returns, body, { language: 'plpgsql' })
}

export function sequence(name: string, owner?: readonly [table: string, column: string]): SequenceObject {
  return { kind: 'sequence', name: { name }, ...(owner && { owner: { table: { name: owner[0] }, column: owner[1] } }) }
}
