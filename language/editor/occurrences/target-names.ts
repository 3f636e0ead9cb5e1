import type { NameCollector } from './name-collector.ts'

/** The target of a foreign key that begins at a place: `orders (id)`. */
export function addTargetNames(from: number, to: number, collector: NameCollector): void {
  const { tokens, names } = collector
  const place = tokens.name(from, to)
  if (place === undefined) return
  const key = collector.keyOf(place)
  collector.addQualified(place, 'table', 'reference', key)
  const target = names.table(key)
  if (target === undefined || tokens.text(place.next) !== '(') return
  const { byName } = names.columns(target.node, target.context)
  collector.columns(place.next, to, name => byName.get(name)?.key)
}
