import { nameText } from '../../schema/name.ts'
import { objectKey } from '../../schema/objects/object-key.ts'
import { withFieldNames } from '../../steps/objects/composite.ts'
import { sameData } from '../../steps/objects/same-data.ts'
import { sameTypes } from '../../steps/same.ts'
import type { AlterObject } from '../../steps/step.ts'
import { addedChecks } from '../added-checks.ts'
import { concern } from '../concern.ts'
import type { HazardRule } from '../rule.ts'
import { holdersOf, tablesOf } from '../type-holders.ts'

/** A domain, a composite type or a range is made anew, and with it every table that holds it. */
export const rule: HazardRule = {
  code: 'MIG217',
  name: 'type-anew',
  severity: 'warning',
  title: 'A type is made anew, so every table that holds it is rewritten',
  explain: [
    'Postgres changes little of a type that columns hold: no base type and no collation of a domain, no check of a domain that arrays or other types hold, no type and no order of the fields of a composite type, nothing of a range but its name. The values are put aside as text or JSON, the type is made anew, and they come back: every table that holds it is written twice while nobody can read or write it.',
    'On small tables, do it in quiet hours. On large ones, add a new type and a column of it, fill that in batches while programs write both, and drop the old ones in a later revision.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter object' || !plan.targets.includes('postgres')) return []
    if (step.from.only === 'sqlite' || step.to.only === 'sqlite') return []
    const holders = holdersOf(plan, step.to.name)
    const isInside = holders.some(({ inside }) => inside)
    if (holders.length === 0 || !isMadeAnew(step, isInside)) return []
    const key = objectKey(step.to)
    const tables = tablesOf(holders, ({ name }) => nameText(name))
    return [
      {
        object: key,
        message: `The ${key} is made anew: Postgres writes all rows of ${tables} anew, twice, and nobody can read or write there meanwhile.`,
        remedy:
          'Run it in quiet hours if the tables are large, or add a new type and a column of it, fill that in batches and drop the old ones later.',
        ...concern(plan, ['postgres']),
      },
    ]
  },
}

function isMadeAnew({ from, to, renames = [] }: AlterObject, isInside: boolean): boolean {
  if (from.kind === 'domain' && to.kind === 'domain') {
    if (!sameTypes(from.type, to.type) || from.collate !== to.collate) return true
    return isInside && (addedChecks(from, to).length > 0 || (to.notNull === true && from.notNull !== true))
  }
  if (from.kind === 'composite' && to.kind === 'composite') {
    const old = new Map(withFieldNames(from, renames).fields.map(field => [field.name, field]))
    const isThere = to.fields.map(({ name }) => old.has(name))
    const places = to.fields.flatMap(({ name }) => (old.has(name) ? [[...old.keys()].indexOf(name)] : []))
    const isInOrder = places.every((place, at) => at === 0 || places[at - 1]! < place)
    if (!isInOrder || isThere.some((is, at) => is && isThere[at - 1] === false)) return true
    return to.fields.some(field => {
      const before = old.get(field.name)
      return before !== undefined && !(sameTypes(before.type, field.type) && before.collate === field.collate)
    })
  }
  if (from.kind !== 'range' || to.kind !== 'range') return false
  const { comment: _one, dependsOn: _on, subtype, ...rest } = from
  const { comment: _other, dependsOn: _their, subtype: next, ...wanted } = to
  return !sameTypes(subtype, next) || !sameData(rest, wanted)
}
