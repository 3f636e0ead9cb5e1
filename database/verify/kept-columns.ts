import type { Column } from '../../compiler/schema/column.ts'
import { DIALECTS, type DialectName, isFor } from '../../compiler/schema/dialect.ts'
import { parentsOf } from '../../compiler/schema/inheritance.ts'
import { nameText, type QName, quoteName, sameName } from '../../compiler/schema/name.ts'
import { multirangeOf, type RangeObject } from '../../compiler/schema/objects/range.ts'
import { baseType, isTypeObject, typeObject } from '../../compiler/schema/objects/type-object.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { arrayItem, mapArrayText } from '../../compiler/sql/array-text.ts'
import { movesOf } from '../../compiler/steps/enum-moves.ts'
import { invertStep } from '../../compiler/steps/invert.ts'
import { objectDefinition } from '../../compiler/steps/objects/definitions.ts'
import { usesOfTypes } from '../../compiler/steps/objects/follow-type.ts'
import { sameTypes } from '../../compiler/steps/same.ts'
import type { AlterEnum, Step, StepOf } from '../../compiler/steps/step.ts'

/** What becomes of one value on its way up, and of what came of it on the way back down. */
interface Fate {
  table: string
  column: string
  enumKey: string | undefined
  /** The keys of all types that its type is made of. */
  within: ReadonlySet<string>
  /** False once the type changed: the value may be written differently. */
  exact: boolean
  up: (value: unknown) => unknown
  back: (value: unknown) => unknown
}

const same = (value: unknown) => value

/**
 * Where every column of a schema ends up, and what its values become: the promise that a plan makes about rows. Without a
 * dialect: what holds in every database.
 */
export function keptColumns(
  before: Schema,
  steps: readonly Step[],
  dialect?: DialectName,
): ReadonlyMap<string, readonly (Fate & { readonly from: string })[]> {
  const tables = new Map<string, (Fate & { from: string })[]>()
  for (const [key, table] of before.tables) {
    tables.set(
      key,
      columnsOf(table, dialect).map(column => ({
        from: column.name,
        table: key,
        column: column.name,
        enumKey: enumOf(column.type.all && baseType(before, column.type.all, dialect ?? 'postgres')),
        within: typesWithin(before, column),
        exact: true,
        up: same,
        back: same,
      })),
    )
  }
  const parents = new Map([...before.tables].map(([key, table]) => [key, parentsOf(table).map(nameText)]))
  for (const step of steps) {
    for (const [key, fates] of tables)
      tables.set(
        key,
        fates.filter(fate => !leaves(step, fate, dialect) && keeps(step, fate, parents)),
      )
    followParents(step, parents)
  }
  for (const [key, fates] of tables) if (fates.length === 0) tables.delete(key)
  return tables
}

function enumOf(type: Type | undefined): string | undefined {
  if (type?.kind === 'array') return enumOf(type.of)
  return type?.kind === 'enum' ? nameText(type.name) : undefined
}

function columnsOf(table: Table, dialect: DialectName | undefined): readonly Column[] {
  return dialect === undefined ? table.columns : table.columns.filter(column => isFor(column, dialect))
}

/** Whether a table or column is for other databases from now on. */
function leaves(step: Step, fate: Fate, dialect: DialectName | undefined): boolean {
  if (step.kind !== 'alter table' && step.kind !== 'alter column') return false
  if (nameText(step.table) !== fate.table) return false
  if (step.kind === 'alter column' && step.from.name !== fate.column) return false
  const { from, to } = step
  return (dialect === undefined ? DIALECTS : [dialect]).some(one => isFor(from, one) && !isFor(to, one))
}

/** The parents of each table. */
type Parents = Map<string, readonly string[]>

function followParents(step: Step, parents: Parents): void {
  if (step.kind === 'alter table') parents.set(nameText(step.table), parentsOf(step.to).map(nameText))
  if (step.kind === 'create table') parents.set(nameText(step.table.name), parentsOf(step.table).map(nameText))
  const renamed = (key: string) => {
    if (step.kind === 'rename table') return key === nameText(step.from) ? nameText(step.to) : key
    return step.kind === 'rename schema' ? inSchema(key, step) : key
  }
  if (step.kind !== 'rename table' && step.kind !== 'rename schema') return
  const old = [...parents]
  parents.clear()
  for (const [key, names] of old) parents.set(renamed(key), names.map(renamed))
}

