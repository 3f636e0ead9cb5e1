import { applicableRenames, type Spent } from '../../../compiler/diff/applicable.ts'
import { hasNamed, type Named } from '../../../compiler/diff/has-named.ts'
import { type HintIndex, indexHints } from '../../../compiler/diff/hint-index.ts'
import { renameObjects } from '../../../compiler/diff/renames.ts'
import type { NamePair } from '../../../compiler/diff/sequence.ts'
import { spentCycles } from '../../../compiler/diff/spent-cycles.ts'
import { ancestors } from '../../../compiler/revisions/reach.ts'
import { oldestFirst } from '../../../compiler/revisions/topological.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import { type Draft, draftOf } from '../../../compiler/schema/schema.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { Past } from '../past.ts'
import type { ProjectModel } from '../project-model.ts'

/** What the last revision calls the things of a text, worked out with the renames that its hints ask for. */
export class PastNames {
  private readonly draft: Draft
  private readonly steps: readonly Step[]
  private readonly hints: HintIndex
  private readonly spent: Spent
  private readonly model: ProjectModel

  constructor(model: ProjectModel, past: Past) {
    const { schema, hints } = model.loaded
    this.model = model
    this.draft = draftOf(past.schema)
    this.hints = indexHints(hints)
    this.spent = hints.renames.length === 0 ? new Set() : spentIn(past)
    this.steps = renameObjects(this.draft, schema, this.hints, this.spent)
  }

  /** The name that the last revision has for a thing; nothing where it has none. */
  nameOf(thing: Named): string | undefined {
    if (thing.kind === 'enum value') return this.valueOf(thing)
    if (!hasNamed(this.draft, thing)) return undefined
    return this.steps.reduceRight((name, step) => before(step, thing, name), thing.name)
  }

  /** Whether the last revision has a thing of that name which the text does not have any more, renamed or not. */
  drops(thing: Named): boolean {
    if (hasNamed(this.model.loaded.schema, thing)) return false
    const isRenamed = thing.kind === 'enum value' && this.valueRenames(thing).some(({ from }) => from === thing.name)
    return !isRenamed && hasNamed(this.draft, thing)
  }

  private valueOf(thing: Named): string | undefined {
    const renames = this.valueRenames(thing)
    const renamed = renames.find(({ to }) => to === thing.name)
    if (renamed !== undefined) return renamed.from
    return hasNamed(this.draft, thing) && !renames.some(({ from }) => from === thing.name) ? thing.name : undefined
  }

  private valueRenames({ in: owner = '' }: Named): readonly NamePair[] {
    const had = new Set(this.draft.enums.get(owner)?.values)
    const wants = new Set(this.model.loaded.schema.enums.get(owner)?.values)
    return applicableRenames(
      this.hints.renames('enum value', owner),
      value => had.has(value),
      value => wants.has(value),
      this.spent,
    )
  }
}

function spentIn({ graph, revisions, heads }: Past): Spent {
  return spentCycles(oldestFirst(graph, ancestors(graph, heads)).flatMap(id => revisions.get(id)?.revision.steps ?? []))
}

/** What a thing was called before a step. */
function before(step: Step, { kind, in: owner }: Named, name: string): string {
  switch (step.kind) {
    case 'rename schema':
      return kind === 'schema' && step.to === name ? step.from : name
    case 'rename table':
    case 'rename enum':
    case 'rename view':
      return step.kind === `rename ${kind}` && nameText(step.to) === name ? nameText(step.from) : name
    case 'rename column':
    case 'rename constraint':
    case 'rename index':
    case 'rename trigger':
      return step.kind === `rename ${kind}` && nameText(step.table) === owner && step.to === name ? step.from : name
    default:
      return name
  }
}

const memory = new WeakMap<ProjectModel, { readonly names: PastNames | undefined }>()

/** What the last revision calls things; nothing where there is none, or where it does not go together with the text. */
export function pastNames(model: ProjectModel): PastNames | undefined {
  let known = memory.get(model)
  if (known === undefined) {
    known = { names: read(model) }
    memory.set(model, known)
  }
  return known.names
}

function read(model: ProjectModel): PastNames | undefined {
  const { past } = model
  try {
    return past && new PastNames(model, past)
  } catch {
    return undefined
  }
}
