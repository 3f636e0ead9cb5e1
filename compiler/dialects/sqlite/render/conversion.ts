import type { Column } from '../../../schema/column.ts'
import { type Affinity, affinityOf } from '../types.ts'
import { declaredTypeOf } from './column-definition.ts'

/**
 * What a copy into a column of another type loses when nobody says how values are converted, as the end of "values …"
 * (datatype3.html, section 3: a column turns what it can and keeps what it cannot).
 */
export function conversionLoss(from: Column, to: Column): string | undefined {
  const old = affinityOf(declaredTypeOf(from))
  const now = affinityOf(declaredTypeOf(to))
  if (old === now) return undefined
  if (old === 'TEXT' && isNumeric(now)) return 'that are text become numbers and lose their spelling'
  if (old === 'BLOB' && isNumeric(now)) return 'that are text become numbers and lose their spelling'
  if (now === 'REAL' && old === 'INTEGER') return 'beyond 15 digits are rounded'
  if (now === 'TEXT' && (old === 'REAL' || old === 'NUMERIC')) return 'keep 15 digits'
  return undefined
}

/** Whether text that is no number would stay as it is in a column that is meant for numbers. */
export function keepsGarbage(from: Column, to: Column): boolean {
  const old = affinityOf(declaredTypeOf(from))
  const isText = old === 'TEXT' || old === 'BLOB'
  return isText && /^(NUMERIC|DECIMAL|BOOL)|INT|REAL|FLOA|DOUB/.test(declaredTypeOf(to))
}

function isNumeric(affinity: Affinity): boolean {
  return affinity === 'INTEGER' || affinity === 'REAL' || affinity === 'NUMERIC'
}
