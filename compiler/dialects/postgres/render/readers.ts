import { forDialect } from '../../../schema/dialect.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import type { View } from '../../../schema/objects.ts'
import { foldName } from '../../../sql/name-text.ts'
import { queryColumnUses, relationUses } from '../../../sql/query-names.ts'
import { meansName, meansRelation } from '../../../sql/same-relation.ts'
import { readsUnnamed } from '../../../sql/unnamed-columns.ts'
import { enter, type Lookup } from './lookups.ts'
import { mentionsName } from './mentions.ts'
import type { Rendering } from './rendering.ts'
import { columnsIn } from './view-columns.ts'

const known = new WeakMap<View, readonly QName[]>()

/** The relations that a view's query reads, as they stand in it; worked out once for each value. */
export function relationsRead(view: View): readonly QName[] {
  let names = known.get(view)
  if (names === undefined) {
    names = relationUses(queryOf(view))
    known.set(view, names)
  }
  return names
}

/** A view's query on Postgres. */
export function queryOf(view: View): string {
  return forDialect(view.sql, 'postgres') ?? ''
}

/** Whether a view reads a relation. */
export function reads(view: View, relation: QName): boolean {
  return relationsRead(view).some(used => meansRelation(used, relation))
}

/** The views of the database that read a relation. */
export function viewsReading(work: Rendering, relation: QName): readonly View[] {
  work.lookups.readers ??= lookUpReaders(work)
  const keys = [...(work.lookups.readers.get(foldName(relation.name)) ?? [])]
  return keys.flatMap(key => {
    const view = work.live.views.get(key)
    return view !== undefined && view.only !== 'sqlite' && reads(view, relation) ? [view] : []
  })
}

/** Notes a new view. */
export function noteReader(work: Rendering, view: View): void {
  if (work.lookups.readers !== undefined) enterView(work.lookups.readers, view)
}

function lookUpReaders(work: Rendering): Lookup {
  const lookup: Lookup = new Map()
  for (const view of work.live.views.values()) enterView(lookup, view)
  return lookup
}

function enterView(lookup: Lookup, view: View): void {
  for (const used of relationsRead(view)) enter(lookup, foldName(used.name), nameText(view.name))
}

/** The views of the database that read, or may read, a column of a relation. */
export function viewsReadingColumn(work: Rendering, relation: QName, column: string): readonly View[] {
  const columnsOf = columnsIn(work.live)
  return viewsReading(work, relation).filter(view => {
    const query = queryOf(view)
    if (readsUnnamed(query)) return true
    if (!mentionsName(query, column)) return false
    return queryColumnUses(query, { columnsOf }).some(
      use => meansName(use.name, column) && (!use.certain || !use.relation || meansRelation(use.relation, relation)),
    )
  })
}
