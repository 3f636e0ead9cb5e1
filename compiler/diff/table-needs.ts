import type { Column } from '../schema/column.ts'
import { type Constraint, columnsOf } from '../schema/constraint.ts'
import { DIALECTS, forDialect, type PerDialect } from '../schema/dialect.ts'
import { parentsOf } from '../schema/inheritance.ts'
import type { QName } from '../schema/name.ts'
import type { Table } from '../schema/table.ts'
import type { Index } from '../schema/table-index.ts'
import type { Type } from '../schema/type.ts'
import type { Value } from '../schema/value.ts'
import { readNameText } from '../sql/rename-object.ts'
import { typesIn } from '../sql/routine/types-in.ts'
import type { SqlNeeds } from './sql-needs.ts'
import { column, key, keyOf, type Need, other, relation, schemaOf, type } from './things.ts'

const NONE: readonly Need[] = []

/** What a table needs with all that is made along with it. Foreign keys can wait: tables may refer to each other. */
export function tableNeeds(table: Table, texts: SqlNeeds): readonly Need[] {
  const { name, columns, constraints, indexes } = table
  const needs: Need[] = [...schemaOf(name), ...parentsOf(table).map(relation)]
  for (const one of columns) if (!isPlain(one)) take(needs, columnNeeds(one, name, texts))
  for (const one of constraints) {
    take(needs, constraintTextNeeds(one, name, texts))
    if (one.kind === 'foreign') needs.push({ space: 'relation', key: keyOf(one.target), weak: true })
  }
  for (const one of indexes) take(needs, indexTextNeeds(one, name, texts))
  return needs
}

/** Whether a column needs nothing, as most do. */
function isPlain({ type: { all, postgres }, default: value, generated, collate }: Column): boolean {
  if (collate !== undefined || generated !== undefined) return false
  return all?.kind === 'builtin' && postgres === undefined && value?.kind !== 'sql'
}

function take(needs: Need[], more: readonly Need[]): void {
  if (more.length > 0) needs.push(...more)
}

/** What a column needs: its type, and what its default or its expression uses. */
export function columnNeeds(one: Column, table: QName, texts: SqlNeeds): readonly Need[] {
  const types = [...typeNeeds(one.type), ...namedOther(one.collate)]
  if (one.default?.kind !== 'sql' && one.generated === undefined) return types
  const value = defaultNeeds(one, texts)
  const generated = one.generated === undefined ? NONE : texts.expression(one.generated.sql, table, one.only)
  if (value.length === 0 && generated.length === 0) return types
  return [...types, ...value, ...generated]
}

/** A collation or an operator class, as it is written; one of the database itself is nobody's step. */
export function namedOther(text: string | undefined): readonly Need[] {
  const name = text === undefined ? undefined : readNameText(text)
  return name === undefined ? NONE : [other(name)]
}

/** What the default of a column uses. */
export function defaultNeeds({ default: value, only }: Column, texts: SqlNeeds): readonly Need[] {
  return value?.kind === 'sql' ? texts.expression(value.sql, undefined, only) : NONE
}

/** What a value uses while it is given to rows. */
export function valueNeeds(value: Value | undefined, table: QName, texts: SqlNeeds): readonly Need[] {
  return value?.kind === 'sql' ? texts.expression(value.sql, table) : NONE
}

/** The types that a type names, of those that are declared. */
export function typeNeeds(types: PerDialect<Type>): readonly Need[] {
  return DIALECTS.flatMap(dialect => {
    const found = forDialect(types, dialect)
    return found === undefined ? NONE : namedTypes(found)
  })
}

function namedTypes(found: Type): readonly Need[] {
  switch (found.kind) {
    case 'builtin':
      return NONE
    case 'enum':
      return [type(found.name)]
    case 'array':
      return namedTypes(found.of)
    case 'raw':
      return typeTextNeeds(found.sql)
  }
}

/** What a type needs that is given as Postgres would have it: `audit.mood[]`, `setof users`, `table (a int, b mood)`. */
export function typeTextNeeds(text: string): readonly Need[] {
  return typesIn(text).map(type)
}

/** What a check uses. */
export function checkNeeds(
  check: Constraint & { readonly kind: 'check' },
  table: QName,
  texts: SqlNeeds,
): readonly Need[] {
  return texts.expression(check.sql, table, check.only)
}

/** What the SQL of a constraint uses. */
export function constraintTextNeeds(one: Constraint, table: QName, texts: SqlNeeds): readonly Need[] {
  if (one.kind === 'check') return checkNeeds(one, table, texts)
  return one.kind === 'exclude' ? indexTextNeeds(one, table, texts) : NONE
}

/** What a key or check that is added to a table needs. */
export function constraintNeeds(one: Constraint, table: QName, texts: SqlNeeds): readonly Need[] {
  if (one.kind === 'check') return [relation(table), ...checkNeeds(one, table, texts)]
  const own = [relation(table), ...columnsOf(one).map(name => column(table, name))]
  if (one.kind === 'exclude') return [...own, ...indexTextNeeds(one, table, texts)]
  if (one.kind !== 'foreign') return own
  return [...own, key(one.target, one.targetColumns), ...one.targetColumns.map(name => column(one.target, name))]
}

/** What an index that is added to a table needs. */
export function indexNeeds(index: Index, table: QName, texts: SqlNeeds): readonly Need[] {
  const names = [...index.keys.flatMap(one => one.column ?? []), ...(index.include ?? [])]
  return [relation(table), ...names.map(name => column(table, name)), ...indexTextNeeds(index, table, texts)]
}

/** What the SQL of an index uses. */
export function indexTextNeeds(
  { keys, where, only }: Pick<Index, 'keys' | 'where' | 'only'>,
  table: QName,
  texts: SqlNeeds,
): readonly Need[] {
  const needs: Need[] = []
  for (const { sql, collate, opclass } of keys) {
    if (sql !== undefined) take(needs, texts.expression(sql, table, only))
    if (collate !== undefined || opclass !== undefined) take(needs, [...namedOther(collate), ...namedOther(opclass)])
  }
  if (where !== undefined) take(needs, texts.expression(where, table, only))
  return needs.length === 0 ? NONE : needs
}
