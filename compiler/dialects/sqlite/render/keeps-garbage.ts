import { affinityOf } from '../../../schema/affinity.ts'
import type { Column } from '../../../schema/column.ts'
import { declaredTypeOf } from './column-definition.ts'

const NUMERIC = /^(NUMERIC|DECIMAL|BOOL)|INT|REAL|FLOA|DOUB/

/** Whether text that is no number would stay as it is in a column that is meant for numbers (datatype3.html, section 3). */
export function keepsGarbage(from: Column, to: Column): boolean {
  const old = affinityOf(declaredTypeOf(from))
  return (old === 'TEXT' || old === 'BLOB') && NUMERIC.test(declaredTypeOf(to))
}
