import type { Constraint, ForeignKey } from '../../../schema/constraint.ts'
import { inParentheses, quoteIdentifier, quoteList, quoteQName } from '../quote.ts'

/** `constraint users_pkey primary key (id)`. */
export function constraintDefinition(constraint: Constraint): string {
  return `constraint ${quoteIdentifier(constraint.name)} ${body(constraint)}`
}

function body(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'primary':
      return `primary key (${quoteList(constraint.columns)})`
    case 'unique': {
      const nulls = constraint.nullsNotDistinct ? ' nulls not distinct' : ''
      return `unique${nulls} (${quoteList(constraint.columns)})${deferrable(constraint)}`
    }
    case 'check':
      return `check ${inParentheses(constraint.sql.all!)}`
    case 'foreign':
      return foreignKey(constraint)
  }
}

function foreignKey(key: ForeignKey): string {
  const parts = [
    `foreign key (${quoteList(key.columns)}) references ${quoteQName(key.target)} (${quoteList(key.targetColumns)})`,
    ...(key.match === undefined ? [] : [`match ${key.match}`]),
    ...(key.onDelete === undefined ? [] : [`on delete ${key.onDelete}`]),
    ...(key.onUpdate === undefined ? [] : [`on update ${key.onUpdate}`]),
  ]
  return parts.join(' ') + deferrable(key)
}

function deferrable(constraint: { readonly deferrable?: string }): string {
  return constraint.deferrable === undefined ? '' : ` deferrable ${constraint.deferrable}`
}
