import { type AstNode, GrammarUtils } from 'langium'
import { placeOfKeyword, placeOfProperty } from '../../language/straight/place-of.ts'
import type { Place } from '../../language/straight/places.ts'

/** Everything that a tree says, places among it; that of the concrete syntax is asked for when `parts` is set. */
export function sketch(node: AstNode, parts: boolean): unknown {
  const { $type, $container, $containerProperty, $containerIndex, $cstNode, ...properties } = node
  const entries = Object.entries(properties).filter(([, value]) => value !== undefined)
  return {
    $type,
    held: [$container?.$type, $containerProperty, $containerIndex],
    place: [$cstNode?.offset, $cstNode?.end],
    properties: Object.fromEntries(entries.map(([name, value]) => [name, sketchValue(value, parts)]).sort()),
    ...(parts && {
      text: $cstNode?.text,
      parts: entries
        .map(([name]) =>
          GrammarUtils.findNodesForProperty($cstNode, name).map(({ offset, end, text }) => [name, offset, end, text]),
        )
        .sort(),
      places: entries
        .filter(() => $container !== undefined)
        .map(([name]) => [name, ...[0, 1].map(index => place(placeOfProperty(node, name, index)))])
        .sort(),
      was: place(placeOfKeyword(node, 'was')),
      on: GrammarUtils.findNodesForKeyword($cstNode, 'on').map(({ offset }) => offset),
    }),
  }
}

function place(found: Place | undefined): unknown {
  return found && [found.offset, found.end]
}

function sketchValue(value: unknown, parts: boolean): unknown {
  if (Array.isArray(value)) return value.map(item => sketchValue(item, parts))
  return typeof value === 'object' && value !== null && '$type' in value ? sketch(value as AstNode, parts) : value
}
