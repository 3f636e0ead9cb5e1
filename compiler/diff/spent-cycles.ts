import { nameText, quoteName } from '../schema/name.ts'
import { labelOf } from '../schema/objects/object-key.ts'
import type { AlterEnum, AlterObject, Step } from '../steps/step.ts'
import { type Spent, spentKey } from './applicable.ts'
import type { HintedKind } from './hints.ts'
import { isTemporaryName } from './sequence.ts'

/**
 * The renames in cycles among some steps: those that went through a temporary name, and those that closed the circle. They are
 * told by the names that their tables and schemas have after all steps.
 */
export function spentCycles(steps: Iterable<Step>): Spent {
  let spent: Rename[] = []
  let run: Rename[] = []
  for (const step of steps) {
    const rename = renameOf(step)
    if (rename === undefined || (run[0] !== undefined && !sameSpace(run[0], rename))) {
      spent.push(...cyclesIn(run))
      run = []
    }
    if (step.kind === 'alter enum') spent.push(...circles(valuesRenamed(step)))
    if (step.kind === 'alter object') spent.push(...circles(fieldsRenamed(step)))
    if (rename === undefined) continue
    run.push(rename)
    if (spent.length > 0) spent = spent.map(one => carried(one, rename))
  }
  spent.push(...cyclesIn(run))
  return new Set(spent.map(spentKey))
}

/** The same renames, told by the names that their tables and schemas have after some steps. */
export function spentAfter(spent: Spent, steps: readonly Step[]): Spent {
  const renames = spent.size === 0 ? [] : steps.map(renameOf).filter(rename => rename !== undefined)
  if (renames.length === 0) return spent
  return new Set([...spent].map(key => spentKey(renames.reduce(carried, renameKeyed(key)))))
}

function renameKeyed(key: string): Rename {
  const [kind, within, from, to] = JSON.parse(key) as [HintedKind, string | null, string, string]
  return { kind, from, to, ...(within !== null && { in: within }) }
}

interface Rename {
  readonly kind: HintedKind
  readonly in?: string
  readonly from: string
  readonly to: string
}

function sameSpace(a: Rename, b: Rename): boolean {
  return a.kind === b.kind && a.in === b.in
}

/** What holds those that are in no table. */
const HOLDERS: { readonly [K in HintedKind]?: HintedKind } = { 'enum value': 'enum', field: 'composite' }

/** A rename in a cycle, after the table or the schema that it is in got another name. */
function carried(one: Rename, { kind, from, to }: Rename): Rename {
  if (kind === (HOLDERS[one.kind] ?? 'table')) return one.in === from ? { ...one, in: to } : one
  if (kind !== 'schema' || one.kind === 'schema') return one
  const [old, now] = [`${quoteName(from)}.`, `${quoteName(to)}.`]
  const moved = (name: string) => (name.startsWith(old) ? now + name.slice(old.length) : name)
  return one.in === undefined ? { ...one, from: moved(one.from), to: moved(one.to) } : { ...one, in: moved(one.in) }
}

/** Joins what waited under a temporary name with where it went, then keeps what forms a circle. */
function cyclesIn(run: readonly Rename[]): readonly Rename[] {
  if (!run.some(rename => isTemporaryName(bare(rename.to)))) return []
  const goal = new Map(run.map(rename => [rename.from, rename.to]))
  const ends = run
    .filter(rename => !isTemporaryName(bare(rename.from)))
    .map(rename => ({ ...rename, to: isTemporaryName(bare(rename.to)) ? goal.get(rename.to)! : rename.to }))
  return circles(ends.filter(rename => rename.to !== undefined))
}

/** Those renames that follow each other in a circle. */
function circles(renames: readonly Rename[]): readonly Rename[] {
  const next = new Map(renames.map(rename => [rename.from, rename.to]))
  return renames.filter(({ from, to }) => {
    let at: string | undefined = to
    for (let steps = 0; at !== undefined && at !== from && steps < next.size; steps++) at = next.get(at)
    return at === from
  })
}

function valuesRenamed({ to, renames }: AlterEnum): readonly Rename[] {
  return renames.map(pair => ({ kind: 'enum value', in: nameText(to.name), ...pair }))
}

function fieldsRenamed({ to, renames = [] }: AlterObject): readonly Rename[] {
  return renames.map(pair => ({ kind: 'field', in: nameText(to.name), ...pair }))
}

/** The name alone, without the schema before it and the arguments behind it. */
function bare(text: string): string {
  const name = /^(?:[^"(]|"(?:[^"]|"")*")*/.exec(text)![0]
  return name.startsWith('"') ? name.slice(1) : name.slice(name.lastIndexOf('.') + 1)
}

function renameOf(step: Step): Rename | undefined {
  switch (step.kind) {
    case 'rename table':
    case 'rename enum':
    case 'rename view':
      return { kind: step.kind.slice('rename '.length) as HintedKind, from: nameText(step.from), to: nameText(step.to) }
    case 'rename column':
    case 'rename constraint':
    case 'rename index':
    case 'rename trigger':
      return {
        kind: step.kind.slice('rename '.length) as HintedKind,
        in: nameText(step.table),
        from: step.from,
        to: step.to,
      }
    case 'rename object':
      return { kind: step.to.kind, from: labelOf(step.from), to: labelOf(step.to) }
    case 'rename schema':
      return { kind: 'schema', from: step.from, to: step.to }
    default:
      return undefined
  }
}