/** Whether a change of a table's columns reaches another: itself, a partition or an heir. */
function reaches(name: string, table: string, parents: Parents): boolean {
  return name === table || (parents.get(table) ?? []).some(parent => reaches(name, parent, parents))
}

function keeps(step: Step, fate: Fate, parents: Parents): boolean {
  const isTable = (name: QName) => nameText(name) === fate.table
  const hasColumns = (name: QName) => reaches(nameText(name), fate.table, parents)
  switch (step.kind) {
    case 'drop table':
      return !isTable(step.table.name)
    case 'rename table':
      if (isTable(step.from)) fate.table = nameText(step.to)
      return true
    case 'drop column':
      return !(hasColumns(step.table) && step.column.name === fate.column)
    case 'rename column':
      if (hasColumns(step.table) && step.from === fate.column) fate.column = step.to
      return true
    case 'alter column':
      if (hasColumns(step.table) && step.from.name === fate.column) {
        if (!sameTypes(step.from.type, step.to.type) || step.from.generated || step.to.generated) fate.exact = false
        if (step.from.nullable && !step.to.nullable) fate.exact = false
      }
      return true
    case 'rename schema':
      fate.table = inSchema(fate.table, step)
      fate.enumKey = fate.enumKey && inSchema(fate.enumKey, step)
      return true
    case 'rename enum':
      if (fate.enumKey === nameText(step.from)) fate.enumKey = nameText(step.to)
      return true
    case 'alter enum':
      if (fate.enumKey === nameText(step.from.name)) follow(step, fate)
      else if (fate.within.has(nameText(step.from.name))) fate.exact = false
      return true
    case 'rename object':
      fate.within = new Set(
        [...fate.within].map(key => (key === nameText(step.from.name) ? nameText(step.to.name) : key)),
      )
      return true
    case 'alter object':
      if (isOtherType(step) && fate.within.has(nameText(step.from.name))) fate.exact = false
      return true
    default:
      return true
  }
}

/** Whether values of a type are written differently after a change of it. */
function isOtherType({ from, to }: StepOf<'alter object'>): boolean {
  if (from.kind === 'domain' && to.kind === 'domain') return !sameTypes(from.type, to.type)
  return isTypeObject(from)
}

function typesWithin(schema: Schema, column: Column): ReadonlySet<string> {
  const found = new Set<string>()
  const open = schema.objects.size === 0 ? [] : [...usesOfTypes(column.type)]
  for (let used = open.pop(); used !== undefined; used = open.pop()) {
    const key = nameText(used.name)
    if (found.has(key)) continue
    found.add(key)
    const object = typeObject(schema, used.name) ?? multirangeOwner(schema, used.name)
    if (object !== undefined) open.push(...objectDefinition(object).uses(object as never))
  }
  return found
}

/** The range whose multirange has that name. */
function multirangeOwner({ objects }: Schema, name: QName): RangeObject | undefined {
  return objects.values().find((one): one is RangeObject => one.kind === 'range' && sameName(multirangeOf(one), name))
}

/** The key of an object, which may be in a schema that is renamed. */
function inSchema(key: string, { from, to }: StepOf<'rename schema'>): string {
  const old = `${quoteName(from)}.`
  return key.startsWith(old) ? `${quoteName(to)}.${key.slice(old.length)}` : key
}

/** Values follow the renames and the moves; on the way back those of the undone step, before those of the steps before it. */
function follow(step: AlterEnum, fate: Fate): void {
  const forth = nextValues(step)
  const undone = nextValues(invertStep(step) as AlterEnum)
  const { up, back: earlier } = fate
  fate.up = value => mapText(up(value), forth)
  fate.back = value => earlier(mapText(value, undone))
}

function nextValues(step: AlterEnum): ReadonlyMap<string, string> {
  return new Map([
    ...step.renames.map(pair => [pair.from, pair.to] as const),
    ...movesOf(step).map(move => [move.value, move.to] as const),
  ])
}

/** Applies a change to a text, or to each item of a list: SQLite keeps one as JSON, Postgres writes `{a,"b c"}`. */
function mapText(value: unknown, next: ReadonlyMap<string, string>): unknown {
  if (typeof value !== 'string') return value
  const change = (one: unknown) => (typeof one === 'string' ? (next.get(one) ?? one) : one)
  if (value.startsWith('[')) return JSON.stringify(JSON.parse(value, (_, item) => change(item)))
  const array = mapArrayText(value, (item, written) => (next.has(item) ? arrayItem(next.get(item)!) : written.text))
  return array ?? change(value)
}
