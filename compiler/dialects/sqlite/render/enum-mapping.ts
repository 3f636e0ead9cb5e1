import { forDialect } from '../../../schema/dialect.ts'
import { nameText, sameName } from '../../../schema/name.ts'
import type { Schema } from '../../../schema/schema.ts'
import type { Table } from '../../../schema/table.ts'
import type { Type } from '../../../schema/type.ts'
import { movesOf } from '../../../steps/enum-moves.ts'
import type { AlterEnum } from '../../../steps/step.ts'
import { isHere } from '../project/is-here.ts'
import { withoutDomains } from '../project/resolve-domains.ts'
import { quoteIdentifier, quoteString } from '../quote.ts'
import type { Guard } from './guard.ts'
import { noteLoss } from './note-loss.ts'
import type { TableChange } from './table-change.ts'

/** What an altered enum means for rows: values that become others, and values that no row may hold. */
interface Mapping {
  readonly becomes: ReadonlyMap<string, string>
  readonly gone: readonly string[]
}

/** Notes what an altered enum does to the rows of one table. */
export function noteAlterEnum(change: TableChange, now: Table, step: AlterEnum, draft: Pick<Schema, 'objects'>): void {
  const mapping = mappingOf(step)
  for (const column of withoutDomains(now, draft).columns.filter(isHere)) {
    const type = forDialect(column.type, 'sqlite')
    const value = change.values.get(column.name)
    const depth = type === undefined ? undefined : depthOf(type, step)
    if (depth === undefined || value === undefined || change.from === undefined) continue
    const table = change.from.name.name
    const isBare = depth > 0 && value.origin === 'kept'
    const held = isBare ? `${quoteIdentifier(table)}.${value.sql}` : value.sql
    if (mapping.gone.length > 0) change.guards.push(goneGuard(table, column.name, held, depth, mapping.gone, step))
    if (mapping.becomes.size === 0) continue
    const origin = value.origin === 'new' ? 'new' : 'changed'
    change.values.set(column.name, { ...value, sql: mapped(held, depth, mapping.becomes), origin })
    if (value.origin !== 'new') noteLoss(change, step, draft)
  }
}

function mappingOf(step: AlterEnum): Mapping {
  const left = new Set(step.to.values)
  const renamed = step.renames.map(pair => [pair.from, pair.to] as const)
  const moved = movesOf(step).map(move => [move.value, move.to] as const)
  const becomes = new Map([...renamed, ...moved].filter(([from, to]) => from !== to))
  const told = new Set([...renamed, ...moved].map(([from]) => from))
  return { becomes, gone: step.from.values.filter(value => !left.has(value) && !told.has(value)) }
}

/** 0 for a column of the enum, 1 for an array of it, undefined for anything else. */
function depthOf(type: Type, step: AlterEnum): number | undefined {
  if (type.kind === 'enum') return sameName(type.name, step.from.name) ? 0 : undefined
  if (type.kind !== 'array') return undefined
  const inner = depthOf(type.of, step)
  return inner === undefined ? undefined : inner + 1
}

/** An array is JSON text here; its items keep their order (json1.html, json_each). */
function mapped(value: string, depth: number, becomes: ReadonlyMap<string, string>): string {
  if (depth === 0) {
    const cases = [...becomes].map(([from, to]) => `when ${quoteString(from)} then ${quoteString(to)}`)
    return `case ${value} ${cases.join(' ')} else ${value} end`
  }
  const item = `item${depth}`
  const inner = mapped(`${item}.value`, depth - 1, becomes)
  const items = `select json_group_array(${depth === 1 ? inner : `json(${inner})`}) from ${itemsOf('json_each', value, item)}`
  return `case when ${value} is null then null else (${items}) end`
}

/**
 * json_each and json_tree have columns of their own (key, value, type, id …), which an expression inside the call would
 * see first (json1.html): it is worked out one level further in.
 */
function itemsOf(call: 'json_each' | 'json_tree', value: string, item: string): string {
  if (!value.includes('(')) return `${call}(${value}) as ${item}`
  return `(select ${value} as list) as held_${item}, ${call}(held_${item}.list) as ${item}`
}

function goneGuard(
  table: string,
  column: string,
  value: string,
  depth: number,
  gone: readonly string[],
  step: AlterEnum,
): Guard {
  const values = gone.map(quoteString).join(', ')
  const holds = `${value} in (${values})`
  const holdsItem = `exists (select 1 from ${itemsOf('json_tree', value, 'item')} where item.atom in (${values}))`
  const name = nameText(step.from.name)
  return {
    message: `MIG502: rows of ${table} hold ${values} in ${column}, which ${name} has no more; write removed VALUE -> OTHER in the enum`,
    count: `select count(*) from ${quoteIdentifier(table)} where ${depth === 0 ? holds : holdsItem}`,
  }
}
