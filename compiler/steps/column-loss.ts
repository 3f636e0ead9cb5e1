import { lossOfAffinity } from '../schema/affinity.ts'
import type { Column } from '../schema/column.ts'
import { type DialectName, forDialect, isFor } from '../schema/dialect.ts'
import { nameText, type QName, quoteName } from '../schema/name.ts'
import type { Type } from '../schema/type.ts'
import { typeChange } from '../schema/type-change.ts'
import { sameType } from './same.ts'
import type { AlterColumn, DropColumn } from './step.ts'

/** A column as one database holds it, as far as its values go. */
interface Held {
  readonly type: Type | undefined
  readonly computed: boolean
  readonly nullable: boolean
  readonly collate: string | undefined
}

function heldBy(column: Column, dialect: DialectName): Held | undefined {
  const type = forDialect(column.type, dialect)
  if (!isFor(column, dialect) || (type === undefined && dialect === 'postgres')) return undefined
  const computed = column.generated !== undefined && forDialect(column.generated.sql, dialect) !== undefined
  return { type, computed, nullable: column.nullable, collate: column.collate }
}

/** What one database loses with a column that is dropped. */
export function droppedLoss({ table, column }: DropColumn, dialect: DialectName): string | undefined {
  const held = heldBy(column, dialect)
  return held === undefined || held.computed ? undefined : `the values of ${path(table, column)}`
}

/** What becomes of the values of a column in one database: they go, or change in a way that nothing turns back. */
export type Fate = { readonly gone: 'dropped' | 'computed' } | { readonly changed: string }

/** The fate of the values of a column that is altered; undefined when they stay. `changed` is the end of "values …". */
export function fateOfValues(step: AlterColumn, dialect: DialectName): Fate | undefined {
  const from = heldBy(step.from, dialect)
  const to = heldBy(step.to, dialect)
  if (from === undefined || from.computed) return undefined
  if (to === undefined) return { gone: 'dropped' }
  if (to.computed) return { gone: 'computed' }
  const changed = conversionLoss(step, from, to, dialect)
  return changed === undefined ? undefined : { changed }
}

/** What one database loses when the values of a column go, or take another form. */
export function valuesLoss(step: AlterColumn, dialect: DialectName): string | undefined {
  const object = path(step.table, step.to)
  const fate = fateOfValues(step, dialect)
  if (fate === undefined) return undefined
  return 'gone' in fate ? `the values of ${object}` : `the old form of ${object}: values ${fate.changed}`
}

/** What becomes of values without an error when a column of one database changes its type, as the end of "values …". */
function conversionLoss(step: AlterColumn, from: Held, to: Held, dialect: DialectName): string | undefined {
  const retyped = from.type === undefined || to.type === undefined || !sameType(from.type, to.type)
  const isWritten = step.convert !== undefined && forDialect(step.convert, dialect) !== undefined
  if (isWritten && (retyped || dialect === 'sqlite' || from.collate !== to.collate)) {
    const back = step.revert && forDialect(step.revert, dialect)
    return back === undefined ? 'are converted, and nothing says how to turn them back' : undefined
  }
  if (!retyped || from.type === undefined || to.type === undefined) return undefined
  return dialect === 'postgres' ? typeChange(from.type, to.type).lossy : lossOfAffinity(from.type, to.type)
}

/** What one database loses when the nulls of a column get a value. */
export function nullsLoss(step: AlterColumn, dialect: DialectName): string | undefined {
  const from = heldBy(step.from, dialect)
  const to = heldBy(step.to, dialect)
  if (from === undefined || to === undefined || from.computed || to.computed) return undefined
  const filled = from.nullable && !to.nullable && step.fill !== undefined && step.fill.kind !== 'null'
  return filled ? `which rows held null in ${path(step.table, step.to)}` : undefined
}

function path(table: QName, column: Column): string {
  return `${nameText(table)}.${quoteName(column.name)}`
}
