import { keyIsNeverNull } from '../../compiler/dialects/sqlite/project/project-column.ts'
import { spell } from '../../compiler/dialects/sqlite/types.ts'
import { forDialect } from '../../compiler/schema/dialect.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { typeText } from '../../compiler/schema/type-text.ts'
import type { Check } from './check.ts'
import { columnPlace } from './column-place.ts'
import { targetsOf } from './targets.ts'

/** Primary keys with columns that may be null. */
export const checkPrimaryKeys: Check = (subject, report) => {
  for (const { table, keys, columns } of subject.scope.tables) {
    for (const line of keys) {
      if (line.kind !== 'primary') continue
      const isInPostgres = targetsOf(subject, table.only, line.only).includes('postgres')
      if (!isInPostgres && !isNeverNullInSqlite(table, line.columns)) continue
      for (const [index, name] of line.columns.entries()) {
        if (columns.get(name)?.column.nullable !== true) continue
        const message = `\`${name}\` is part of the primary key, so it cannot be null.`
        const remedy = `Remove the \`?\` after the type of \`${name}\`, or make it \`unique\` instead.`
        report.error({ code: 'MIG162', message, remedy, place: columnPlace(line, index), data: { column: name } })
      }
    }
  }
}

/** Whether SQLite itself keeps NULL out of a primary key: other keys hold it unless their columns say that they do not (lang_createtable.html). */
function isNeverNullInSqlite(table: Table, columns: readonly string[]): boolean {
  const types = table.columns
    .filter(column => columns.includes(column.name))
    .map(column => {
      const type = forDialect(column.type, 'sqlite')
      return type && spell(type)
    })
  return keyIsNeverNull(table, types)
}

/** Types without an order of their own (the manual, Operator Classes): no key and no B-tree can be built on them. */
const NO_ORDER: ReadonlySet<string> = new Set('json xml point line lseg box path polygon circle'.split(' '))

/** Keys and indexes on columns whose values Postgres cannot compare. */
export const checkComparable: Check = (subject, report) => {
  for (const { table, keys, indexes, columns } of subject.scope.tables) {
    for (const line of [...keys, ...indexes]) {
      if (!targetsOf(subject, table.only, line.only).includes('postgres')) continue
      const member = 'member' in line && line.member?.$type === 'IndexMember' ? line.member : undefined
      if (member?.using !== undefined && member.using !== 'btree') continue
      for (const [index, name] of line.columns.entries()) {
        const column = name === undefined ? undefined : columns.get(name)?.column
        const type = column && forDialect(column.type, 'postgres')
        if (type === undefined || !hasNoOrder(type) || member?.keys[index]?.opclass !== undefined) continue
        const message = `\`${name}\` is \`${typeText(type)}\`, and Postgres cannot compare such values: no key and no plain index can be built on it.`
        const json = type.kind === 'builtin' && type.name === 'json'
        const remedy = json
          ? 'Make the column `jsonb`.'
          : 'Leave the column out, or name a method that knows the type: `using gist`.'
        report.error({ code: 'MIG163', message, remedy, place: columnPlace(line, index), data: { column: name } })
      }
    }
  }
}

function hasNoOrder(type: Type): boolean {
  return type.kind === 'array' ? hasNoOrder(type.of) : type.kind === 'builtin' && NO_ORDER.has(type.name)
}
