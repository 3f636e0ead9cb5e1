import type { DbObject } from '../../../schema/objects/db-object.ts'
import { foldName } from '../../../sql/name-text.ts'
import { objectDefinition } from '../../../steps/objects/definitions.ts'
import { canMean, type UsedName } from '../../../steps/objects/names.ts'
import { usesOfSql } from '../../../steps/objects/uses-of-sql.ts'
import { ownObject } from '../objects/own-object.ts'
import type { Rendering } from './rendering.ts'

/** Whether SQL uses a function or sequence that is still to come. */
export function usesMissing(work: Rendering, sql: string | undefined): boolean {
  return sql !== undefined && work.away.size > 0 && awayObjects(work, usesOfSql(sql)).length > 0
}

/** The objects that are to be there, are not, and that some uses mean. */
export function awayObjects(work: Rendering, uses: readonly UsedName[]): readonly DbObject[] {
  return objectsAmong(work, work.away, uses)
}

/** Those of some objects that are to be there which some uses mean. */
export function objectsAmong(
  work: Rendering,
  keys: ReadonlySet<string>,
  uses: readonly UsedName[],
): readonly DbObject[] {
  if (keys.size === 0) return []
  const byName = Map.groupBy(uses, use => foldName(use.name.name))
  return [...keys].flatMap(key => {
    const wanted = work.draft.objects.get(key)
    const object = wanted && ownObject(wanted)
    if (object === undefined) return []
    const names = objectDefinition(object).provides(object as never)
    const isMeant = names.some(name => byName.get(foldName(name.name.name))?.some(use => canMean(use, name)))
    return isMeant ? [object] : []
  })
}
