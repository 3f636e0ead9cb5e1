import { withName } from '../schema/name.ts'
import { OBJECT_KINDS } from '../schema/objects/db-object.ts'
import { idOf, labelOf, type ObjectId } from '../schema/objects/object-key.ts'
import type { Draft, Schema } from '../schema/schema.ts'
import { sharesName } from '../steps/follow/rename-object.ts'
import type { Step } from '../steps/step.ts'
import type { Pairs } from './pairs.ts'
import { temporaryName } from './sequence.ts'

const TYPES: ReadonlySet<string> = new Set(['domain', 'composite', 'range'])

/** What is told by the types of its arguments is looked for under their new names. */
const TYPES_FIRST = [...OBJECT_KINDS.filter(kind => TYPES.has(kind)), ...OBJECT_KINDS.filter(kind => !TYPES.has(kind))]

/**
 * Makes the renames of functions, sequences and the like. One of several functions of a name is not renamed but made anew: which of
 * them a call means, its text does not show, so that nothing could follow.
 */
export function renameFamily(draft: Draft, after: Schema, pairs: Pairs, make: (step: Step) => void): void {
  for (const kind of TYPES_FIRST) {
    const key = (label: string) => `${kind} ${label}`
    const had = (label: string) => draft.objects.has(key(label))
    const wants = (label: string) => after.objects.has(key(label))
    const aside = new Map<string, ObjectId>()
    for (const { from, to } of pairs(kind, undefined, had, wants)) {
      const old = aside.get(from) ?? idOf(draft.objects.get(key(from))!)
      const wanted = after.objects.get(key(to))
      const id =
        wanted === undefined ? { ...old, name: withName(old.name, temporaryName(old.name.name)) } : idOf(wanted)
      if (wanted === undefined) aside.set(to, id)
      const schema = id.name.schema === undefined ? undefined : after.schemas.get(id.name.schema)
      if (schema !== undefined && !draft.schemas.has(schema.name)) make({ kind: 'create schema', schema })
      if (labelOf(old) !== labelOf(id) && !sharesName(draft, old) && !sharesName(draft, id))
        make({ kind: 'rename object', from: old, to: id })
    }
  }
}
