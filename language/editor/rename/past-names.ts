import { applicableRenames, type Spent } from '../../../compiler/diff/applicable.ts'
import { hasNamed, type Named } from '../../../compiler/diff/has-named.ts'
import { type HintIndex, indexHints } from '../../../compiler/diff/hint-index.ts'
import { renameObjects } from '../../../compiler/diff/renames.ts'
import type { NamePair } from '../../../compiler/diff/sequence.ts'
import { spentCycles } from '../../../compiler/diff/spent-cycles.ts'
import { ancestors } from '../../../compiler/revisions/reach.ts'
import { oldestFirst } from '../../../compiler/revisions/topological.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import { labelOf } from '../../../compiler/schema/objects/object-key.ts'
import { type Draft, draftOf, type Schema } from '../../../compiler/schema/schema.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { isNamedObjectKind } from '../family.ts'
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
    if (isEntry(thing)) return this.entryOf(thing)
    if (!hasNamed(this.draft, thing)) return isNamedObjectKind(thing.kind) ? this.replacedBy(thing) : undefined
    return this.steps.reduceRight((name, step) => before(step, thing, name), thing.name)
  }

  /** Whether the last revision has a thing of that name which the text does not have any more, renamed or not. */
  drops(thing: Named): boolean {
    if (hasNamed(this.model.loaded.schema, thing)) return false
    const isRenamed = isEntry(thing) && this.entryRenames(thing).some(({ from }) => from === thing.name)
    return !isRenamed && hasNamed(this.draft, thing)
  }

  /** Of two functions of a name one goes and another comes where it is renamed: its hint says what it was. */
  private replacedBy({ kind, name }: Named): string | undefined {
    const renamed = this.hints.renames(kind, undefined).find(hint => hint.to === name)?.from
    return renamed !== undefined && this.draft.objects.has(`${kind} ${renamed}`) ? renamed : undefined
  }

  private entryOf(thing: Named): string | undefined {
    const renames = this.entryRenames(thing)
    const renamed = renames.find(({ to }) => to === thing.name)
    if (renamed !== undefined) return renamed.from
    return hasNamed(this.draft, thing) && !renames.some(({ from }) => from === thing.name) ? thing.name : undefined
  }

  private entryRenames(thing: Named): readonly NamePair[] {
    const { in: owner = '', kind } = thing
    const had = new Set(entriesOf(this.draft, thing))
    const wants = new Set(entriesOf(this.model.loaded.schema, thing))
    return applicableRenames(
      this.hints.renames(kind, owner),
      name => had.has(name),
      name => wants.has(name),
      this.spent,
    )
  }
}

/** Whether a thing is an entry of another, with which it changes: no step renames it alone. */
function isEntry({ kind }: Named): boolean {
  return kind === 'enum value' || kind === 'field'
}

function entriesOf({ enums, objects }: Pick<Schema, 'enums' | 'objects'>, { kind, in: owner = '' }: Named) {
  if (kind === 'enum value') return enums.get(owner)?.values ?? []
  const composite = objects.get(`composite ${owner}`)
  return composite?.kind === 'composite' ? composite.fields.map(field => field.name) : []
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
    case 'rename object':
      return step.to.kind === kind && labelOf(step.to) === name ? labelOf(step.from) : name
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
