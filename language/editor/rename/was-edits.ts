import type { Named } from '../../../compiler/diff/has-named.ts'
import type { MixinDeclaration, TableDeclaration } from '../../generated/ast.ts'
import { isInTable, isNamedObjectKind } from '../family.ts'
import { nodeAt } from '../node-at.ts'
import type { Occurrence } from '../occurrence.ts'
import type { NamedPlace } from '../occurrences/declarations-of.ts'
import { knownNames } from '../occurrences/known-names.ts'
import { splitKey } from '../occurrences/split-key.ts'
import type { ProjectModel } from '../project-model.ts'
import type { FileEdit } from './file-edit.ts'
import { hintedNames, underName } from './hinted-names.ts'
import { type PastNames, pastNames } from './past-names.ts'
import { type Refusal, refuse } from './refusal.ts'
import { oldName, wasEdit } from './was-edit.ts'

/** The edits of `was` that a rename makes: it says what the last revision calls the thing, if that is not the new name. */
export function wasEdits(
  model: ProjectModel,
  thing: Occurrence,
  declarations: readonly NamedPlace[],
  owner: TableDeclaration | MixinDeclaration | undefined,
  name: string,
): readonly FileEdit[] | Refusal {
  const past = pastNames(model)
  if (past === undefined) return []
  const known = hintedNames(thing, owner, model).flatMap(one => {
    const old = past.nameOf(one)
    return old === undefined ? [] : [{ old, now: underName(one, name), one }]
  })
  const [first] = known
  if (first === undefined) return []
  if (known.some(({ old, now }) => old !== now.name && past.drops(now))) {
    return refuse(
      `The last revision has another ${thing.kind} \`${name}\` in its place, which this text drops: compile that first.`,
    )
  }
  const { kind } = first.one
  const isKey = kind === 'table' || kind === 'enum' || kind === 'view' || (isNamedObjectKind(kind) && !isInTable(kind))
  const label = isInTable(kind) ? splitKey(first.old).name : isKey ? nameOfLabel(first.old) : first.old
  const old = first.old === first.now.name ? undefined : oldName(label, isKey, knownNames(model).defaultSchema)
  const own = declarations.flatMap(({ parsed, occurrence }) => {
    const edit = wasEdit(parsed, nodeAt(parsed.ast, occurrence.start), old)
    return edit === undefined ? [] : [edit]
  })
  return old === undefined ? own : [...own, ...known.flatMap(({ one, old }) => spentClaims(model, past, one, old))]
}

/** The name in the label of a function, without the types of its arguments. */
function nameOfLabel(label: string): string {
  return /^(?:"(?:[^"]|"")*"|[^"(])*/.exec(label)![0]
}

/** Takes away what others say by hints that are spent: that they were what this thing has to say from now on. */
function spentClaims(model: ProjectModel, past: PastNames, thing: Named, old: string): readonly FileEdit[] {
  const { hints, sources } = model.loaded
  return hints.renames.flatMap(hint => {
    if (hint.kind !== thing.kind || hint.in !== thing.in || hint.from !== old || hint.to === thing.name) return []
    const source = sources.hints[hint.place]
    const parsed = source && model.file(source.file)
    if (parsed === undefined || past.nameOf({ ...thing, name: hint.to }) === old) return []
    const { start, end } = source!.range
    const before = parsed.text.slice(0, start.offset).trimEnd().length
    return [{ parsed, start: before, end: end.offset, text: '' }]
  })
}
