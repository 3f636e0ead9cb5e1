import fc from 'fast-check'
import type { Constraint } from '../../compiler/schema/constraint.ts'
import { nameText, type QName } from '../../compiler/schema/name.ts'
import type { Table, TableHead } from '../../compiler/schema/table.ts'
import type { Index, IndexKey } from '../../compiler/schema/table-index.ts'
import { constraintParts, indexParts } from '../../compiler/steps/follow/made-members.ts'
import { makeNames } from '../../language/lower/make-names.ts'
import { arbitraryColumn, arbitraryDotted, arbitraryOnly } from './arbitrary-column.ts'
import { arbitraryComment, arbitraryName, arbitrarySql, arbitraryString, maybe, PLAIN } from './arbitrary-text.ts'

const yes = fc.constant(true as const)
const rest = fc.tuple(maybe('comment', arbitraryComment), maybe('only', arbitraryOnly))
const deferrable = maybe('deferrable', fc.constantFrom('initially immediate', 'initially deferred'))
const action = fc.constantFrom('restrict', 'cascade', 'set null', 'set default')

/** What a foreign key can go to: a table and the columns of its primary key, if it has one. */
export interface Goal {
  readonly name: QName
  readonly key: readonly string[]
}

/** What a table says of itself. */
export const arbitraryHead: fc.Arbitrary<TableHead> = fc
  .tuple(
    maybe('strict', yes),
    maybe('withoutRowid', yes),
    maybe('unlogged', yes),
    maybe('comment', arbitraryComment),
    maybe('only', arbitraryOnly),
  )
  .map(parts => Object.assign({}, ...parts) as TableHead)

function some(columns: readonly string[]): fc.Arbitrary<readonly string[]> {
  return columns.length === 0
    ? fc.array(arbitraryName, { minLength: 1, maxLength: 2 })
    : fc.shuffledSubarray([...columns], { minLength: 1, maxLength: Math.min(3, columns.length) })
}

function assign<T>(parts: fc.Arbitrary<readonly unknown[]>): fc.Arbitrary<T> {
  return parts.map(list => Object.assign({}, ...list.flat()) as T)
}

/** Any key or check on some columns; its name is empty. */
export function arbitraryConstraint(columns: readonly string[], goals: readonly Goal[]): fc.Arbitrary<Constraint> {
  const kind = (kind: Constraint['kind']) => fc.constant({ kind, name: '' })
  const on = some(columns).map(columns => ({ columns }))
  const primary = assign<Constraint>(fc.tuple(kind('primary'), on, rest))
  const unique = assign<Constraint>(fc.tuple(kind('unique'), on, maybe('nullsNotDistinct', yes), deferrable, rest))
  const check = assign<Constraint>(
    fc.tuple(
      kind('check'),
      arbitrarySql.map(sql => ({ sql })),
      rest,
    ),
  )
  if (goals.length === 0) return fc.oneof(primary, unique, check)
  const rules = fc.tuple(maybe('onDelete', action), maybe('onUpdate', action), maybe('match', fc.constant('full')))
  const goal = fc.tuple(fc.constantFrom(...goals), some(columns), fc.boolean()).map(([goal, columns, usesKey]) => {
    const fits = usesKey && goal.key.length === columns.length
    return { target: goal.name, columns, targetColumns: fits ? goal.key : columns.map((_, at) => `c${at}`) }
  })
  const foreign = assign<Constraint>(fc.tuple(kind('foreign'), goal, rules, deferrable, rest))
  return fc.oneof(primary, unique, foreign, foreign, check)
}

/** Any index on some columns; its name is empty. */
export function arbitraryIndex(columns: readonly string[]): fc.Arbitrary<Index> {
  const column = some(columns).map(([column]) => ({ column }))
  const key = assign<IndexKey>(
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: column as fc.Arbitrary<object> },
        arbitrarySql.map(sql => ({ sql })),
      ),
      maybe('desc', yes),
      maybe('nulls', fc.constantFrom('first', 'last')),
      maybe('opclass', arbitraryDotted),
      maybe('collate', arbitraryDotted),
    ),
  )
  const simple = column.map(key => ({ name: '', keys: [key as IndexKey] }))
  const parameter = fc.tuple(
    arbitraryDotted,
    fc.oneof(arbitraryString, fc.constantFrom('70', 'off', '-1', '+1', '1.5')),
  )
  const full = assign<Index>(
    fc.tuple(
      fc.record({ name: fc.constant(''), keys: fc.array(key, { minLength: 1, maxLength: 3 }) }, PLAIN),
      maybe('unique', yes),
      maybe('using', arbitraryName),
      maybe('include', some(columns)),
      maybe('where', arbitrarySql),
      maybe('with', fc.array(parameter, { minLength: 1, maxLength: 2 })),
      maybe('nullsNotDistinct', yes),
      rest,
    ),
  )
  return fc.oneof(simple, full)
}

/** Any table. About half of its keys and indexes have the names that Postgres would choose. */
export function arbitraryTable(name: QName, enums: readonly QName[], goals: readonly Goal[]): fc.Arbitrary<Table> {
  return fc.uniqueArray(arbitraryName, { maxLength: 6 }).chain(columns =>
    fc
      .tuple(
        arbitraryHead,
        fc.tuple(...columns.map(column => arbitraryColumn(column, enums))),
        fc.array(arbitraryConstraint(columns, goals), { maxLength: 6 }),
        fc.array(arbitraryIndex(columns), { maxLength: 4 }),
        fc.uniqueArray(arbitraryName, { minLength: 10, maxLength: 10 }),
        fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
      )
      .map(([head, columns, constraints, indexes, names, isNamed]): Table => {
        const once = constraints.filter((item, at) => item.kind !== 'primary' || firstPrimary(constraints) === at)
        const slots = [...once.map(item => constraintParts(item)), ...indexes.map(item => indexParts(item))].map(
          (parts, at) => (isNamed[at] ? { written: names[at]!, parts: () => parts } : { parts: () => parts }),
        )
        const made = makeNames(name, slots)
        return {
          name,
          ...head,
          columns,
          constraints: once.map((item, at) => ({ ...item, name: made[at]! })),
          indexes: indexes.map((item, at) => ({ ...item, name: made[once.length + at]! })),
        }
      }),
  )
}

function firstPrimary(constraints: readonly Constraint[]): number {
  return constraints.findIndex(item => item.kind === 'primary')
}

/** The key of a table, for maps. */
export const keyOf = nameText
