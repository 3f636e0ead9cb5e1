import { DIALECTS, forDialect } from '../schema/dialect.ts'
import { nameText, quoteName } from '../schema/name.ts'
import { typeChange } from '../schema/type-change.ts'
import { sameTypes } from './same.ts'
import type { AlterColumn, AlterEnum, Step } from './step.ts'

/**
 * What a step loses that its inverse cannot bring back, as a sentence without its full stop; undefined when it loses
 * nothing. A change of type with `revert` counts as lossless: whoever wrote the pair answers for it.
 */
export function lossOf(step: Step): string | undefined {
  switch (step.kind) {
    case 'drop table':
      return `all rows of ${nameText(step.table.name)}`
    case 'drop column':
      return step.column.generated === undefined
        ? `the values of ${nameText(step.table)}.${quoteName(step.column.name)}`
        : undefined
    case 'alter column':
      return columnLoss(step)
    case 'alter enum':
      return enumLoss(step)
    default:
      return undefined
  }
}

function columnLoss(step: AlterColumn): string | undefined {
  const object = `${nameText(step.table)}.${quoteName(step.to.name)}`
  if (step.from.generated === undefined && step.to.generated !== undefined) return `the values of ${object}`
  if (sameTypes(step.from.type, step.to.type) || step.revert !== undefined) return undefined
  for (const dialect of DIALECTS) {
    const from = forDialect(step.from.type, dialect)
    const to = forDialect(step.to.type, dialect)
    if (from === undefined || to === undefined) continue
    const { lossy } = typeChange(from, to)
    if (lossy !== undefined) return `the old form of ${object}: values ${lossy}`
  }
  return undefined
}

function enumLoss(step: AlterEnum): string | undefined {
  const kept = new Set([...step.to.values, ...step.renames.map(pair => pair.from)])
  const moved = step.moves.filter(move => step.from.values.includes(move.value) && !kept.has(move.value))
  if (moved.length === 0) return undefined
  const parts = moved.map(move => `'${move.value}' (now '${move.to}')`)
  return `which rows held ${parts.join(', ')} of ${nameText(step.from.name)}`
}
