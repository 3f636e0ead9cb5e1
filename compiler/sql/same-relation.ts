import type { QName } from '../schema/name.ts'
import { foldName } from './name-text.ts'

const DEFAULT_SCHEMAS = new Set(['public', 'main'])

/** Whether a name in SQL means that relation; without a schema it is looked for in the default one. */
export function meansRelation(used: QName, relation: QName): boolean {
  if (!meansName(used.name, relation.name)) return false
  const one = used.schema ?? 'public'
  const two = relation.schema ?? 'public'
  return one === two || (DEFAULT_SCHEMAS.has(one) && DEFAULT_SCHEMAS.has(two)) || meansName(one, two)
}

/** Whether a name as it is meant in SQL is that name; SQLite keeps letter case and passes over it. */
export function meansName(used: string, name: string): boolean {
  return used === name || used === foldName(name)
}
