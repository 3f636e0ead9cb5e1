import type { Modifier } from '../generated/ast.ts'
import type { Check } from './check.ts'

type Kind = 'default' | 'identity' | 'generated' | 'backfill' | 'convert'

const KINDS: Readonly<Partial<Record<Modifier['$type'], Kind>>> = {
  DefaultModifier: 'default',
  IdentityModifier: 'identity',
  GeneratedModifier: 'generated',
  BackfillModifier: 'backfill',
  ConvertModifier: 'convert',
}

/** What excludes what, and why. */
const EXCLUSIVE: readonly (readonly [Kind, Kind, string])[] = [
  ['identity', 'default', 'counts, so it has no default'],
  ['generated', 'default', 'is computed, so it has no default'],
  ['generated', 'identity', 'is computed, so it does not count'],
  ['generated', 'backfill', 'is computed, so the rows that are there need no value'],
  ['generated', 'convert', 'is computed, so its values are made anew when its type changes'],
  ['identity', 'backfill', 'counts, so the rows that are there are numbered by it'],
]

/** Modifiers of one column that exclude each other. */
export const checkModifiers: Check = (subject, report) => {
  for (const { columns } of subject.scope.tables) {
    for (const { node: line } of columns.values()) {
      if (line.modifiers.length < 2) continue
      const found = new Map<Kind, Modifier>()
      for (const modifier of line.modifiers ?? []) {
        const kind = KINDS[modifier.$type]
        if (kind !== undefined && !found.has(kind)) found.set(kind, modifier)
      }
      for (const [one, other, why] of EXCLUSIVE) {
        const node = found.get(other)
        if (node === undefined || !found.has(one)) continue
        const word = other === 'generated' ? '= …' : other
        const message = `\`${line.name}\` ${why}.`
        report.error({
          code: 'MIG158',
          message,
          remedy: `Remove \`${word}\`.`,
          place: { node },
          data: { modifier: other },
        })
      }
    }
  }
}
