import type { Constraint, Exclusion, ForeignKey } from '../../../schema/constraint.ts'
import type { IndexProperties } from '../../../schema/index-properties.ts'
import { inParentheses, quoteIdentifier, quoteList, quoteQName } from '../quote.ts'
import { keyText, parametersText } from './index-text.ts'

/** `constraint users_pkey primary key (id)`. */
export function constraintDefinition(constraint: Constraint): string {
  return `constraint ${quoteIdentifier(constraint.name)} ${body(constraint)}`
}

function body(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'primary':
      return `primary key (${quoteList(constraint.columns)})${indexClauses(constraint)}${deferrable(constraint)}`
    case 'unique': {
      const nulls = constraint.nullsNotDistinct ? ' nulls not distinct' : ''
      return `unique${nulls} (${quoteList(constraint.columns)})${indexClauses(constraint)}${deferrable(constraint)}`
    }
    case 'check':
      return `check ${inParentheses(constraint.sql.all!)}${constraint.noInherit ? ' no inherit' : ''}${state(constraint)}`
    case 'exclude':
      return exclusion(constraint)
    case 'foreign':
      return foreignKey(constraint)
  }
}

function foreignKey(key: ForeignKey): string {
  const parts = [
    `foreign key (${quoteList(key.columns)}) references ${quoteQName(key.target)} (${quoteList(key.targetColumns)})`,
    ...(key.match === undefined ? [] : [`match ${key.match}`]),
    ...(key.onDelete === undefined
      ? []
      : [`on delete ${key.onDelete}${key.onDeleteColumns ? ` (${quoteList(key.onDeleteColumns)})` : ''}`]),
    ...(key.onUpdate === undefined ? [] : [`on update ${key.onUpdate}`]),
  ]
  return parts.join(' ') + deferrable(key) + state(key)
}

function state({ notValid, notEnforced }: Pick<ForeignKey, 'notValid' | 'notEnforced'>): string {
  return `${notValid ? ' not valid' : ''}${notEnforced ? ' not enforced' : ''}`
}

function exclusion(one: Exclusion): string {
  const method = one.using === undefined ? '' : ` using ${quoteIdentifier(one.using.toLowerCase())}`
  const keys = one.keys.map(key => `${keyText(key)} with ${key.operator}`).join(', ')
  const where = one.where === undefined ? '' : ` where ${inParentheses(one.where.all!)}`
  return `exclude${method} (${keys})${indexClauses(one)}${where}${deferrable(one)}`
}

/** What is said of the index of a key. */
function indexClauses({ include, with: parameters, tablespace }: IndexProperties): string {
  return [
    ...(include === undefined ? [] : [` include (${quoteList(include)})`]),
    ...(parameters === undefined ? [] : [` with (${parametersText(parameters)})`]),
    ...(tablespace === undefined ? [] : [` using index tablespace ${quoteIdentifier(tablespace)}`]),
  ].join('')
}

function deferrable(constraint: { readonly deferrable?: string }): string {
  return constraint.deferrable === undefined ? '' : ` deferrable ${constraint.deferrable}`
}
