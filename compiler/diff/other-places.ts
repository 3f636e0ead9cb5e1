import { DIALECTS, forDialect } from '../schema/dialect.ts'
import type { OtherObject } from '../schema/objects/other.ts'
import { madeThings } from '../sql/object/made-things.ts'

/** Where what an `object` makes stands in a plan. */
export type OtherPlace = 'types' | 'tables' | 'indexes' | 'dependants' | 'events'

const PLACES: Readonly<Record<string, OtherPlace>> = {
  'virtual table': 'tables',
  'foreign table': 'tables',
  statistics: 'indexes',
  publication: 'dependants',
  'event trigger': 'events',
}

const LATEST: readonly OtherPlace[] = ['events', 'dependants', 'indexes', 'tables', 'types']

/** The latest place that something in its texts asks for; what is not known comes when all else is there. */
export function placeOf({ create }: OtherObject): OtherPlace {
  const places = DIALECTS.flatMap((dialect): readonly OtherPlace[] => {
    const text = forDialect(create, dialect)
    if (text === undefined) return []
    const made = madeThings(text)
    return made.length === 0 ? ['dependants'] : made.map(({ what }) => PLACES[what] ?? 'types')
  })
  return LATEST.find(place => places.includes(place)) ?? 'dependants'
}
