import type { Schema } from '../../schema/schema.ts'
import { sameObject } from '../../steps/objects/same-object.ts'
import { sameEnum, sameExtension, sameNamespace, sameTable, sameTrigger } from '../../steps/same.ts'
import { sameView } from '../../steps/same-view.ts'

/** The key of the first object in which two schemas differ; undefined when they are the same but for the order of members. */
export function firstDifference(a: Schema, b: Schema): string | undefined {
  return (
    differing(a.schemas, b.schemas, sameNamespace) ??
    differing(a.extensions, b.extensions, sameExtension) ??
    differing(a.enums, b.enums, sameEnum) ??
    differing(a.tables, b.tables, sameTable) ??
    differing(a.views, b.views, sameView) ??
    differing(a.triggers, b.triggers, sameTrigger) ??
    differing(a.objects, b.objects, sameObject)
  )
}

function differing<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  same: (a: T, b: T) => boolean,
): string | undefined {
  for (const [key, value] of a) {
    const other = b.get(key)
    if (other === undefined || !same(value, other)) return key
  }
  if (a.size === b.size) return undefined
  for (const key of b.keys()) if (!a.has(key)) return key
  return undefined
}
