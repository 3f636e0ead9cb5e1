import type { Constraint, ForeignKey } from '../../compiler/schema/constraint.ts'
import { nameText, quoteName } from '../../compiler/schema/name.ts'
import { CONSTRAINT_WORDS, writeName } from './name.ts'
import { writeSql } from './parts.ts'

/** What printing a member needs to know beside the member. */
export interface MemberStyle {
  /** Whether the name is left out, since reading the text makes the same one. */
  readonly unnamed: boolean
  /** Whether the columns that a foreign key goes to are left out, since they are its target's primary key. */
  readonly implicitTarget?: boolean
}

/** A key or a check as a line of its own, without its comment. */
export function writeConstraint(constraint: Constraint, style: MemberStyle, indent: string): string {
  const words = [...head(constraint, style, indent)]
  if (constraint.kind === 'unique' && constraint.nullsNotDistinct) words.push('nulls not distinct')
  if (constraint.kind === 'foreign') words.push(...writeReference(constraint, style))
  if (constraint.kind === 'unique') words.push(...writeDeferrable(constraint))
  if (constraint.only !== undefined) words.push(`only ${constraint.only}`)
  return words.join(' ')
}

function* head(constraint: Constraint, { unnamed }: MemberStyle, indent: string): Iterable<string> {
  yield constraint.kind
  if (!unnamed) yield writeName(constraint.name, CONSTRAINT_WORDS)
  yield constraint.kind === 'check' ? writeSql(constraint.sql, indent) : writeColumns(constraint.columns)
}

/** `(a, "b c")`. */
export function writeColumns(columns: readonly string[]): string {
  return `(${columns.map(quoteName).join(', ')})`
}

/** Where a foreign key goes and by which rules: `-> orders (id) on delete cascade`. */
export function* writeReference(
  key: ForeignKey,
  { implicitTarget }: Pick<MemberStyle, 'implicitTarget'>,
): Iterable<string> {
  yield `-> ${nameText(key.target)}`
  if (!implicitTarget) yield writeColumns(key.targetColumns)
  if (key.onDelete !== undefined) yield `on delete ${key.onDelete}`
  if (key.onUpdate !== undefined) yield `on update ${key.onUpdate}`
  if (key.match !== undefined) yield `match ${key.match}`
  yield* writeDeferrable(key)
}

function* writeDeferrable({ deferrable }: Pick<ForeignKey, 'deferrable'>): Iterable<string> {
  if (deferrable !== undefined) yield deferrable === 'initially deferred' ? `deferrable ${deferrable}` : 'deferrable'
}
