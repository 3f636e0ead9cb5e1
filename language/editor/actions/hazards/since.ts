import type { Column } from '../../../../compiler/schema/column.ts'
import type { Table } from '../../../../compiler/schema/table.ts'
import type { ProjectModel } from '../../project-model.ts'

/** What came and what went since the last revision, of columns, tables or values. */
export interface Since<T> {
  readonly gone: readonly T[]
  readonly come: readonly T[]
}

/** The name that something had at the last revision. */
export function pastKey(model: ProjectModel, kind: 'table' | 'enum', key: string): string | undefined {
  const all: ReadonlyMap<string, unknown> | undefined = model.past?.schema[kind === 'table' ? 'tables' : 'enums']
  const hint = model.loaded.hints.renames.find(one => one.kind === kind && one.to === key && all?.has(one.from))
  if (hint !== undefined && !all?.has(key)) return hint.from
  return all?.has(key) ? key : undefined
}

/** The columns that a table has lost and gained since, those left out that a hint speaks of. */
export function columnsSince(model: ProjectModel, key: string): Since<Column> {
  const before = model.past?.schema.tables.get(pastKey(model, 'table', key) ?? '')
  const now = model.loaded.schema.tables.get(key)
  if (before === undefined || now === undefined) return NOTHING
  const { renames, drops } = model.loaded.hints
  const renamed = renames.filter(hint => hint.kind === 'column' && hint.in === key)
  const said = new Set([
    ...renamed.map(({ from }) => from),
    ...drops.filter(drop => drop.in === key).map(({ name }) => name),
  ])
  return {
    gone: before.columns.filter(({ name }) => !said.has(name) && !now.columns.some(column => column.name === name)),
    come: now.columns.filter(
      ({ name }) => !renamed.some(hint => hint.to === name) && !before.columns.some(column => column.name === name),
    ),
  }
}

/** The tables that are gone and new since, those left out that a hint speaks of. */
export function tablesSince({ past, loaded }: ProjectModel): Since<Table> {
  if (past === undefined) return NOTHING
  const { renames, drops } = loaded.hints
  const own = renames.filter(({ kind }) => kind === 'table')
  const said = new Set([
    ...own.map(({ from }) => from),
    ...drops.filter(({ kind }) => kind === 'table').map(({ name }) => name),
  ])
  const called = new Set(own.map(({ to }) => to))
  const [before, now] = [past.schema.tables, loaded.schema.tables]
  return {
    gone: [...before].filter(([key]) => !now.has(key) && !said.has(key)).map(([, table]) => table),
    come: [...now].filter(([key]) => !before.has(key) && !called.has(key)).map(([, table]) => table),
  }
}

/** The values that an enum has lost and gained since, those left out that a hint speaks of. */
export function valuesSince(model: ProjectModel, key: string): Since<string> {
  const before = model.past?.schema.enums.get(pastKey(model, 'enum', key) ?? '')
  const now = model.loaded.schema.enums.get(key)
  if (before === undefined || now === undefined) return NOTHING
  const { renames, moves, drops } = model.loaded.hints
  const renamed = renames.filter(hint => hint.kind === 'enum value' && hint.in === key)
  const said = new Set([
    ...renamed.map(({ from }) => from),
    ...moves.filter(move => move.in === key).map(({ value }) => value),
    ...drops.filter(drop => drop.kind === 'enum value' && drop.in === key).map(({ name }) => name),
  ])
  return {
    gone: before.values.filter(value => !said.has(value) && !now.values.includes(value)),
    come: now.values.filter(value => !before.values.includes(value) && !renamed.some(({ to }) => to === value)),
  }
}

const NOTHING = { gone: [], come: [] }
