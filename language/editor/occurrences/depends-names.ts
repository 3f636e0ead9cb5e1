import { nameText } from '../../../compiler/schema/name.ts'
import { kindOfRelation } from './known-names.ts'
import type { NameCollector } from './name-collector.ts'
import type { NamePlace } from './name-tokens.ts'

/** The names after `depends on`, whatever they are the names of. */
export function addDepends(
  node: { readonly depends?: readonly string[] },
  from: number,
  to: number,
  collector: NameCollector,
): void {
  if ((node.depends ?? []).length === 0) return
  const { tokens } = collector
  for (let at = tokens.find(from, to, 'depends'); at < to; at = tokens.find(at + 1, to, 'depends')) {
    if (tokens.text(at + 1) !== 'on') continue
    for (let next = at + 2; ; ) {
      const place = tokens.name(next, to)
      if (place === undefined) break
      addAny(place, collector)
      if (tokens.text(place.next) !== ',') break
      next = place.next + 1
      while (tokens.text(next) === '\n') next++
    }
  }
}

function addAny(place: NamePlace, collector: NameCollector): void {
  const { names, context } = collector
  const key = collector.keyOf(place)
  const relation = names.table(key) ?? names.view(key)
  if (relation !== undefined) collector.addQualified(place, kindOfRelation(relation), 'reference', key)
  else if (names.enum(key) !== undefined) collector.addQualified(place, 'enum', 'reference', key)
  else {
    const found = names.objectNamed(context.names.qualify(key)) ?? names.objectNamed(qualified(key, collector))
    if (found !== undefined) collector.addQualified(place, found.kind, 'reference', found.key)
  }
}

function qualified(key: string, { context }: NameCollector) {
  return context.names.qualify(nameText(context.names.qualify(key)))
}
