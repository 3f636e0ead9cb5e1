import type { Column } from '../../compiler/schema/column.ts'
import { DIALECTS, type DialectName, isFor } from '../../compiler/schema/dialect.ts'
import { nameText, type QName, quoteName } from '../../compiler/schema/name.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { arrayItem, mapArrayText } from '../../compiler/sql/array-text.ts'
import { movesOf } from '../../compiler/steps/enum-moves.ts'
import { invertStep } from '../../compiler/steps/invert.ts'
import { sameTypes } from '../../compiler/steps/same.ts'
import type { AlterEnum, Step, StepOf } from '../../compiler/steps/step.ts'

/** What becomes of one value on its way up, and of what came of it on the way back down. */
interface Fate {
  table: string
  column: string
  enumKey: string | undefined
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
        enumKey: enumOf(column.type.all),
        exact: true,
        up: same,
        back: same,
      })),
    )
  }
  for (const step of steps)
    for (const [key, fates] of tables)
      tables.set(
        key,
        fates.filter(fate => !leaves(step, fate, dialect) && keeps(step, fate)),
      )
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

function keeps(step: Step, fate: Fate): boolean {
  const isTable = (name: QName) => nameText(name) === fate.table
  switch (step.kind) {
    case 'drop table':
      return !isTable(step.table.name)
    case 'rename table':
      if (isTable(step.from)) fate.table = nameText(step.to)
      return true
    case 'drop column':
      return !(isTable(step.table) && step.column.name === fate.column)
    case 'rename column':
      if (isTable(step.table) && step.from === fate.column) fate.column = step.to
      return true
    case 'alter column':
      if (isTable(step.table) && step.from.name === fate.column) {
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
      return true
    default:
      return true
  }
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
