import type { Column } from '../../schema/column.ts'
import type { Constraint } from '../../schema/constraint.ts'
import type { DialectName, Sql } from '../../schema/dialect.ts'
import { forDialect } from '../../schema/dialect.ts'
import type { Trigger, View, ViewColumn } from '../../schema/objects.ts'
import type { PartitionBy } from '../../schema/partition.ts'
import type { Table } from '../../schema/table.ts'
import type { Index, IndexKey } from '../../schema/table-index.ts'
import type { Value } from '../../schema/value.ts'

/** An object as Postgres holds it: `only` and the other dialects' values left out. Undefined when it is not for Postgres. */
export function own<T extends { readonly only?: DialectName }>(object: T): T | undefined {
  if (object.only === 'sqlite') return undefined
  if (object.only === undefined) return object
  const { only: _only, ...rest } = object
  return rest as T
}

function ownSql(sql: Sql | undefined): { readonly all: string } | undefined {
  const text = sql === undefined ? undefined : forDialect(sql, 'postgres')
  return text === undefined ? undefined : { all: text }
}

function ownDefault(value: Value | undefined): Value | undefined {
  if (value === undefined || value.kind === 'null') return undefined
  if (value.kind !== 'sql') return value
  const sql = ownSql(value.sql)
  return sql && { kind: 'sql', sql }
}

/** The column with the type, default and expression that Postgres sees; a type for others only makes it one of theirs. */
export function ownColumn(column: Column): Column | undefined {
  const kept = own(column)
  const type = forDialect(column.type, 'postgres')
  if (kept === undefined || type === undefined) return undefined
  const { default: _default, generated: _generated, nullConflict: _nullConflict, ...rest } = kept
  const value = ownDefault(column.default)
  const sql = ownSql(column.generated?.sql)
  return {
    ...rest,
    type: { all: type },
    ...(value && { default: value }),
    ...(sql && column.generated && { generated: { sql, stored: column.generated.stored } }),
  }
}

/** The key or check with Postgres' text. */
export function ownConstraint(constraint: Constraint): Constraint | undefined {
  const kept = own(constraint)
  switch (kept?.kind) {
    case 'check': {
      const sql = ownSql(kept.sql)
      return sql && { ...kept, sql }
    }
    case 'exclude': {
      const keys = kept.keys.map(ownKey).filter(key => key !== undefined)
      if (keys.length < kept.keys.length) return undefined
      const { where: _where, ...rest } = kept
      const where = ownSql(kept.where)
      return { ...rest, keys, ...(where && { where }) }
    }
    case 'primary':
    case 'unique': {
      if (kept.conflict === undefined && !('collations' in kept)) return kept
      const { conflict: _conflict, ...rest } = kept
      if (rest.kind === 'primary') return rest
      const { collations: _collations, ...plain } = rest
      return plain
    }
    case 'foreign':
      return kept.missing ? undefined : kept
    default:
      return kept
  }
}

/** The index with Postgres' keys and condition; a key for others only makes it one of theirs. */
export function ownIndex(index: Index): Index | undefined {
  const kept = own(index)
  const keys = index.keys.map(ownKey).filter(key => key !== undefined)
  if (kept === undefined || keys.length < index.keys.length) return undefined
  const { where: _where, ...rest } = kept
  const where = ownSql(index.where)
  return { ...rest, keys, ...(where && { where }) }
}

function ownKey<K extends IndexKey>(key: K): K | undefined {
  if (key.sql === undefined) return key
  const sql = ownSql(key.sql)
  return sql && { ...key, sql }
}

/** The view with Postgres' query. */
export function ownView(view: View): View | undefined {
  const kept = own(view)
  const sql = ownSql(view.sql)
  if (kept === undefined || sql === undefined) return undefined
  const { dependsOn: _dependsOn, columns, ...rest } = kept
  const said = columns?.map(ownViewColumn).filter(column => column !== undefined) ?? []
  return { ...rest, sql, ...(said.length > 0 && { columns: said }) }
}

function ownViewColumn({ default: value, ...rest }: ViewColumn): ViewColumn | undefined {
  const own = ownDefault(value)
  return own === undefined && rest.comment === undefined ? undefined : { ...rest, ...(own && { default: own }) }
}

/** The trigger with Postgres' text. */
export function ownTrigger(trigger: Trigger): Trigger | undefined {
  const kept = own(trigger)
  const sql = ownSql(trigger.sql)
  if (kept === undefined || sql === undefined) return undefined
  const { dependsOn: _dependsOn, ...rest } = kept
  return { ...rest, sql }
}

const tables = new WeakMap<Table, Table>()

/** The table with the members that Postgres holds; worked out once for each value. */
export function ownTable(table: Table): Table | undefined {
  if (table.only === 'sqlite') return undefined
  const known = tables.get(table)
  if (known !== undefined) return known
  const { strict: _strict, withoutRowid: _withoutRowid, only: _only, ...rest } = table
  const result: Table = {
    ...rest,
    columns: table.columns.map(ownColumn).filter(column => column !== undefined),
    constraints: table.constraints.map(ownConstraint).filter(constraint => constraint !== undefined),
    indexes: table.indexes.map(ownIndex).filter(index => index !== undefined),
    ...(table.partitionBy && { partitionBy: ownPartitionBy(table.partitionBy) }),
  }
  tables.set(table, result)
  return result
}

function ownPartitionBy({ strategy, keys }: PartitionBy): PartitionBy {
  return {
    strategy,
    keys: keys.map(({ sql, ...key }) => (sql === undefined ? key : { sql: ownSql(sql) ?? {}, ...key })),
  }
}
