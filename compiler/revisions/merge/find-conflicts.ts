import { draftOf, type Schema } from '../../schema/schema.ts'
import { applyRevision, schemaAt } from '../fold.ts'
import { oldestFirst } from '../topological.ts'
import type { Conflict } from './conflict.ts'
import { meet } from './meet.ts'
import type { MergeRequest } from './request.ts'
import { type Side, sideOf } from './side.ts'
import { sidesOf } from './sides.ts'

/**
 * What stands in the way of joining some heads: for each two revisions of different branches whether both can run, in
 * either order, up and down, and come to the same. Of conflicts that follow from one another only the lowest is told.
 */
export function findConflicts(request: MergeRequest): readonly Conflict[] {
  const { graph, revisions, heads } = request
  const { common, pairs } = sidesOf(graph, heads)
  const base = schemaAt(graph, revisions, [...common])
  const known = new Map<string, Side>()
  const side = (id: string) => {
    const found = known.get(id) ?? sideOf(request, id)
    known.set(id, found)
    return found
  }
  const conflicts: { readonly ids: readonly [string, string]; readonly conflict: Conflict }[] = []
  for (const ids of pairs) {
    const [a, b] = [side(ids[0]), side(ids[1])]
    if (!a.changes && !b.changes) continue
    const line = a.line.union(b.line)
    if (conflicts.some(({ ids: [one, other] }) => line.has(one) && line.has(other))) continue
    const conflict = meet(request, [a, b], schemaBelow(request, base, common, line, ids))
    if (conflict !== undefined) conflicts.push({ ids, conflict })
  }
  return conflicts.map(({ conflict }) => conflict)
}

function schemaBelow(
  { graph, revisions }: MergeRequest,
  base: Schema,
  common: ReadonlySet<string>,
  line: ReadonlySet<string>,
  ids: readonly [string, string],
): Schema {
  const draft = draftOf(base)
  const rest = line.difference(common).difference(new Set(ids))
  for (const id of oldestFirst(graph, rest)) applyRevision(draft, revisions.get(id)!)
  return draft
}
