import type { Column } from '../schema/column.ts'
import { type DialectName, forDialect } from '../schema/dialect.ts'
import { baseType } from '../schema/objects/type-object.ts'
import type { Schema } from '../schema/schema.ts'
import type { AlterColumn } from './step.ts'

type Types = Pick<Schema, 'objects'>

/**
 * A change of a column with what domains are made of in their places: values in a domain are values of its base, so that nothing is lost between the
 * two. `before` and `after` hold the domains of either side.
 */
export function withBaseTypes(
  step: AlterColumn,
  dialect: DialectName,
  before: Types,
  after: Types = before,
): AlterColumn {
  if (before.objects.size === 0 && after.objects.size === 0) return step
  return { ...step, from: onBase(step.from, dialect, before), to: onBase(step.to, dialect, after) }
}

function onBase(column: Column, dialect: DialectName, types: Types): Column {
  const type = forDialect(column.type, dialect)
  const base = type && baseType(types, type, dialect)
  return base === undefined || base === type ? column : { ...column, type: { ...column.type, [dialect]: base } }
}
