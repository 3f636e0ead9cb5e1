import type { Constraint, ForeignKey } from '../../../schema/constraint.ts'
import { inParentheses, quoteIdentifier, quoteList } from '../quote.ts'

/** A key or check as a line of `create table`. */
export function constraintDefinition(constraint: Constraint): string {
  const name = `constraint ${quoteIdentifier(constraint.name)}`
  switch (constraint.kind) {
    case 'primary':
      return `${name} primary key (${quoteList(constraint.columns)})`
    case 'unique':
      return `${name} unique (${quoteList(constraint.columns)})`
    case 'foreign':
      return `${name} foreign key (${quoteList(constraint.columns)}) ${references(constraint)}`
    case 'check':
      return `${name} check ${inParentheses(constraint.sql.all ?? '')}`
  }
}

/** A foreign key or check of one column, behind the column's definition. */
export function inlineConstraint(constraint: Constraint): string {
  if (constraint.kind !== 'foreign') return constraintDefinition(constraint)
  return `constraint ${quoteIdentifier(constraint.name)} ${references(constraint)}`
}

function references({ target, targetColumns, onDelete, onUpdate, deferrable }: ForeignKey): string {
  return [
    `references ${quoteIdentifier(target.name)} (${quoteList(targetColumns)})`,
    ...(onDelete ? [`on delete ${onDelete}`] : []),
    ...(onUpdate ? [`on update ${onUpdate}`] : []),
    ...(deferrable ? [`deferrable ${deferrable}`] : []),
  ].join(' ')
}
