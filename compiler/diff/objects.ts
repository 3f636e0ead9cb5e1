import { nameText } from '../schema/name.ts'
import type { DbObject } from '../schema/objects/db-object.ts'
import { objectKey } from '../schema/objects/object-key.ts'
import type { Schema } from '../schema/schema.ts'
import { sameDialectSql } from '../sql/same.ts'
import { sameObject } from '../steps/objects/same-object.ts'
import type { AlterObject, Step } from '../steps/step.ts'
import { applicableRenames, type Spent } from './applicable.ts'
import { compareMaps } from './compare.ts'
import type { HintIndex } from './hint-index.ts'

/** Functions, sequences and the like that come, go or change. */
export function diffObjects(before: Schema, after: Schema, hints: HintIndex, spent: Spent): readonly Step[] {
  const same = (from: DbObject, to: DbObject) =>
    sameObject(from, to) && renamedFields(from, to, hints, spent).length === 0
  return compareMaps(before.objects, after.objects, same, {
    added: object => [{ kind: 'create object', object }],
    dropped: object => [{ kind: 'drop object', object }],
    changed: (from, to) => {
      const renames = renamedFields(from, to, hints, spent)
      return [{ kind: 'alter object', from, to, ...(renames.length > 0 && { renames }), ...wayOf(from, to, hints) }]
    },
  })
}

/** How one form of an `object` is made out of the other, where the text says it and there is another one. */
function wayOf(from: DbObject, to: DbObject, hints: HintIndex): Pick<AlterObject, 'convert' | 'revert'> {
  if (from.kind !== 'object' || to.kind !== 'object' || sameDialectSql(from.create, to.create)) return {}
  const { convert, revert } = hints.convert(objectKey(to), '') ?? {}
  return { ...(convert && { convert }), ...(revert && { revert }) }
}

/** The fields of a composite type that only have another name; those that change places may leave the type the same. */
function renamedFields(
  from: DbObject,
  to: DbObject,
  hints: HintIndex,
  spent: Spent,
): NonNullable<AlterObject['renames']> {
  if (from.kind !== 'composite' || to.kind !== 'composite') return []
  const hinted = hints.renames('field', nameText(to.name))
  if (hinted.length === 0) return []
  const [had, has] = [from, to].map(({ fields }) => new Set(fields.map(({ name }) => name)))
  return applicableRenames(
    hinted,
    name => had!.has(name),
    name => has!.has(name),
    spent,
  )
}
