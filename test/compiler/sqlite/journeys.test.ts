import { describe, test } from 'vitest'
import { travel } from './journey.ts'
import { dropJourneys } from './journeys/drops.ts'
import { enumJourneys } from './journeys/enums.ts'
import { keyJourneys } from './journeys/keys.ts'
import { nativeJourneys } from './journeys/native.ts'
import { rebuildJourneys } from './journeys/rebuild.ts'
import { renameJourneys } from './journeys/renames.ts'
import { valueJourneys } from './journeys/values.ts'

const journeys = {
  'in place': nativeJourneys,
  'by a rebuild': rebuildJourneys,
  values: valueJourneys,
  renames: renameJourneys,
  enums: enumJourneys,
  drops: dropJourneys,
  'keys, SQL by hand, odd names': keyJourneys,
}

describe.each(Object.entries(journeys))('%s', (_, list) => {
  test.each(list.map(journey => [journey.name, journey] as const))('%s', (_name, journey) => travel(journey))
})
