import type { Column } from '../../compiler/schema/column.ts'
import type { Table } from '../../compiler/schema/table.ts'
import { q, typeName, withConstraint, withIndex } from './random-schema.ts'
import type { Tape } from './tape.ts'

/** A key, a check or an index over the columns that are there. */
export function withMember(table: Table, tape: Tape): Table {
  const usable = table.columns.filter(
    column => column.name !== 'id' && typeName(column) !== 'jsonb' && column.only === undefined && !column.generated,
  )
  if (usable.length === 0) return table
  const column = tape.pick(usable)
  const name = q(column.name)
  switch (tape.next(9)) {
    case 6:
      return withConstraint(table, {
        kind: 'exclude',
        name: '',
        using: 'btree',
        keys: [{ column: 'id', operator: '=' }],
        ...(tape.chance(2) && { where: { all: `${name} is not null` } }),
        ...(tape.chance(2) && { deferrable: 'initially deferred' }),
        only: 'postgres',
      })
    case 7:
      return withConstraint(table, {
        kind: 'check',
        name: 'never looked at',
        sql: { all: `id is not null or ${name} is null` },
        notValid: true,
        ...(tape.chance(2) && { noInherit: true }),
        only: 'postgres',
      })
    case 8:
      return withConstraint(table, {
        kind: 'unique',
        name: '',
        columns: [column.name, 'id'],
        ...tape.pick([
          { conflict: 'replace', only: 'sqlite' } as const,
          { deferrable: 'initially deferred', only: 'postgres' } as const,
        ]),
      })
    case 0:
      return withIndex(table, {
        name: '',
        keys: [{ column: column.name, ...(tape.chance(3) && { desc: true as const }) }],
      })
    case 1:
      return withConstraint(table, {
        kind: 'unique',
        name: '',
        columns: [column.name, ...(tape.chance(2) || !hasManyValues(column) ? ['id'] : [])],
      })
    case 2: {
      const sql = checkFor(column)
      return sql === undefined ? table : withConstraint(table, { kind: 'check', name: '', sql: { all: sql } })
    }
    case 3:
      return typeName(column) === 'text' || typeName(column) === 'varchar'
        ? withIndex(table, { name: '', keys: [{ sql: { all: `lower(${name})` } }, { column: 'id' }] })
        : table
    case 4:
      return withIndex(table, {
        name: '',
        keys: [{ column: 'id' }],
        where: { all: `${name} is not null` },
        unique: true,
      })
    default:
      return withConstraint(table, {
        kind: 'check',
        name: `${table.name.name} rule`,
        sql: { all: `${name} is not null or id is not null` },
      })
  }
}

function hasManyValues(column: Column): boolean {
  return !['enum', 'array', 'bool', 'made'].includes(typeName(column))
}

function checkFor(column: Column): string | undefined {
  const name = q(column.name)
  switch (typeName(column)) {
    case 'text':
    case 'varchar':
      return `length(${name}) < 100`
    case 'int':
    case 'bigint':
    case 'smallint':
    case 'decimal':
      return `${name} > -1000 and ${name} < 30000`
    default:
      return undefined
  }
}
