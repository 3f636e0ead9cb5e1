import { forDialect } from '../../../schema/dialect.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import { baseType, domainsOf } from '../../../schema/objects/type-object.ts'
import type { Schema } from '../../../schema/schema.ts'
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
    table => table !== undefined && isHere(table) && enumsOf(table, progress.draft).includes(nameText(name)),
  ) as Table[]
}

function collect(progress: Progress): EnumUsers {
  const users: EnumUsers = new Map()
  for (const table of progress.draft.tables.values()) addTable(users, table, progress.draft)
  return users
}

function addTable(users: EnumUsers, table: Table | undefined, draft: Types): void {
  if (table === undefined) return
  for (const key of enumsOf(table, draft)) {
    const tables = users.get(key)
    if (tables === undefined) users.set(key, new Set([nameText(table.name)]))
    else tables.add(nameText(table.name))
  }
}

type Types = Pick<Schema, 'objects'>

function enumsOf(table: Table, draft: Types): readonly string[] {
  return table.columns.filter(isHere).flatMap(column => enumOf(forDialect(column.type, 'sqlite'), draft))
}

/** The type, and the domains and the enum that it is made of. */
function enumOf(type: Type | undefined, draft: Types): readonly string[] {
  if (type?.kind === 'array') return enumOf(type.of, draft)
  if (type?.kind !== 'enum') return []
  const base = baseType(draft, type, 'sqlite')
  const domains = domainsOf(draft, type, 'sqlite').map(({ name }) => nameText(name))
  return [...domains, ...(base === type ? [nameText(type.name)] : enumOf(base, draft))]
}

/** Keeps up with a step that has been applied. */
export function followEnumUsers(progress: Progress, step: Step): void {
  const users = known.get(progress)
  if (users === undefined) return
  const tableAt = (name: QName) => progress.draft.tables.get(nameText(name))
  switch (step.kind) {
    case 'create table':
      addTable(users, step.table, progress.draft)
      break
    case 'rename table':
      addTable(users, tableAt(step.to), progress.draft)
      break
    case 'add column':
    case 'alter column':
    case 'alter table':
      addTable(users, tableAt(step.table), progress.draft)
      break
    case 'rename enum':
      users.set(nameText(step.to), users.get(nameText(step.from)) ?? new Set())
      break
    case 'rename schema':
    case 'alter object':
    case 'rename object':
      known.delete(progress)
  }
}
