import { nameText } from '../../../compiler/schema/name.ts'
import type { NameKind } from '../occurrence.ts'
import type { NameCollector } from './name-collector.ts'

/** The name of a table, view or enum with its `was`; answers its key. */
export function addHead(
  node: { readonly name?: string; readonly was?: string },
  kind: 'table' | 'view' | 'enum',
  from: number,
  body: number,
  collector: NameCollector,
): string | undefined {
  const { tokens } = collector
  const place = node.name === undefined ? undefined : tokens.name(from + 1, body)
  if (place === undefined) return undefined
  const key = collector.keyOf(place)
  collector.addQualified(place, kind, 'declaration', key)
  if (node.was === undefined) return key
  const was = tokens.name(tokens.find(place.next, body, 'was') + 1, body)
  collector.addQualified(was, kind, 'past', key)
  return key
}

/** The old name after `was`. */
export function addWas(
  was: string | undefined,
  from: number,
  to: number,
  kind: NameKind,
  key: string,
  collector: NameCollector,
): void {
  const at = collector.nameAfter('was', from, to, was)
  if (at !== undefined) collector.add(at, kind, key, 'past')
}

/** The key of a table, view or enum by its name as the tree has it. */
export function keyNamed(written: string | undefined, { names }: NameCollector['context']): string {
  return nameText(names.qualify(written ?? ''))
}
