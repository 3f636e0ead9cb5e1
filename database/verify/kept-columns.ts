import { nameText, type QName, quoteName } from '../../compiler/schema/name.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { sameTypes } from '../../compiler/steps/same.ts'
import type { AlterEnum, Step, StepOf } from '../../compiler/steps/step.ts'

/** What becomes of one value on its way up, and of the same value when it comes back down. */
interface Fate {
  table: string
  column: string
  enumKey: string | undefined
  /** False once the type changed: the value may be written differently. */
  exact: boolean
  up: (value: unknown) => unknown
  down: (value: unknown) => unknown
}

const same = (value: unknown) => value

/** Where every column of a schema ends up, and what its values become: the promise that a plan makes about rows. */
export function keptColumns(
  before: Schema,
  steps: readonly Step[],
): ReadonlyMap<string, readonly (Fate & { readonly from: string })[]> {
  const tables = new Map<string, (Fate & { from: string })[]>()
  for (const [key, table] of before.tables) {
    tables.set(
      key,
      table.columns.map(column => ({
        from: column.name,
        table: key,
        column: column.name,
        enumKey: enumOf(column.type.all),
        exact: true,
        up: same,
        down: same,
      })),
    )
  }
  for (const step of steps)
    for (const [key, fates] of tables)
      tables.set(
        key,
        fates.filter(fate => keeps(step, fate)),
      )
  for (const [key, fates] of tables) if (fates.length === 0) tables.delete(key)
  return tables
}

function enumOf(type: Type | undefined): string | undefined {
  if (type?.kind === 'array') return enumOf(type.of)
  return type?.kind === 'enum' ? nameText(type.name) : undefined
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

/** A value that moves goes to a name of the new side; the others follow the renames, on the way back as well. */
function follow(step: AlterEnum, fate: Fate): void {
  const forth = new Map([
    ...step.renames.map(pair => [pair.from, pair.to] as const),
    ...step.moves.map(move => [move.value, move.to] as const),
  ])
  const back = new Map(step.renames.map(pair => [pair.to, pair.from]))
  const { up, down } = fate
  fate.up = value => mapText(up(value), one => forth.get(one) ?? one)
  fate.down = value => down(mapText(value, one => back.get(forth.get(one) ?? one) ?? forth.get(one) ?? one))
}

/** Applies a change to a text, or to each item of a list: SQLite keeps one as JSON, Postgres writes `{a,"b c"}`. */
function mapText(value: unknown, change: (value: string) => string): unknown {
  if (typeof value !== 'string') return value
  if (value.startsWith('[')) return JSON.stringify((JSON.parse(value) as string[]).map(change))
  if (!value.startsWith('{')) return change(value)
  const items = [...value.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g)].map(match => match[1] ?? match[2]!)
  return `{${items.map(item => arrayItem(change(item))).join(',')}}`
}

function arrayItem(value: string): string {
  return /^[^\s,{}"\\]+$/.test(value) ? value : `"${value}"`
}
