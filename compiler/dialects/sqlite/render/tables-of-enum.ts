import { forDialect } from '../../../schema/dialect.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import type { Table } from '../../../schema/table.ts'
import type { Type } from '../../../schema/type.ts'
import type { Step } from '../../../steps/step.ts'
import { isHere } from '../project/is-here.ts'
import type { Progress } from './progress.ts'

/** The keys of the tables that may hold an enum, by the key of the enum: some may have gone meanwhile, none is missing. */
type EnumUsers = Map<string, Set<string>>

const known = new WeakMap<Progress, EnumUsers>()

/** The tables that hold an enum, or arrays of it, now. All tables are looked through once, at the first enum. */
export function tablesOfEnum(progress: Progress, name: QName): readonly Table[] {
  const users = known.get(progress) ?? collect(progress)
  known.set(progress, users)
  const tables = [...(users.get(nameText(name)) ?? [])].map(key => progress.draft.tables.get(key))
  return tables.filter(
    table => table !== undefined && isHere(table) && enumsOf(table).includes(nameText(name)),
  ) as Table[]
}

function collect(progress: Progress): EnumUsers {
  const users: EnumUsers = new Map()
  for (const table of progress.draft.tables.values()) addTable(users, table)
  return users
}

function addTable(users: EnumUsers, table: Table | undefined): void {
  if (table === undefined) return
  for (const key of enumsOf(table)) {
    const tables = users.get(key)
    if (tables === undefined) users.set(key, new Set([nameText(table.name)]))
    else tables.add(nameText(table.name))
  }
}

function enumsOf(table: Table): readonly string[] {
  return table.columns.filter(isHere).flatMap(column => enumOf(forDialect(column.type, 'sqlite')) ?? [])
}

function enumOf(type: Type | undefined): string | undefined {
  if (type?.kind === 'array') return enumOf(type.of)
  return type?.kind === 'enum' ? nameText(type.name) : undefined
}

/** Keeps up with a step that has been applied. */
export function followEnumUsers(progress: Progress, step: Step): void {
  const users = known.get(progress)
  if (users === undefined) return
  const tableAt = (name: QName) => progress.draft.tables.get(nameText(name))
  switch (step.kind) {
    case 'create table':
      addTable(users, step.table)
      break
    case 'rename table':
      addTable(users, tableAt(step.to))
      break
    case 'add column':
    case 'alter column':
    case 'alter table':
      addTable(users, tableAt(step.table))
      break
    case 'rename enum':
      users.set(nameText(step.to), users.get(nameText(step.from)) ?? new Set())
      break
    case 'rename schema':
      known.delete(progress)
  }
}
