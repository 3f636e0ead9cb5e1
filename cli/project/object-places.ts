import { ancestors } from '../../compiler/revisions/reach.ts'
import { oldestFirst } from '../../compiler/revisions/topological.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Loaded } from '../../language/load.ts'
import type { OpenHistory } from '../../language/planning/open-history.ts'
import { stepKeys } from '../../language/planning/step-keys.ts'
import type { Place } from '../output/problem.ts'
import { placesIn } from './diagnostic-problems.ts'
import { displayPath } from './display-path.ts'

/** Where an object stands: its key as the database has it, to a place in a file. */
export type ObjectPlaces = (key: string) => Place | undefined

/** Places in the schema files, which have to say what the database is to hold. */
export function schemaPlaces(loaded: Loaded, cwd: string): ObjectPlaces {
  const places = placesIn(loaded, cwd)
  return outwards(key => {
    const source = loaded.sources.objects.get(key)
    return source && places(source.file, source.range)
  })
}

/** Places in the revisions up to some of them: the step that made or changed an object last. */
export function revisionPlaces(open: OpenHistory, ids: readonly string[], cwd: string): ObjectPlaces {
  const places = new Map<string, Place>()
  const known = ids.filter(id => open.revisions.has(id))
  for (const id of oldestFirst(open.graph, ancestors(open.graph, known))) {
    const { revision, file, stepLines } = open.revisions.get(id)!
    revision.steps.forEach((step, at) => {
      const line = stepLines?.[at]
      const place = { file: displayPath(cwd, file), ...(line !== undefined && { line }) }
      for (const key of stepKeys(step)) places.set(key, place)
    })
  }
  return outwards(key => places.get(key))
}

/** SQLite has one space for all names: `audit.events` is `events` there. */
export function withoutSchemas(places: ObjectPlaces, { tables, views }: Schema): ObjectPlaces {
  const full = new Map(
    [...tables.values(), ...views.values()].map(({ name }) => [nameText({ name: name.name }), nameText(name)]),
  )
  return key => {
    for (let part = key; part !== ''; part = outer(part)) {
      const found = full.get(part)
      if (found !== undefined) return places(found + key.slice(part.length))
    }
    return places(key)
  }
}

/** Looks for what holds an object where nothing tells of that one. */
function outwards(places: ObjectPlaces): ObjectPlaces {
  return key => {
    for (let part = key; part !== ''; part = outer(part)) {
      const place = places(part)
      if (place !== undefined) return place
    }
    return undefined
  }
}

function outer(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf('.')))
}
