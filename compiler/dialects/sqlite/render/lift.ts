import type { Statement } from '../../dialect.ts'
import type { Dependent } from './dependent.ts'
import { dependentTrigger, dependentView } from './dependent.ts'
import type { Progress, Segment } from './progress.ts'
import { statement } from './statement.ts'

/** The views and triggers to drop before the first change of a segment, and those to create after its last. */
export interface Lift {
  readonly down: readonly Statement[]
  readonly back: readonly Statement[]
}

/**
 * A view or trigger that names something missing stops every rename and every DROP COLUMN in the database
 * (lang_altertable.html), so whatever reads a disturbed relation is put aside, and whatever reads that.
 */
export function lift(progress: Progress): Lift {
  const { segment, draft } = progress
  if (segment.disturbed.size === 0 && segment.about.size === 0) return { down: [], back: [] }
  const before = dependents(segment)
  const after = dependents(draft)
  const aside = putAside(before, after, segment.disturbed)
  const kept = new Set(before.filter(one => !aside.has(one)).map(keyOf))
  return {
    down: basesFirst([...aside])
      .toReversed()
      .map(one => statement(one.drop, aboutDependent(one, segment, 'put aside'))),
    back: basesFirst(after.filter(one => !kept.has(keyOf(one)))).map(one =>
      statement(one.create, aboutDependent(one, segment, 'bring back')),
    ),
  }
}

function dependents({ views, triggers }: Pick<Segment, 'views' | 'triggers'>): readonly Dependent[] {
  return [...[...views.values()].map(dependentView), ...[...triggers.values()].map(dependentTrigger)].filter(
    one => one !== undefined,
  )
}

function keyOf(one: Dependent): string {
  return `${one.kind} ${one.key}`
}

/** What changes itself, what reads a disturbed relation, and what reads a view that is put aside. */
function putAside(
  before: readonly Dependent[],
  after: readonly Dependent[],
  disturbed: ReadonlySet<string>,
): ReadonlySet<Dependent> {
  const wanted = new Map(after.map(one => [keyOf(one), one.create]))
  const readers = new Map<string, Dependent[]>()
  for (const one of before) {
    for (const name of one.uses) {
      const list = readers.get(name)
      if (list === undefined) readers.set(name, [one])
      else list.push(one)
    }
  }
  const aside = new Set(before.filter(one => wanted.get(keyOf(one)) !== one.create))
  const names = [...disturbed, ...[...aside].filter(one => one.kind === 'view').map(one => one.key)]
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    for (const one of readers.get(name) ?? []) {
      if (aside.has(one)) continue
      aside.add(one)
      if (one.kind === 'view') names.push(one.key)
    }
  }
  return new Set(before.filter(one => aside.has(one)))
}

/** Views, each after those that it reads, then triggers. */
function basesFirst(all: readonly Dependent[]): readonly Dependent[] {
  const views = new Map(all.filter(one => one.kind === 'view').map(one => [one.key, one]))
  const readers = new Map<Dependent, Dependent[]>([...views.values()].map(one => [one, []]))
  const waiting = new Map<Dependent, number>()
  for (const one of views.values()) {
    const bases = [...one.uses].map(name => views.get(name)).filter(base => base !== undefined && base !== one)
    waiting.set(one, bases.length)
    for (const base of bases) readers.get(base!)!.push(one)
  }
  const ordered = [...views.values()].filter(one => waiting.get(one) === 0)
  for (let at = 0; at < ordered.length; at++) {
    for (const reader of readers.get(ordered[at]!)!) {
      const left = waiting.get(reader)! - 1
      waiting.set(reader, left)
      if (left === 0) ordered.push(reader)
    }
  }
  const inCycles = [...views.values()].filter(one => waiting.get(one)! > 0)
  return [...ordered, ...inCycles, ...all.filter(one => one.kind === 'trigger')]
}

function aboutDependent(one: Dependent, segment: Segment, otherwise: 'put aside' | 'bring back'): string {
  return segment.about.get(keyOf(one))?.join('; ') ?? `${otherwise} ${one.kind} ${one.name}`
}
