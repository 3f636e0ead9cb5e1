import type { Conflict, Constraint, ForeignKey, Unique } from '../../../schema/constraint.ts'
import { inParentheses, quoteCollation, quoteIdentifier, quoteList } from '../quote.ts'

/** A key or check as a line of `create table`. */
export function constraintDefinition(constraint: Constraint): string {
  const name = `constraint ${quoteIdentifier(constraint.name)}`
  switch (constraint.kind) {
    case 'primary':
      return `${name} primary key (${quoteList(constraint.columns)})${onConflict(constraint)}`
    case 'unique':
      return `${name} unique (${uniqueColumns(constraint)})${onConflict(constraint)}`
    case 'foreign':
      return `${name} foreign key (${quoteList(constraint.columns)}) ${references(constraint)}`
    case 'check':
      return `${name} check ${inParentheses(constraint.sql.all ?? '')}`
    case 'exclude':
      throw new Error(`SQLite holds no exclusion such as ${constraint.name}.`)
  }
}

function uniqueColumns({ columns, collations }: Unique): string {
  return columns
    .map((column, at) => {
      const collate = collations?.[at]
      return quoteIdentifier(column) + (collate ? ` collate ${quoteCollation(collate)}` : '')
    })
    .join(', ')
}

/** What is done with a row that breaks a key, with the space before it. */
export function onConflict({ conflict }: { readonly conflict?: Conflict }): string {
  return conflict === undefined ? '' : ` on conflict ${conflict}`
}

/** A foreign key or check of one column, behind the column's definition. */
export function inlineConstraint(constraint: Constraint): string {
  if (constraint.kind !== 'foreign') return constraintDefinition(constraint)
  return `constraint ${quoteIdentifier(constraint.name)} ${references(constraint)}`
}

function references({ target, targetColumns, onDelete, onUpdate, deferrable }: ForeignKey): string {
  return [
    `references ${quoteIdentifier(target.name)}`,
    ...(targetColumns.length > 0 ? [`(${quoteList(targetColumns)})`] : []),
    ...(onDelete ? [`on delete ${onDelete}`] : []),
    ...(onUpdate ? [`on update ${onUpdate}`] : []),
    ...(deferrable ? [`deferrable ${deferrable}`] : []),
  ].join(' ')
}
