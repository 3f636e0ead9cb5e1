import { columnsOf } from '../../schema/constraint.ts'
import type { DialectName } from '../../schema/dialect.ts'
import { nameText, type QName, quoteName } from '../../schema/name.ts'
import type { Schema } from '../../schema/schema.ts'
import { columnOf, type Table } from '../../schema/table.ts'
import type { Type } from '../../schema/type.ts'
import { memberKey } from './touched.ts'

/** Something of a schema that uses what is not there. */
export interface Missing {
  /** What uses it. */
  readonly user: string
  /** What is not there, as a person would say it. */
  readonly missing: string
}

/** The keys, indexes, columns and triggers that some targets have and that use what the schema does not have. */
export function missingIn(schema: Schema, targets: readonly DialectName[]): readonly Missing[] {
  const here = ({ only }: { readonly only?: DialectName }) => only === undefined || targets.includes(only)
  return [
    ...[...schema.tables.values()].filter(here).flatMap(({ constraints, indexes, ...rest }) => {
      const table = { ...rest, constraints: constraints.filter(here), indexes: indexes.filter(here) }
      return [...missingColumns(table), ...missingTypes(schema, table), ...missingTargets(schema, table)]
    }),
    ...[...schema.triggers.values()]
      .filter(trigger => here(trigger) && !isRelation(schema, trigger.table))
      .map(trigger => ({ user: memberKey(trigger.table, trigger.name), missing: nameText(trigger.table) })),
  ]
}

function isRelation(schema: Schema, name: QName): boolean {
  return schema.tables.has(nameText(name)) || schema.views.has(nameText(name))
}

function missingColumns(table: Table): readonly Missing[] {
  const there = new Set(table.columns.map(column => column.name))
  const used = [
    ...table.constraints.map(item => [item.name, columnsOf(item)] as const),
    ...table.indexes.map(
      item => [item.name, [...item.keys.flatMap(key => key.column ?? []), ...(item.include ?? [])]] as const,
    ),
  ]
  return used.flatMap(([user, columns]) =>
    columns
      .filter(column => !there.has(column))
      .map(column => ({ user: memberKey(table.name, user), missing: memberKey(table.name, column) })),
  )
}

function missingTypes(schema: Schema, table: Table): readonly Missing[] {
  return table.columns.flatMap(column =>
    [column.type.all, column.type.postgres, column.type.sqlite]
      .flatMap(type => (type === undefined ? [] : enumOf(type)))
      .filter(name => !schema.enums.has(nameText(name)))
      .map(name => ({ user: memberKey(table.name, column.name), missing: nameText(name) })),
  )
}

function enumOf(type: Type): readonly QName[] {
  return type.kind === 'array' ? enumOf(type.of) : type.kind === 'enum' ? [type.name] : []
}

function missingTargets(schema: Schema, table: Table): readonly Missing[] {
  return table.constraints.flatMap(item => {
    if (item.kind !== 'foreign') return []
    const user = memberKey(table.name, item.name)
    const target = schema.tables.get(nameText(item.target))
    if (target === undefined) return [{ user, missing: nameText(item.target) }]
    const gone = item.targetColumns.filter(column => columnOf(target, column) === undefined)
    if (gone.length > 0) return gone.map(column => ({ user, missing: memberKey(item.target, column) }))
    if (isUnique(target, item.targetColumns)) return []
    const columns = item.targetColumns.map(quoteName).join(', ')
    return [{ user, missing: `the key of ${nameText(item.target)} (${columns})` }]
  })
}

function isUnique(table: Table, columns: readonly string[]): boolean {
  const wanted = [...columns].sort().join('\0')
  const same = (names: readonly string[]) => [...names].sort().join('\0') === wanted
  return (
    table.constraints.some(item => (item.kind === 'primary' || item.kind === 'unique') && same(item.columns)) ||
    table.indexes.some(
      index => index.unique && index.where === undefined && same(index.keys.map(key => key.column ?? '')),
    )
  )
}
