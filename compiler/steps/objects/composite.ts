import { nameText, quoteName } from '../../schema/name.ts'
import type { CompositeObject } from '../../schema/objects/composite.ts'
import { sameTypes } from '../same.ts'
import type { ObjectDefinition } from './definition.ts'
import { followTypes, usesOfTypes } from './follow-type.ts'
import { renameTypeIn, renameTypeInSql } from './rename-type.ts'
import { sameData } from './same-data.ts'

/** The type with other names for some of its fields. */
export function withFieldNames(
  one: CompositeObject,
  renames: readonly { readonly from: string; readonly to: string }[],
): CompositeObject {
  const next = new Map(renames.map(({ from, to }) => [from, to]))
  return { ...one, fields: one.fields.map(field => ({ ...field, name: next.get(field.name) ?? field.name })) }
}

/** Composite types. */
export const compositeDefinition: ObjectDefinition<'composite'> = {
  same: (a, b) =>
    a.fields.length === b.fields.length &&
    a.fields.every((field, at) => {
      const other = b.fields[at]!
      const { name, collate, comment } = field
      if (name !== other.name || collate !== other.collate || comment !== other.comment) return false
      return sameTypes(field.type, other.type)
    }) &&
    a.only === b.only &&
    sameData(a.dependsOn, b.dependsOn),
  provides: ({ name }) => [{ space: 'type', name }],
  uses: ({ name, fields }) =>
    fields.flatMap(({ type }) => usesOfTypes(type)).filter(used => nameText(used.name) !== nameText(name)),
  follow: (one, edits) => ({
    ...one,
    fields: one.fields.map(field => ({ ...field, type: followTypes(field.type, edits.type) })),
  }),
  rename: (one, { name }) => ({ ...one, name }),
  inSql: renameTypeInSql,
  inType: renameTypeIn,
  lossOfChange: (from, to) => {
    const names = new Set(to.fields.map(({ name }) => name))
    const gone = from.fields.filter(({ name }) => !names.has(name)).map(({ name }) => quoteName(name))
    if (gone.length === 0) return undefined
    return `the values of ${gone.join(', ')} in ${nameText(from.name)}`
  },
}
