import { nameText } from '../../compiler/schema/name.ts'
import type { Schema } from '../../compiler/schema/schema.ts'

/** Some tables, those that others of them point to last: without rows in a table there are none in its children. */
export function childrenFirst(keys: readonly string[], schema: Schema): readonly string[] {
  const above = new Map(keys.map(key => [key, tablesAbove(key, schema)]))
  const children = (key: string) => keys.filter(other => other !== key && above.get(other)!.has(key)).length
  return keys.toSorted((one, other) => children(one) - children(other))
}

function tablesAbove(key: string, { tables }: Schema): ReadonlySet<string> {
  const found = new Set<string>([key])
  for (const one of found)
    for (const constraint of tables.get(one)?.constraints ?? [])
      if (constraint.kind === 'foreign') found.add(nameText(constraint.target))
  return found
}
