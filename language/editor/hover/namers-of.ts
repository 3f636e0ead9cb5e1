import { occurrencesOf } from '../occurrences/occurrences-of.ts'
import { sameThing } from '../occurrences/same-thing.ts'
import type { Thing } from './thing.ts'

/** The declarations that name a thing, each once. */
export function namersOf({ model, kind, key }: Thing): readonly string[] {
  const found = new Set<string>()
  for (const { parsed } of model.loaded.files) {
    const elements = parsed.ast.elements ?? []
    for (const one of occurrencesOf(model, parsed)) {
      if (one.role !== 'reference' || !sameThing(one, { kind, key })) continue
      const element = elements.find(
        ({ $cstNode }) => $cstNode && $cstNode.offset <= one.start && one.end <= $cstNode.end,
      )
      if (element === undefined || !('name' in element) || !element.name) continue
      found.add(element.$type === 'GrantDeclaration' ? `grant on ${element.name}` : element.name)
    }
  }
  return [...found]
}
