import { applicableRenames, type Spent } from '../../compiler/diff/applicable.ts'
import type { HintPlace, RenameHint } from '../../compiler/diff/hints.ts'
import { spentCycles } from '../../compiler/diff/spent-cycles.ts'
import { ancestors } from '../../compiler/revisions/reach.ts'
import { oldestFirst } from '../../compiler/revisions/topological.ts'
import type { Diagnostic, Range } from '../diagnostic.ts'
import { HintHistory } from './hint-history.ts'
import type { Past } from './past.ts'
import type { ProjectModel } from './project-model.ts'

/** A project, and what its revisions say. */
type Told = Pick<ProjectModel, 'loaded' | 'past'>

const REMEDY = 'Remove it: its revision is made.'

/**
 * The hints that do nothing any more, since the revisions have done what they say. A hint that the next revision will use,
 * and one of a thing that no revision knows yet, is none of them.
 */
export function spentHints(model: Told): readonly Diagnostic[] {
  const { past } = model
  if (past === undefined) return []
  const history = new HintHistory(past.schema, model.loaded)
  const { renames, moves, fills, converts, drops } = model.loaded.hints
  const places = new Set<HintPlace>()
  for (const hint of spentRenames(renames, history, past)) places.add(hint.place)
  for (const hint of moves) if (history.isMoveSpent(hint)) places.add(hint.place)
  for (const hint of fills) if (!hint.down && history.isFillSpent(hint)) places.add(hint.place)
  for (const hint of converts) if (history.isConvertSpent(hint)) places.add(hint.place)
  for (const hint of drops) if (history.isDropSpent(hint)) places.add(hint.place)
  return spentEverywhere(model, places)
}

/** A hint in a mixin is read for each table that includes it: it is spent when it is for all of them. */
function spentEverywhere({ loaded }: Told, places: ReadonlySet<HintPlace>): readonly Diagnostic[] {
  if (places.size === 0) return []
  const found = new Map<string, Diagnostic>()
  const needed = new Set<string>()
  for (const [place, { file, range }] of loaded.sources.hints.entries()) {
    const key = `${range.start.offset} ${file}`
    if (!places.has(place)) needed.add(key)
    else if (!found.has(key)) found.set(key, spent(file, range))
  }
  return [...found].filter(([key]) => !needed.has(key)).map(([, diagnostic]) => diagnostic)
}

function spent(file: string, range: Range): Diagnostic {
  const message = 'This hint does nothing any more.'
  return { code: 'MIG116', severity: 'info', message, remedy: REMEDY, file, range, faded: true }
}

/** The renames of one kind in one place follow each other, so they are judged together. */
function spentRenames(renames: readonly RenameHint[], history: HintHistory, past: Past): readonly RenameHint[] {
  const groups = Map.groupBy(renames, ({ kind, in: place }) => `${kind}\n${place ?? ''}`)
  return [...groups.values()].flatMap(group => {
    const { kind, in: place } = group[0]!
    const names = history.namesAt(kind, place)
    if (names === undefined) return []
    const hinted = group.map(hint => history.withOldName(hint, names.had))
    const wants = (name: string) => names.wants(name)
    const applied = applicableRenames(hinted, names.had, wants, hasCycle(hinted) ? spentOf(past) : NONE)
    const pairs = new Set(applied.map(({ from, to }) => `${from}\n${to}`))
    return group.filter((hint, at) => names.had(hint.to) && !pairs.has(`${hinted[at]!.from}\n${hint.to}`))
  })
}

const NONE: Spent = new Set()
const known = new WeakMap<Past, Spent>()

function hasCycle(hints: readonly { readonly from: string; readonly to: string }[]): boolean {
  const olds = new Set(hints.map(({ from }) => from))
  return hints.some(({ to }) => olds.has(to))
}

function spentOf(past: Past): Spent {
  let spent = known.get(past)
  if (spent === undefined) {
    const ids = oldestFirst(past.graph, ancestors(past.graph, past.heads))
    spent = spentCycles(ids.flatMap(id => past.revisions.get(id)?.revision.steps ?? []))
    known.set(past, spent)
  }
  return spent
}
