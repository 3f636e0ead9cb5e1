import type { AstNode } from 'langium'
import type { InlayHint, Range as LspRange } from 'vscode-languageserver-types'
import type { Parsed } from '../parse.ts'
import { enumHints } from './inlay-hints/enum-hints.ts'
import { type Hint, toInlayHint } from './inlay-hints/hint.ts'
import { includeHints } from './inlay-hints/include-hints.ts'
import { nameHints } from './inlay-hints/name-hints.ts'
import { targetHints } from './inlay-hints/target-hints.ts'
import { typeHints } from './inlay-hints/type-hints.ts'
import { offsetAt } from './lsp-places.ts'
import { knownNames } from './occurrences/known-names.ts'
import type { ProjectModel } from './project-model.ts'
import { membersOf } from './symbol-facts.ts'

/** What can be shown: made names, the columns that keys go to, what types and mixins stand for. */
export type HintSort = 'names' | 'targets' | 'types' | 'mixins'

const ALL: ReadonlySet<HintSort> = new Set<HintSort>(['names', 'targets', 'types', 'mixins'])

/** What the text means and does not say, in a part of a file. */
export function inlayHints(
  model: ProjectModel,
  parsed: Parsed,
  range: LspRange,
  show: ReadonlySet<HintSort> = ALL,
): InlayHint[] {
  const start = offsetAt(parsed, range.start)
  const end = offsetAt(parsed, range.end)
  const context = knownNames(model).contextOf(parsed)
  if (context === undefined) return []
  const place = { model, parsed, context }
  const hints: Hint[] = []
  for (const element of within(parsed.ast.elements ?? [], start, end)) {
    if (show.has('types') && element.$type === 'EnumDeclaration') hints.push(...enumHints(element, place))
    for (const member of within(membersOf(element), start, end)) {
      if (member.$type === 'FieldDeclaration') continue
      if (show.has('targets')) hints.push(...targetHints(member, place))
      if (show.has('types')) hints.push(...typeHints(member, place))
      if (show.has('mixins')) hints.push(...includeHints(member, place))
    }
  }
  if (show.has('names')) hints.push(...nameHints(place, start, end))
  const shown = hints.filter(({ at }) => start <= at && at <= end).sort((a, b) => a.at - b.at)
  return shown.map(hint => toInlayHint(hint, parsed))
}

function within<T extends AstNode>(nodes: readonly T[], start: number, end: number): readonly T[] {
  return nodes.filter(({ $cstNode }) => $cstNode !== undefined && $cstNode.offset <= end && start <= $cstNode.end)
}
