import type { RevisionNode } from './revision-node.ts'

/** The ids of one cycle of the links, from the first in load order on, or undefined when there is none. */
export function findCycle(
  revisions: readonly RevisionNode[],
  links: (node: RevisionNode) => readonly string[],
): readonly string[] | undefined {
  const nodes = new Map(revisions.map(node => [node.id, node]))
  const waits = new Map(revisions.map(node => [node.id, new Set(links(node)).size]))
  const back = new Map<string, string[]>()
  for (const node of revisions) {
    for (const id of new Set(links(node))) {
      const above = back.get(id)
      if (above === undefined) back.set(id, [node.id])
      else above.push(node.id)
    }
  }
  const free = revisions.filter(node => waits.get(node.id) === 0).map(node => node.id)
  for (const id of free) {
    for (const above of back.get(id) ?? []) {
      const left = waits.get(above)! - 1
      waits.set(above, left)
      if (left === 0) free.push(above)
    }
  }
  const stuck = revisions.find(node => waits.get(node.id)! > 0)
  return stuck === undefined
    ? undefined
    : followTo(stuck.id, id => links(nodes.get(id)!).find(to => waits.get(to)! > 0)!)
}

function followTo(start: string, next: (id: string) => string): readonly string[] {
  const way = new Set<string>()
  let at = start
  while (!way.has(at)) {
    way.add(at)
    at = next(at)
  }
  const ids = [...way]
  return ids.slice(ids.indexOf(at))
}
