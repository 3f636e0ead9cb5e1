import { forDialect } from '../../schema/dialect.ts'
import { nameText, quoteName } from '../../schema/name.ts'
import { typeText } from '../../schema/type-text.ts'
import { withFieldNames } from '../../steps/objects/composite.ts'
import { concern } from '../concern.ts'
import { familyOf } from '../like-type.ts'
import type { HazardRule } from '../rule.ts'

/** A field of a composite type goes and one of a like type comes: renamed, or dropped and added? */
export const rule: HazardRule = {
  code: 'MIG218',
  name: 'ambiguous-field',
  severity: 'error',
  title: 'A field disappears and another of a like type appears in the same composite type',
  explain: [
    'Two readings fit: the field was renamed and its values are to be kept, or it is dropped with its values and the new one starts empty. Mig does not guess, since one of the two loses data.',
    'Write `was OLD` on the new field to rename, or `dropped OLD` in the type to drop. Either can be removed once the revision is written.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter object' || step.from.kind !== 'composite' || step.to.kind !== 'composite') return []
    const { to } = step
    if (!plan.targets.includes('postgres') || to.only === 'sqlite') return []
    const from = withFieldNames(step.from, step.renames ?? [])
    const key = nameText(to.name)
    const [had, has] = [from, to].map(({ fields }) => new Set(fields.map(({ name }) => name)))
    const added = to.fields.filter(({ name }) => !had!.has(name))
    return from.fields.flatMap(field => {
      if (has!.has(field.name) || plan.isSaid('field', field.name, key)) return []
      const next = added.find(one => familyOf(one) === familyOf(field))
      if (next === undefined) return []
      const [old, name] = [quoteName(field.name), quoteName(next.name)]
      const line = `${name} ${typeText(forDialect(next.type, 'postgres')!)} was ${old}`
      return [
        {
          object: `${key}.${old}`,
          message: `${key}.${old} disappears and ${key}.${name} appears: a renamed field keeps its values, a dropped one loses them.`,
          remedy: `Write \`${line}\` to keep the values, or \`dropped ${old}\` in ${key} to drop them.`,
          ...concern(plan, ['postgres']),
        },
      ]
    })
  },
}
