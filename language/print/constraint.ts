import type { Check, Conflict, Constraint, Exclusion, ForeignKey, Unique } from '../../compiler/schema/constraint.ts'
import { nameText, quoteName } from '../../compiler/schema/name.ts'
import { writeSqlText } from '../literals/sql-literal.ts'
import { CONSTRAINT_WORDS, writeName } from './name.ts'
import { writeSql } from './parts.ts'
import { writeColumns, writeKey, writeProperties } from './table-index.ts'

/** What printing a member needs to know beside the member. */
export interface MemberStyle {
  /** Whether the name is left out, since reading the text makes the same one. */
  readonly unnamed: boolean
  /** Whether the columns that a foreign key goes to are left out, since they are its target's primary key. */
  readonly implicitTarget?: boolean
}

/** A key or a check as a line of its own, without its comment. */
export function writeConstraint(constraint: Constraint, style: MemberStyle, indent: string): string {
  const words = [...head(constraint, style, indent), ...properties(constraint, indent)]
  if (constraint.kind === 'unique' && constraint.nullsNotDistinct) words.push('nulls not distinct')
  if (constraint.kind === 'foreign') words.push(...writeReference(constraint, style))
  if (constraint.kind !== 'check' && constraint.kind !== 'foreign') words.push(...writeDeferrable(constraint))
  if (constraint.kind === 'check') words.push(...writeCheckState(constraint))
  if ('conflict' in constraint && constraint.conflict) words.push(writeConflict(constraint.conflict))
  if (constraint.only !== undefined) words.push(`only ${constraint.only}`)
  return words.join(' ')
}

function* head(constraint: Constraint, { unnamed }: MemberStyle, indent: string): Iterable<string> {
  yield constraint.kind
  if (!unnamed) yield writeName(constraint.name, CONSTRAINT_WORDS)
  if (constraint.kind === 'check') yield writeSql(constraint.sql, indent)
  else if (constraint.kind === 'exclude') yield* exclusion(constraint, indent)
  else if (constraint.kind === 'unique' && constraint.collations) yield writeCollated(constraint)
  else yield writeColumns(constraint.columns)
}

function writeCollated({ columns, collations }: Unique): string {
  const keys = columns.map((column, at) => {
    const collate = collations?.[at]
    return writeKey({ column, ...(collate && { collate }) }, '')
  })
  return `(${keys.join(', ')})`
}

function* exclusion({ using, keys }: Exclusion, indent: string): Iterable<string> {
  if (using !== undefined) yield `using ${quoteName(using)}`
  yield `(${keys.map(key => `${writeKey(key, indent)} with ${writeOperator(key.operator)}`).join(', ')})`
}

const OPERATORS: ReadonlySet<string> = new Set(['=', '&&', '<>', '-|-'])

function writeOperator(operator: string): string {
  return OPERATORS.has(operator) ? operator : writeSqlText(operator, '')
}

function* properties(constraint: Constraint, indent: string): Iterable<string> {
  if (constraint.kind === 'check' || constraint.kind === 'foreign') return
  yield* writeProperties(constraint)
  if (constraint.kind === 'exclude' && constraint.where !== undefined)
    yield `where ${writeSql(constraint.where, indent)}`
}

/** What holds for a check beside its SQL. */
export function* writeCheckState({
  noInherit,
  ...state
}: Pick<Check, 'noInherit' | 'notValid' | 'notEnforced'>): Iterable<string> {
  if (noInherit) yield 'no inherit'
  yield* writeState(state)
}

function* writeState({ notValid, notEnforced }: Pick<Check, 'notValid' | 'notEnforced'>): Iterable<string> {
  if (notValid) yield 'not valid'
  if (notEnforced) yield 'not enforced'
}

/** `on conflict replace`. */
export function writeConflict(conflict: Conflict): string {
  return `on conflict ${conflict}`
}

/** Where a foreign key goes and by which rules: `-> orders (id) on delete cascade`. */
export function* writeReference(
  key: ForeignKey,
  { implicitTarget }: Pick<MemberStyle, 'implicitTarget'>,
): Iterable<string> {
  yield `-> ${nameText(key.target)}`
  if (!implicitTarget && key.targetColumns.length > 0) yield writeColumns(key.targetColumns)
  if (key.missing) yield 'missing'
  if (key.onDelete !== undefined)
    yield `on delete ${key.onDelete}${key.onDeleteColumns ? ` ${writeColumns(key.onDeleteColumns)}` : ''}`
  if (key.onUpdate !== undefined) yield `on update ${key.onUpdate}`
  if (key.match !== undefined) yield `match ${key.match}`
  yield* writeDeferrable(key)
  yield* writeState(key)
}

function* writeDeferrable({ deferrable }: Pick<ForeignKey, 'deferrable'>): Iterable<string> {
  if (deferrable !== undefined) yield deferrable === 'initially deferred' ? `deferrable ${deferrable}` : 'deferrable'
}
