import { parentsOf } from '../schema/inheritance.ts'
import { nameText, type QName, quoteName } from '../schema/name.ts'
import { type Draft, type Schema, triggerKey } from '../schema/schema.ts'
import { headOf } from '../schema/table.ts'
import { applyStep } from '../steps/apply.ts'
import { sameConstraintDefinition, sameIndexDefinition } from '../steps/same.ts'
import type { Step } from '../steps/step.ts'
import { applicableRenames, type Spent } from './applicable.ts'
import { changesParents, joins } from './heirs.ts'
import type { HintIndex } from './hint-index.ts'
import type { HintedKind, RenameHint } from './hints.ts'
import { withKeptNames } from './kept-names.ts'
import type { Pairs } from './pairs.ts'
import { renameFamily } from './rename-family.ts'
import { type NamePair, sequenceRenames } from './sequence.ts'
import { spentAfter } from './spent-cycles.ts'

/** Makes every rename that applies, in the draft as well, and answers the steps: outer objects before their members. */
export function renameObjects(draft: Draft, after: Schema, hints: HintIndex, spent: Spent): readonly Step[] {
  const steps: Step[] = []
  let known = spent
  const moved = new Map<string, string>()
  const make = (step: Step) => {
    const isRename = step.kind === 'rename table' || step.kind === 'rename column'
    for (const one of isRename ? withKeptNames(draft, step) : [step]) {
      applyStep(draft, one)
      steps.push(one)
    }
    if (CARRYING.has(step.kind)) known = spentAfter(known, [step])
  }
  const pairs = (
    kind: HintedKind,
    place: string | undefined,
    had: (name: string) => boolean,
    wants: (name: string) => boolean,
  ) => {
    const hinted = hints.renames(kind, place).map(hint => withOldName(hint, had, moved))
    return hinted.length === 0 ? [] : sequenceRenames(applicableRenames(hinted, had, wants, known))
  }
  for (const { from, to } of pairs(
    'schema',
    undefined,
    name => draft.schemas.has(name),
    name => after.schemas.has(name),
  )) {
    make({ kind: 'rename schema', from, to })
    moved.set(from, to)
  }
  const qualified = (
    kind: 'enum' | 'table' | 'view',
    had: ReadonlyMap<string, { name: QName }>,
    wants: ReadonlyMap<string, { name: QName }>,
  ) => {
    for (const { from, to } of pairs(
      kind,
      undefined,
      name => had.has(name),
      name => wants.has(name),
    )) {
      const old = had.get(from)!.name
      const name = wants.get(to)?.name ?? { ...old, name: to }
      const schema = name.schema === undefined ? undefined : after.schemas.get(name.schema)
      if (schema !== undefined && !draft.schemas.has(schema.name)) make({ kind: 'create schema', schema })
      make({ kind: `rename ${kind}`, from: old, to: name } as Step)
    }
  }
  qualified('enum', draft.enums, after.enums)
  qualified('table', draft.tables, after.tables)
  qualified('view', draft.views, after.views)
  renameFamily(draft, after, pairs, make)
  for (const key of after.tables.keys()) leaveParents(key, draft, after, pairs, make)
  for (const key of after.tables.keys()) if (draft.tables.has(key)) renameMembers(key, draft, after, pairs, make)
  const others = [...after.triggers.values()].map(({ table }) => [nameText(table), table] as const)
  for (const [key, table] of new Map(others.filter(([name]) => !after.tables.has(name))))
    renameTriggers(key, table, draft, after, pairs, make)
  return steps
}

/** A column is renamed with that of the parent as long as there is one: a table that leaves it does so before its columns get names of their own. */
function leaveParents(key: string, draft: Draft, after: Schema, pairs: Pairs, make: (step: Step) => void): void {
  const table = draft.tables.get(key)
  if (table === undefined || parentsOf(table).length === 0) return
  const wanted = after.tables.get(key)!
  const { partitionOf: _partitionOf, inherits: _inherits, ...rest } = headOf(table)
  const { partitionOf, inherits } = wanted
  const to = { ...rest, ...(partitionOf && { partitionOf }), ...(inherits && { inherits }) }
  const step = { kind: 'alter table', table: table.name, from: headOf(table), to } as const
  if (!changesParents(step) || joins(step)) return
  if (pairs('column', key, among(table.columns), among(wanted.columns)).length > 0) make(step)
}

