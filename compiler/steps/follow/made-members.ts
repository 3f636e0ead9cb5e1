import { type Constraint, columnsOf } from '../../schema/constraint.ts'
import { makeObjectName, type NameLabel } from '../../schema/made-name.ts'
import type { Table } from '../../schema/table.ts'
import type { Index, IndexKey } from '../../schema/table-index.ts'
import { columnUses } from '../../sql/expression-names.ts'
import { indexKeyLabel } from '../../sql/index-label.ts'

/** What a name that nobody wrote is made from, besides the table: the words of its middle and its label. */
export interface MadeParts {
  readonly words: readonly string[]
  readonly label: NameLabel
}

const LABELS = { unique: 'key', foreign: 'fkey' } as const

/** The parts that Postgres would name a key or a check by. */
export function constraintParts(constraint: Constraint): MadeParts {
  switch (constraint.kind) {
    case 'primary':
      return { words: [], label: 'pkey' }
    case 'unique':
    case 'foreign':
      return { words: columnsOf(constraint), label: LABELS[constraint.kind] }
    case 'exclude':
      return { words: [...keyWords(constraint.keys), ...(constraint.include ?? [])], label: 'excl' }
    case 'check':
      return { words: checkWords(constraint), label: 'check' }
  }
}

/** The parts that Postgres would name an index by. */
export function indexParts(index: Index): MadeParts {
  return { words: [...keyWords(index.keys), ...(index.include ?? [])], label: 'idx' }
}

function keyWords(keys: readonly IndexKey[]): readonly string[] {
  return keys.map(key => key.column ?? keyLabel(key.sql ?? {}))
}

/** Postgres names a check by its column when it uses exactly one. */
function checkWords(check: Constraint & { kind: 'check' }): readonly string[] {
  const text = check.sql.all ?? check.sql.postgres ?? check.sql.sqlite ?? ''
  const names = new Set(columnUses(text).map(use => use.name))
  return names.size === 1 ? [...names] : []
}

function keyLabel(sql: { readonly all?: string; readonly postgres?: string; readonly sqlite?: string }): string {
  return indexKeyLabel(sql.all ?? sql.postgres ?? sql.sqlite ?? '')
}

/**
 * Renames the keys, checks and indexes of `after` whose names were made from `before`: a name counts as made
 * when it is what Postgres would have chosen then, with or without a digit behind it. `parts` of `before` and `after`
 * stand at the same places.
 */
export function followMadeNames(before: Table, after: Table): Table {
  const constraints = after.constraints.map((constraint, at) =>
    renamed(constraint, before, after, constraintChoices(before.constraints[at]!), constraintChoices(constraint)),
  )
  const indexes = after.indexes.map((index, at) =>
    renamed(index, before, after, [indexParts(before.indexes[at]!)], [indexParts(index)]),
  )
  return { ...after, constraints, indexes }
}

/** A check of one column may be named by it or, when it stood on a column, by that column alone. */
function constraintChoices(constraint: Constraint): readonly MadeParts[] {
  if (constraint.kind !== 'check') return [constraintParts(constraint)]
  const text = constraint.sql.all ?? constraint.sql.postgres ?? constraint.sql.sqlite ?? ''
  const names = [...new Set(columnUses(text).map(use => use.name))]
  return [{ words: [], label: 'check' }, ...names.map(name => ({ words: [name], label: 'check' as const }))]
}

function renamed<T extends { readonly name: string }>(
  member: T,
  before: Table,
  after: Table,
  old: readonly MadeParts[],
  now: readonly MadeParts[],
): T {
  for (const [at, parts] of old.entries()) {
    const digit = digitOf(member.name, before.name.name, parts)
    const next = now[at]
    if (digit === undefined || next === undefined) continue
    const name = nameOf(after.name.name, next, digit)
    return name === member.name ? member : { ...member, name }
  }
  return member
}

function nameOf(table: string, parts: MadeParts, digit: string): string {
  const second = parts.words.length === 0 ? undefined : parts.words.join('_')
  return makeObjectName(table, second, `${parts.label}${digit}`)
}

/** The digit (or nothing) behind a made name; undefined when the name was not made from these parts. */
function digitOf(name: string, table: string, parts: MadeParts): string | undefined {
  const digit = /[0-9]*$/.exec(name)![0]
  return nameOf(table, parts, digit) === name ? digit : undefined
}
