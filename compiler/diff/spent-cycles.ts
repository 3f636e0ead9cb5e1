import { nameText } from '../schema/name.ts'
import type { Step } from '../steps/step.ts'
import { type Spent, spentKey } from './applicable.ts'
import type { HintedKind } from './hints.ts'
import { isTemporaryName } from './sequence.ts'

/** The renames in cycles among some steps: those that went through a temporary name, and those that closed the circle. */
export function spentCycles(steps: Iterable<Step>): Spent {
  const spent = new Set<string>()
  let run: Rename[] = []
  for (const step of steps) {
    const rename = renameOf(step)
    if (rename === undefined || (run[0] !== undefined && !sameSpace(run[0], rename))) {
      collect(run, spent)
      run = []
    }
    if (rename !== undefined) run.push(rename)
  }
  collect(run, spent)
  return spent
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

/** Joins what waited under a temporary name with where it went, then keeps what forms a circle. */
function collect(run: readonly Rename[], spent: Set<string>): void {
  if (!run.some(rename => isTemporaryName(bare(rename.to)))) return
  const goal = new Map(run.map(rename => [rename.from, rename.to]))
  const ends = run
    .filter(rename => !isTemporaryName(bare(rename.from)))
    .map(rename => ({ ...rename, to: isTemporaryName(bare(rename.to)) ? goal.get(rename.to)! : rename.to }))
  const froms = new Set(ends.map(rename => rename.from))
  for (const rename of ends) if (rename.to !== undefined && froms.has(rename.to)) spent.add(spentKey(rename))
}

function bare(name: string): string {
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
    case 'rename schema':
      return { kind: 'schema', from: step.from, to: step.to }
    default:
      return undefined
  }
}