/** What renames the places of others. */
const CARRYING: ReadonlySet<Step['kind']> = new Set(['rename schema', 'rename table', 'rename enum'])

/**
 * While `public` is the default schema, what is in it has no schema in its name; `was public.users` means it all the same. So
 * does the old name of a schema that is renamed along with it.
 */
function withOldName(hint: RenameHint, had: (name: string) => boolean, moved: ReadonlyMap<string, string>): RenameHint {
  if (had(hint.from)) return hint
  const bare = hint.from.replace(/^public\./, '')
  if (had(bare)) return { ...hint, from: bare }
  for (const [old, now] of moved) {
    const before = `${quoteName(old)}.`
    const next = `${quoteName(now)}.${hint.from.slice(before.length)}`
    if (hint.from.startsWith(before) && had(next)) return { ...hint, from: next }
  }
  return hint
}

function renameMembers(key: string, draft: Draft, after: Schema, pairs: Pairs, make: (step: Step) => void): void {
  const wanted = after.tables.get(key)!
  const table = wanted.name
  const now = () => draft.tables.get(key)!
  const taken = () => among([...now().constraints, ...now().indexes])
  for (const { from, to } of pairs('column', key, among(now().columns), among(wanted.columns))) {
    make({ kind: 'rename column', table, from, to })
  }
  const constraints = named(pairs('constraint', key, among(now().constraints), among(wanted.constraints)), () =>
    unchanged(now().constraints, wanted.constraints, sameConstraintDefinition, taken()),
  )
  for (const { from, to } of constraints) make({ kind: 'rename constraint', table, from, to })
  const indexes = named(pairs('index', key, among(now().indexes), among(wanted.indexes)), () =>
    unchanged(now().indexes, wanted.indexes, sameIndexDefinition, taken()),
  )
  for (const { from, to } of indexes) make({ kind: 'rename index', table, from, to })
  renameTriggers(key, table, draft, after, pairs, make)
}

/** The triggers of a table, a view or a foreign table. */
function renameTriggers(
  key: string,
  table: QName,
  draft: Draft,
  after: Schema,
  pairs: Pairs,
  make: (step: Step) => void,
): void {
  const had = (name: string) => draft.triggers.has(triggerKey({ table, name }))
  const wants = (name: string) => after.triggers.has(triggerKey({ table, name }))
  for (const { from, to } of pairs('trigger', key, had, wants)) make({ kind: 'rename trigger', table, from, to })
}

function among(members: readonly { readonly name: string }[]): (name: string) => boolean {
  const names = new Set(members.map(member => member.name))
  return name => names.has(name)
}

/** Hinted renames, then those that need no hint: a key or index whose definition is the same to the letter but for its name. */
function named(hinted: readonly NamePair[], plain: () => readonly NamePair[]): readonly NamePair[] {
  const taken = new Set(hinted.flatMap(pair => [pair.from, pair.to]))
  return [...hinted, ...plain().filter(pair => !taken.has(pair.from) && !taken.has(pair.to))]
}

/** Members that are the same but for their name. */
export function unchanged<T extends { readonly name: string }>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
  isThere: (name: string) => boolean,
): readonly NamePair[] {
  const isWanted = among(after)
  const gone = before.filter(member => !isWanted(member.name))
  const fresh = after.filter(member => !isThere(member.name))
  const pairs: NamePair[] = []
  const used = new Set<string>()
  for (const old of gone) {
    const next = fresh.find(member => !used.has(member.name) && same({ ...old, name: member.name }, member))
    if (next === undefined) continue
    used.add(next.name)
    pairs.push({ from: old.name, to: next.name })
  }
  return pairs
}
