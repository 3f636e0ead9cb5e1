import type { CompositeObject, Field } from '../../../schema/objects/composite.ts'
import { sameTypes } from '../../../steps/same.ts'
import { quoteIdentifier, quoteQName, quoteString } from '../quote.ts'
import { collation } from '../render/column-text.ts'
import { isHeld } from '../render/held-types.ts'
import type { Rendering } from '../render/rendering.ts'
import { canonicalType } from '../types/canonical-type.ts'
import { spell } from '../types.ts'
import type { PostgresObject } from './definition.ts'
import { inspectComposites } from './inspect-types.ts'
import { renameTypeStatements } from './rename-type.ts'

/** Composite types. */
export const compositeObject: PostgresObject<'composite'> = {
  create: one => [
    `create type ${quoteQName(one.name)} as (${one.fields.map(field => `${quoteIdentifier(field.name)} ${typeText(field)}`).join(', ')})`,
    ...one.fields.flatMap(field => (field.comment === undefined ? [] : [commentText(one, field)])),
  ],
  drop: ({ name }) => `drop type ${quoteQName(name)}`,
  change: changeComposite,
  rename: (from, to) => renameTypeStatements('type', from, to),
  commentOn: ({ name }) => `type ${quoteQName(name)}`,
  project: one => ({
    ...one,
    fields: one.fields.map(field => ({ ...field, type: { all: canonicalType(field.type.all!) } })),
  }),
  inspect: inspectComposites,
}

function typeText({ type, collate }: Field): string {
  return `${spell(type.all!) ?? 'text'}${collate === undefined ? '' : ` collate ${collation(collate)}`}`
}

function commentText({ name }: CompositeObject, field: Field): string {
  const text = field.comment === undefined ? 'null' : quoteString(field.comment)
  return `comment on column ${quoteQName(name)}.${quoteIdentifier(field.name)} is ${text}`
}

/**
 * Fields that come, go and get other types; a new one is always the last. While a column holds the type, Postgres changes no
 * type of a field (ALTER TYPE, Notes): it is made anew then.
 */
function changeComposite(from: CompositeObject, to: CompositeObject, work: Rendering): readonly string[] | undefined {
  const old = new Map(from.fields.map(field => [field.name, field]))
  const names = new Set(to.fields.map(({ name }) => name))
  const kept = from.fields.filter(({ name }) => names.has(name))
  const added = to.fields.filter(({ name }) => !old.has(name))
  const order = [...kept, ...added].map(({ name }) => name)
  if (!to.fields.every(({ name }, at) => name === order[at])) return undefined
  const changed = to.fields.filter(field => {
    const before = old.get(field.name)
    return before !== undefined && (!sameTypes(before.type, field.type) || before.collate !== field.collate)
  })
  if (changed.length > 0 && isHeld(work, to.name)) return undefined
  const actions = [
    ...from.fields.filter(({ name }) => !names.has(name)).map(({ name }) => `drop attribute ${quoteIdentifier(name)}`),
    ...added.map(field => `add attribute ${quoteIdentifier(field.name)} ${typeText(field)}`),
    ...changed.map(field => `alter attribute ${quoteIdentifier(field.name)} type ${typeText(field)}`),
  ]
  return [
    ...(actions.length === 0 ? [] : [`alter type ${quoteQName(to.name)} ${actions.join(', ')}`]),
    ...to.fields.filter(field => field.comment !== old.get(field.name)?.comment).map(field => commentText(to, field)),
  ]
}
