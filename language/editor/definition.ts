import { dirname, resolve } from 'node:path'
import type { LocationLink } from 'vscode-languageserver-types'
import { rangeBetween, uriOf } from './lsp-places.ts'
import { nodeAt } from './node-at.ts'
import type { Occurrence } from './occurrence.ts'
import { became } from './occurrences/became.ts'
import { declarationsOf, type NamedPlace } from './occurrences/declarations-of.ts'
import { nameTokens } from './occurrences/name-tokens.ts'
import { occurrenceAt } from './occurrences/occurrence-at.ts'
import type { Place } from './place.ts'

/** Where the name at a place is declared. An old name leads to what it became, the path of an import to its file. */
export function definition(place: Place): LocationLink[] {
  const occurrence = occurrenceAt(place)
  return occurrence === undefined
    ? importedFile(place)
    : declarations(occurrence, place).map(found => link(found, occurrence, place))
}

function declarations(occurrence: Occurrence, { model }: Place): readonly NamedPlace[] {
  const found = declarationsOf(model, occurrence)
  if (found.length > 0 || occurrence.role !== 'past') return found
  const now = became(model, occurrence)
  return now === undefined ? [] : declarationsOf(model, now)
}

function link({ parsed, occurrence: target }: NamedPlace, from: Occurrence, place: Place): LocationLink {
  const selection = rangeBetween(parsed, target.start, target.end)
  const cst = nodeAt(parsed.ast, target.start).$cstNode
  const isAround = cst !== undefined && cst.offset <= target.start && target.end <= cst.end
  return {
    originSelectionRange: rangeBetween(place.parsed, from.start, from.end),
    targetUri: uriOf(parsed.file),
    targetRange: isAround ? rangeBetween(parsed, cst.offset, cst.end) : selection,
    targetSelectionRange: selection,
  }
}

function importedFile({ model, parsed, offset }: Place): LocationLink[] {
  const node = nodeAt(parsed.ast, offset)
  if (node.$type !== 'ImportDeclaration' || !('path' in node) || typeof node.path !== 'string') return []
  const tokens = nameTokens(parsed)
  const [from, to] = tokens.of(node)
  for (let at = from; at < to; at++) {
    const { start, end } = tokens.range(at)
    if (!tokens.text(at).startsWith("'") || offset < start || offset > end) continue
    const file = model.file(resolve(dirname(parsed.file), node.path))
    if (file === undefined) return []
    const top = rangeBetween(file, 0, 0)
    const origin = rangeBetween(parsed, start, end)
    return [{ originSelectionRange: origin, targetUri: uriOf(file.file), targetRange: top, targetSelectionRange: top }]
  }
  return []
}
