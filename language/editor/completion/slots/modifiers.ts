import { dialects } from '../../../../compiler/dialects/dialects.ts'
import type { Column } from '../../../../compiler/schema/column.ts'
import type { Type } from '../../../../compiler/schema/type.ts'
import { canonicalType, integerDigits, isString } from '../../../../compiler/schema/type-family.ts'
import { typeText } from '../../../../compiler/schema/type-text.ts'
import type { Spot } from '../spot.ts'
import { type LineColumn, lineColumn } from './line-column.ts'
import { vanishedColumns } from './old-names.ts'

/** The modifiers that may stand more than once. */
const MANY: ReadonlySet<string> = new Set(['CheckMod', 'ReferenceMod'])

/** The rules of modifiers that leave no room for another. */
const EXCLUDED: Readonly<Record<string, readonly string[]>> = {
  DefaultMod: ['IdentityMod', 'GeneratedMod'],
  IdentityMod: ['DefaultMod', 'GeneratedMod'],
  GeneratedMod: ['DefaultMod', 'IdentityMod', 'BackfillMod', 'ConvertMod'],
  BackfillMod: ['GeneratedMod', 'IdentityMod'],
  ConvertMod: ['GeneratedMod'],
  UniqueMod: ['PrimaryMod'],
  IndexMod: ['PrimaryMod', 'UniqueMod'],
  PrimaryMod: ['UniqueMod', 'IndexMod', 'BackfillMod'],
}

/** Whether a modifier that is not there yet makes sense for the column of a line. */
export function isUsefulModifier(rule: string, spot: Spot): boolean {
  const column = lineColumn(spot)
  if (column === undefined) return true
  if (column.modifiers.has(rule) && (!MANY.has(rule) || rule === 'ReferenceMod')) return false
  if ((EXCLUDED[rule] ?? []).some(other => column.modifiers.has(other))) return false
  const types = Object.values(column.type)
  switch (rule) {
    case 'IdentityMod':
      return !column.nullable && types.every(isInteger)
    case 'CollateMod':
      return types.length === 0 || types.some(type => type.kind === 'raw' || isString(canonicalType(type)))
    case 'PrimaryMod':
      return !column.nullable && !hasOtherPrimary(spot, column)
    case 'OnlyMod':
      return spot.scene.targets.length !== 1
    case 'RevertMod':
      return column.modifiers.has('ConvertMod')
    case 'WasMod':
    case 'BackfillMod':
    case 'ConvertMod':
      return spot.scene.isRevision ? rule !== 'WasMod' : isUsefulHint(rule, column, spot)
    default:
      return true
  }
}

function isInteger(type: Type): boolean {
  return (
    type.kind === 'raw' || (type.kind === 'builtin' && integerDigits(canonicalType(type) as typeof type) !== undefined)
  )
}

function hasOtherPrimary({ scene }: Spot, column: LineColumn): boolean {
  const key = scene.ownTable?.constraints.find(item => item.kind === 'primary')
  return key?.kind === 'primary' && !(key.columns.length === 1 && key.columns[0] === column.name)
}

/** Hints make sense where the past knows the table: `was` for a column that is new, `convert` for one whose type changes. */
function isUsefulHint(rule: string, column: LineColumn, spot: Spot): boolean {
  const table = spot.scene.pastTable
  if (table === undefined) return false
  const before =
    table.columns.find(one => one.name === column.name) ?? table.columns.find(one => one.name === oldName(spot))
  if (rule === 'WasMod') return before === undefined && vanishedColumns(spot.scene).length > 0
  if (rule === 'BackfillMod') return !column.nullable && (before === undefined || before.nullable)
  return before !== undefined && changesType(before, column)
}

function oldName({ reads }: Spot): string | undefined {
  return reads.findLast(read => read.frame.rule === 'WasMod' && read.leaf.feature === 'was')?.token.image
}

function changesType(before: Column, now: LineColumn): boolean {
  return Object.values(dialects).some(({ name }) => {
    const [one, two] = [before.type[name] ?? before.type.all, now.type[name] ?? now.type.all]
    return one !== undefined && two !== undefined && typeText(canonicalType(one)) !== typeText(canonicalType(two))
  })
}

/** Whether a word would be the first of its rule. */
export function isFirst({ reads, frame }: Spot): boolean {
  return !reads.some(read => read.frame === frame)
}
