import { makeObjectName } from '../../compiler/schema/made-name.ts'
import type { QName } from '../../compiler/schema/name.ts'
import type { MadeParts } from '../../compiler/steps/follow/made-members.ts'

/** A key, check or index that may have a written name; if not, what its name is made from. */
export interface NameSlot {
  readonly written?: string
  readonly parts: () => MadeParts
}

/**
 * The names of the members of a table in their order. A made name is `madeName`'s: it passes over written ones and those
 * made before it. How far it had to go is remembered, since many members can be made from the same parts.
 */
export function makeNames(table: QName, slots: readonly NameSlot[]): readonly string[] {
  const taken = new Set(slots.map(slot => slot.written))
  const passes = new Map<string, number>()
  return slots.map(({ written, parts }) => {
    if (written !== undefined) return written
    const { words, label } = parts()
    const middle = words.length === 0 ? undefined : words.join('_')
    const key = `${label} ${middle ?? ''}`
    for (let pass = passes.get(key) ?? 0; ; pass++) {
      const name = makeObjectName(table.name, middle, pass === 0 ? label : `${label}${pass}`)
      if (taken.has(name)) continue
      passes.set(key, pass + 1)
      taken.add(name)
      return name
    }
  })
}
