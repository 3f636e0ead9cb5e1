import { multirangeOf, type RangeObject } from '../../schema/objects/range.ts'
import { readNameText, renameFunction } from '../../sql/rename-object.ts'
import { sameTypes } from '../same.ts'
import type { ObjectDefinition } from './definition.ts'
import { followTypes, usesOfTypes } from './follow-type.ts'
import type { NameEdits, UsedName } from './names.ts'
import { renameTypeIn, renameTypeInSql } from './rename-type.ts'
import { sameData } from './same-data.ts'

/** Ranges. A range is also a function that makes its values. */
export const rangeDefinition: ObjectDefinition<'range'> = {
  same: ({ subtype, comment: _one, ...a }, { subtype: other, comment: _other, ...b }) =>
    sameTypes(subtype, other) && sameData(a, b),
  provides: one => [
    { space: 'type', name: one.name },
    { space: 'type', name: multirangeOf(one) },
    { space: 'routine', name: one.name, takes: [2, 3] },
  ],
  uses: ({ subtype, canonical, diff }) => [
    ...usesOfTypes(subtype),
    ...[canonical, diff].flatMap((text): readonly UsedName[] => {
      const name = text === undefined ? undefined : readNameText(text)
      return name === undefined ? [] : [{ space: 'routine', name }]
    }),
  ],
  follow: (one, edits) => ({
    ...one,
    subtype: followTypes(one.subtype, edits.type),
    ...followFunction(one, 'canonical', 1, edits),
    ...followFunction(one, 'diff', 2, edits),
  }),
  rename: (one, { name }) => ({ ...one, name }),
  inSql: (sql, from, to) => renameFunction(renameTypeInSql(sql, from, to), from.name, to.name),
  inType: renameTypeIn,
}

/** One of its functions, whose name is followed as in a call. */
function followFunction(one: RangeObject, word: 'canonical' | 'diff', count: number, { sql }: NameEdits) {
  const name = one[word]
  if (name === undefined) return {}
  const next = sql(`${name}(${Array(count).fill('null').join(', ')})`, 'postgres')
  return { [word]: next.slice(0, next.lastIndexOf('(')) }
}
