import { quoteName } from '../../../compiler/schema/name.ts'
import type { ObjectKind } from '../../../compiler/schema/objects/db-object.ts'
import { labelOf } from '../../../compiler/schema/objects/object-key.ts'
import { writeObject } from '../../print/objects/write-object.ts'
import type { NamedObjectKind } from '../occurrence.ts'
import { splitKey } from '../occurrences/split-key.ts'
import { namersOf } from './namers-of.ts'
import { listFact, type Page } from './page.ts'
import { creationSql } from './sql-of.ts'
import type { Thing } from './thing.ts'

/** What each kind of object is good for, in a sentence. */
const ABOUT: { readonly [K in NamedObjectKind]: string | undefined } = {
  function: undefined,
  procedure: 'It is called with `call`',
  aggregate: undefined,
  sequence: 'Its numbers are taken with `nextval`; what it counted is not in the schema',
  domain: 'A type with checks of its own',
  composite: 'A type of several fields',
  range: 'A type of ranges',
  'materialized view': 'It keeps its rows until `refresh materialized view`',
  policy: 'It says which rows of its table somebody sees or writes, once `row security` is on',
  rule: 'It rewrites statements before they run',
  object: 'Made and dropped by its own SQL',
}

/** An object of the family: its declaration, who uses it, and its SQL. */
export function familyPage(thing: Thing & { readonly kind: NamedObjectKind }): Page | undefined {
  const { model, kind, key } = thing
  const { schema } = model.loaded
  const object = schema.objects.get(`${kind} ${key}`)
  if (object === undefined) return undefined
  const before = { ...schema, objects: new Map([...schema.objects].filter(([, other]) => other !== object)) }
  const [head = ''] = writeObject(object).split('\n\n')
  return {
    head: head.replace(/^\/\/\/.*\n/gm, ''),
    comment: object.comment,
    facts: [ABOUT[kind], overloads(thing), listFact('Used by', namersOf(thing))],
    sql: creationSql(model, { kind: 'create object', object }, before),
  }
}

/** The others of the name. */
function overloads({ model, kind, key }: Thing): string | undefined {
  const { objects } = model.loaded.schema
  const own = objects.get(`${kind} ${key}`)
  if (own === undefined || !('arguments' in own)) return undefined
  const others = [...objects.values()].filter(
    other =>
      other !== own &&
      'arguments' in other &&
      other.name.name === own.name.name &&
      other.name.schema === own.name.schema,
  )
  return listFact(
    'Overloads:',
    others.map(other => `${other.kind as ObjectKind} ${labelOf({ name: other.name, arguments: typesOf(other) })}`),
  )
}

function typesOf(object: object): readonly string[] {
  return 'arguments' in object ? (object.arguments as readonly { type: string }[]).map(({ type }) => type) : []
}

/** A field of a composite type. */
export function fieldPage({ model, key }: Thing): Page | undefined {
  const { owner, name } = splitKey(key)
  const object = model.loaded.schema.objects.get(`composite ${owner}`)
  const field = object?.kind === 'composite' ? object.fields.find(one => one.name === name) : undefined
  if (object === undefined || field === undefined) return undefined
  const line = writeObject(object)
    .split('\n')
    .find(one => one.trim().startsWith(`${quoteName(name)} `))
  return { head: `${owner}.${line?.trim() ?? quoteName(name)}`, comment: field.comment }
}
