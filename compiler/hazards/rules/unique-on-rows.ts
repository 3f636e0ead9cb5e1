import { type DialectName, forDialect, mapDialects, type Sql } from '../../schema/dialect.ts'
import { nameText, type QName } from '../../schema/name.ts'
import type { Index } from '../../schema/table-index.ts'
import { sqlName } from '../../sql/name-text.ts'
import { isIndexChangedInPlace } from '../../steps/changed-in-place.ts'
import type { Step } from '../../steps/step.ts'
import { concern, targetsOf } from '../concern.ts'
import { countedBy, saidCount } from '../counted-by.ts'
import { isEmptyColumn } from '../empty-columns.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'

interface UniqueKey {
  readonly table: QName
  readonly name: string
  readonly what: string
  /** As each database writes them; undefined where it has none. */
  readonly keys: readonly Sql[]
  readonly where?: Sql
  readonly nulls: boolean
  readonly only?: 'postgres' | 'sqlite'
}

/** A key or a unique index is added to a table with rows. */
export const rule: HazardRule = {
  code: 'MIG220',
  name: 'unique-on-rows',
  severity: 'warning',
  title: 'A key or unique index is added to rows that may hold duplicates',
  explain: [
    'Two rows with the same values make the migration fail; nothing is changed then. Postgres builds the index of the key while nobody can read or write the table, or, for a unique index without a constraint, while writes wait.',
    'Look for duplicates before with the query of the message, and settle them in a `sql` step or by hand. On a large table run it in quiet hours.',
  ],
  check(step, plan) {
    const key = keyOf(step)
    if (key === undefined || plan.tableIsNew(key.table)) return []
    const columns = key.keys.length > 0 && keyColumns(step).every(column => isEmptyColumn(plan, key.table, column))
    if (columns && key.nulls) return []
    const targets = targetsOf(plan, key, plan.tableOf(key.table))
    if (targets.length === 0) return []
    return [
      {
        object: memberKey(key.table, key.name),
        message: `${key.what} is added to the rows of ${nameText(key.table)}: duplicates make the migration fail.${saidCount(
          countedBy(plan, targets, (target, table) => duplicates(key, target, table), step),
          'find',
        )}`,
        remedy: 'Settle the duplicates before, or in a `sql` step ahead of it.',
        ...concern(plan, targets),
      },
    ]
  },
}

function keyOf(step: Step): UniqueKey | undefined {
  if (step.kind === 'add constraint' || step.kind === 'alter constraint') {
    const constraint = step.kind === 'add constraint' ? step.constraint : step.to
    if (constraint.kind !== 'primary' && constraint.kind !== 'unique') return undefined
    if (step.kind === 'alter constraint' && sameColumns(step.from, constraint)) return undefined
    const { name, columns, only } = constraint
    const what = `${constraint.kind === 'primary' ? 'The primary key' : 'The unique key'} ${name}`
    const nulls = constraint.kind === 'unique' && constraint.nullsNotDistinct === undefined
    return {
      table: step.table,
      name,
      what,
      keys: columns.map(column => ({ all: sqlName(column) })),
      nulls,
      ...(only && { only }),
    }
  }
  const index = indexOf(step)
  if (index?.unique === undefined) return undefined
  if (step.kind === 'alter index' && isIndexChangedInPlace(step.from, step.to)) return undefined
  const keys = index.keys.map(one =>
    one.column === undefined ? mapDialects(one.sql ?? {}, sql => `(${sql})`) : { all: sqlName(one.column) },
  )
  return {
    table: (step as { readonly table: QName }).table,
    name: index.name,
    what: `The unique index ${index.name}`,
    keys,
    nulls: index.nullsNotDistinct === undefined,
    ...(index.where && { where: index.where }),
    ...(index.only && { only: index.only }),
  }
}

function indexOf(step: Step): Index | undefined {
  return step.kind === 'add index' ? step.index : step.kind === 'alter index' ? step.to : undefined
}

function keyColumns(step: Step): readonly string[] {
  if (step.kind === 'add constraint' || step.kind === 'alter constraint') {
    const constraint = step.kind === 'add constraint' ? step.constraint : step.to
    return constraint.kind === 'check' || constraint.kind === 'exclude' ? [] : constraint.columns
  }
  return indexOf(step)?.keys.map(one => one.column ?? '') ?? []
}

function sameColumns(
  from: { readonly kind: string; readonly columns?: readonly string[] },
  to: { readonly columns: readonly string[] },
): boolean {
  return from.columns !== undefined && from.columns.join('\n') === to.columns.join('\n')
}

function duplicates(
  { table, keys, where, nulls }: UniqueKey,
  target: DialectName,
  sqlTable: (name: QName) => string,
): string | undefined {
  const values = keys.map(key => forDialect(key, target))
  if (values.includes(undefined)) return undefined
  const limit = where && forDialect(where, target)
  const conditions = [
    ...(limit === undefined ? [] : [`(${limit})`]),
    ...(nulls ? values.map(value => `${value} is not null`) : []),
  ]
  const list = values.join(', ')
  const filter = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`
  return `select ${list}, count(*) from ${sqlTable(table)}${filter} group by ${list} having count(*) > 1`
}
