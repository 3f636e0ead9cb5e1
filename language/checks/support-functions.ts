import { nameText, type QName } from '../../compiler/schema/name.ts'
import { SUPPORT_FUNCTIONS } from '../../compiler/schema/objects/aggregate.ts'
import type { DbObject } from '../../compiler/schema/objects/db-object.ts'
import { objectKey } from '../../compiler/schema/objects/object-key.ts'
import { readNameText } from '../../compiler/sql/rename-object.ts'
import { knownNames } from '../../compiler/sql/routine/known/known-names.ts'
import type { Check } from './check.ts'
import { type DeclaredFunctions, declaredFunctions } from './declared-functions.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import type { Subject } from './subject.ts'

/** The functions that aggregates and ranges are made of: the project declares them, or Postgres has them. */
export const checkSupportFunctions: Check = (subject, report) => {
  const { schema, sources } = subject
  for (const object of schema.objects.values()) {
    const used = usedBy(object)
    const place = used.length > 0 && subject.targets.includes('postgres') && sources.objects.get(objectKey(object))
    if (!place) continue
    const declared = declaredFunctions(subject)
    for (const [word, name] of used) {
      if (isThere(name, declared, subject)) continue
      const key = nameText(name)
      const all = [...schema.objects.values()].filter(one => one.kind === 'function').map(one => nameText(one.name))
      const meant = meantBy(key, all)
      const message = `The project declares no function \`${key}\`, the \`${word}\` of this ${object.kind}.`
      const remedy = didYouMean(meant, 'Declare it, or name another.')
      report.warning({ code: 'MIG194', message, remedy, place, data: { name: key, ...(meant && { meant }) } })
    }
  }
}

/** The functions by their words. A range's `canonical` is left out: it is there before the range, and something else makes it. */
function usedBy(object: DbObject): readonly (readonly [string, QName])[] {
  if (object.kind === 'aggregate')
    return SUPPORT_FUNCTIONS.flatMap(word => (object[word] === undefined ? [] : [[word, object[word]] as const]))
  const diff = object.kind === 'range' && object.diff !== undefined ? readNameText(object.diff) : undefined
  return diff === undefined ? [] : [['subtype_diff', diff]]
}

/** Whether a function is there, or may be: made by SQL of an object, an extension, or in a schema that is not the project's. */
function isThere({ schema: place, name }: QName, declared: DeclaredFunctions, { schema }: Subject): boolean {
  if (!declared.areAll || declared.mentioned.has(name) || declared.ofExtensions.has(name)) return true
  if (place === undefined) return declared.names.has(name) || knownNames('postgres').has(name)
  if (!schema.schemas.has(place)) return true
  return [...schema.objects.values()].some(
    one => 'arguments' in one && one.name.name === name && one.name.schema === place,
  )
}
