import type { Column } from '../../../compiler/schema/column.ts'
import type { Constraint } from '../../../compiler/schema/constraint.ts'
import type { Sql } from '../../../compiler/schema/dialect.ts'
import type { QName } from '../../../compiler/schema/name.ts'
import type { Index } from '../../../compiler/schema/table-index.ts'
import type { Value } from '../../../compiler/schema/value.ts'
import { constraintParts, indexParts } from '../../../compiler/steps/follow/made-members.ts'
import type { ColumnDeclaration, Constraint as ConstraintNode, IndexMember } from '../../generated/ast.ts'
import { type ColumnLine, lowerColumn } from '../column.ts'
import { lowerConstraint } from '../constraint.ts'
import type { Context } from '../context.ts'
import { makeNames } from '../make-names.ts'
import { lowerSql } from '../sql.ts'
import { lowerIndex } from '../table-index.ts'
import { lowerValue } from '../value.ts'
import { findExplicitTarget } from './explicit-target.ts'

/** A column in a step: the column alone, and what the step says about the rows. */
export interface StepColumn {
  readonly column: Column
  readonly fill?: Value
  readonly convert?: Sql
  readonly revert?: Sql
}

/** Reads the column of a step. */
export function stepColumn(node: ColumnDeclaration, context: Context): StepColumn {
  const line = lowerColumn(node, context)
  reportForeign(line, context)
  const { backfill, convert, revert } = line
  const fill = lowerValue(backfill?.value, context)
  return {
    column: line.column,
    ...(fill === undefined ? {} : { fill }),
    ...(convert === undefined ? {} : { convert: lowerSql(convert.sql, context) }),
    ...(revert === undefined ? {} : { revert: lowerSql(revert.sql, context) }),
  }
}

function reportForeign({ keys, was }: ColumnLine, { report }: Context): void {
  for (const node of keys) {
    const remedy = 'Write it as a step of its own: `add constraint T: …` or `add index T: …`.'
    report.error('MIG141', 'A key, check or index of a column is a step of its own.', remedy, { node })
  }
  if (was !== undefined) {
    const remedy = 'Write it as a step of its own: `rename column T.a to b`.'
    report.error('MIG114', 'A revision has no hints: a rename is a step of its own.', remedy, { node: was })
  }
}

/** Reads the constraint of a step. */
export function stepConstraint(node: ConstraintNode, table: QName, context: Context): Constraint {
  const value = lowerConstraint(node, context)
  reportWas(node, context)
  const whole =
    value.kind !== 'foreign' ? value : { ...value, targetColumns: findExplicitTarget(value, { value, node, context }) }
  if (whole.name !== '') return whole
  const [name] = makeNames(table, [{ parts: () => constraintParts(whole) }])
  return { ...whole, name: name! }
}

/** Reads the index of a step. */
export function stepIndex(node: IndexMember, table: QName, context: Context): Index {
  const index = lowerIndex(node, context)
  reportWas(node, context)
  if (index.name !== '') return index
  const [name] = makeNames(table, [{ parts: () => indexParts(index) }])
  return { ...index, name: name! }
}

function reportWas(node: ConstraintNode | IndexMember, { report }: Context): void {
  if (node.was === undefined) return
  const remedy = 'Write it as a step of its own: `rename index T.a to b`, `rename constraint T.a to b`.'
  report.error('MIG114', 'A revision has no hints: a rename is a step of its own.', remedy, { node, property: 'was' })
}
