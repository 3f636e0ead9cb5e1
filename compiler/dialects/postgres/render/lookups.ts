/** Names of objects by the name of something that they rest on. May hold objects that are gone; never misses one. */
export type Lookup = Map<string, Set<string>>

/** What has been looked up in the database so far; each part is absent until somebody asks, and after a rename. */
export interface Lookups {
  /** Tables with foreign keys, by the name of the target. */
  references?: Lookup
  /** Views, by the last part of the name of a relation that they read. */
  readers?: Lookup
  /** Triggers, by the name of their table or view. */
  triggers?: Lookup
}

/** Enters one object. */
export function enter(lookup: Lookup | undefined, name: string, object: string): void {
  if (lookup === undefined) return
  const objects = lookup.get(name)
  if (objects === undefined) lookup.set(name, new Set([object]))
  else objects.add(object)
}

/** Forgets everything, since objects have other names now. */
export function forgetLookups(lookups: Lookups): void {
  delete lookups.references
  delete lookups.readers
  delete lookups.triggers
}
