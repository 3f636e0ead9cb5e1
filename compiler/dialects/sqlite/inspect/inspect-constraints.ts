import type { Action, Conflict, Constraint, Deferrable, ForeignKey } from '../../../schema/constraint.ts'
import { madeName, type NameLabel } from '../../../schema/made-name.ts'
import { columnUses } from '../../../sql/expression-names.ts'
import { foldName } from '../../../sql/name-text.ts'
import type {
  ConflictClause,
  CreateTable,
  NamedConstraint,
  Reference,
  TableConstraint,
} from '../../../sql/sqlite-ddl/create-table.ts'
import { projectCollations } from '../project/project-constraint.ts'
import { withoutOwnName } from '../project/without-own-name.ts'

/** A key or check that may have no name yet. */
type Unnamed = { readonly name: string | undefined; readonly label: NameLabel; readonly words: readonly string[] } & {
  readonly named: (name: string) => Constraint
}

/** The keys and checks of a table, those on its columns first; one without a name gets the name that would be made for it. */
export function inspectConstraints(
  definition: CreateTable,
  known: ReadonlyMap<string, CreateTable>,
): readonly Constraint[] {
  const all = [...columnConstraints(definition, known), ...tableConstraints(definition, known)]
  const taken = new Set(all.flatMap(one => (one.name === undefined ? [] : [one.name])))
  return all.map(one => {
    const name = one.name ?? madeName(definition.name, one.words, one.label, candidate => taken.has(candidate))
    taken.add(name)
    return one.named(name)
  })
}

function columnConstraints(table: CreateTable, known: ReadonlyMap<string, CreateTable>): readonly Unnamed[] {
  return table.columns.flatMap(column => {
    const columns = [column.name]
    return [
      ...(column.primaryKey ? [key('primary', column.primaryKey, columns)] : []),
      ...(column.unique ?? []).map(one => key('unique', one, columns)),
      ...(column.checks ?? []).map(({ name, sql }) => check(name, withoutOwnName(sql, table.name), columns)),
      ...(column.references ?? []).map(target => foreign(target.name, columns, target, known)),
    ]
  })
}

function tableConstraints(table: CreateTable, known: ReadonlyMap<string, CreateTable>): readonly Unnamed[] {
  const named = columnNames(table)
  const read = (constraint: TableConstraint): Unnamed => {
    if (constraint.kind === 'foreign') {
      return foreign(constraint.name, constraint.columns.map(named), constraint.target, known)
    }
    if (constraint.kind === 'check') {
      const sql = withoutOwnName(constraint.sql, table.name)
      return check(constraint.name, sql, [...new Set(columnUses(sql).map(use => named(use.name)))])
    }
    const columns = constraint.columns.map(column => named(column.name))
    const collations = constraint.kind === 'unique' ? constraint.columns.map(column => column.collate) : undefined
    return key(constraint.kind, constraint, columns, projectCollations(collations))
  }
  return table.constraints.map(read)
}

function key(
  kind: 'primary' | 'unique',
  written: NamedConstraint,
  columns: readonly string[],
  collations?: readonly (string | null)[],
): Unnamed {
  const label = kind === 'primary' ? 'pkey' : 'key'
  const conflict = inspectConflict(written.conflict)
  const named = (name: string): Constraint =>
    ({ kind, name, columns, ...(collations && { collations }), ...(conflict && { conflict }) }) as Constraint
  return { name: written.name, label, words: kind === 'primary' ? [] : columns, named }
}

/** `abort` is what holds when nothing is written (lang_conflict.html). */
export function inspectConflict(clause: ConflictClause | undefined): Conflict | undefined {
  return clause === 'abort' ? undefined : clause
}

/** Postgres names a check by its column when it uses one alone. */
function check(name: string | undefined, sql: string, uses: readonly string[]): Unnamed {
  const words = uses.length === 1 ? uses : []
  return { name, label: 'check', words, named: given => ({ kind: 'check', name: given, sql: { all: sql } }) }
}

function foreign(
  name: string | undefined,
  columns: readonly string[],
  reference: Reference,
  known: ReadonlyMap<string, CreateTable>,
): Unnamed {
  const target = known.get(foldName(reference.table))
  const targetColumns = target ? reference.columns?.map(columnNames(target)) : reference.columns
  const onDelete = action(reference.onDelete)
  const onUpdate = action(reference.onUpdate)
  const deferrable = deferral(reference.deferrable)
  const named = (given: string): ForeignKey => ({
    kind: 'foreign',
    name: given,
    columns,
    target: { name: target?.name ?? reference.table },
    targetColumns: targetColumns ?? (target === undefined ? [] : (primaryColumns(target) ?? columns)),
    ...(target === undefined && { missing: true }),
    ...(onDelete && { onDelete }),
    ...(onUpdate && { onUpdate }),
    ...(deferrable && { deferrable }),
  })
  return { name, label: 'fkey', words: columns, named }
}

/** The columns that a reference means which names none (foreignkeys.html#fk_basics). */
function primaryColumns(table: CreateTable): readonly string[] | undefined {
  const onColumn = table.columns.find(column => column.primaryKey !== undefined)
  if (onColumn !== undefined) return [onColumn.name]
  const inTable = table.constraints.find(constraint => constraint.kind === 'primary')
  return inTable?.columns.map(column => columnNames(table)(column.name))
}

/** Finds a column by its name, whatever the case of its letters. */
function columnNames(table: CreateTable): (name: string) => string {
  const names = new Map(table.columns.map(column => [foldName(column.name), column.name]))
  return name => names.get(foldName(name)) ?? name
}

function action(value: Reference['onDelete']): Action | undefined {
  return value === 'no action' ? undefined : value
}

function deferral(value: Reference['deferrable']): Deferrable | undefined {
  return value === 'not deferrable' ? undefined : value
}
