import type { Column } from '../../../schema/column.ts'
import type { Constraint } from '../../../schema/constraint.ts'
import type { Table } from '../../../schema/table.ts'
import type { Index } from '../../../schema/table-index.ts'

/** Whether two projected columns are the same; projection writes their parts in one order. */
export function isSameColumn(a: Column, b: Column): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** Whether two projected indexes are the same, name and all. */
export function isSameIndex(a: Index, b: Index): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

export function isSameHead(a: Table, b: Table): boolean {
  return a.strict === b.strict && a.withoutRowid === b.withoutRowid
}

/** The constraints of `to` that `from` lacks and the other way round. Names do not count: nothing is rebuilt for a name. */
export function compareConstraints(
  from: readonly Constraint[],
  to: readonly Constraint[],
): { readonly added: readonly Constraint[]; readonly dropped: readonly Constraint[] } {
  const left = new Map<string, Constraint[]>()
  for (const constraint of from) {
    const key = contentOf(constraint)
    left.set(key, [...(left.get(key) ?? []), constraint])
  }
  const added = to.filter(constraint => left.get(contentOf(constraint))?.pop() === undefined)
  return { added, dropped: [...left.values()].flat() }
}

function contentOf(constraint: Constraint): string {
  return JSON.stringify({ ...constraint, name: '' })
}
