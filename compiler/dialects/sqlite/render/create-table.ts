import type { PrimaryKey } from '../../../schema/constraint.ts'
import { primaryKeyOf, type Table } from '../../../schema/table.ts'
import { quoteIdentifier } from '../quote.ts'
import { columnDefinition } from './column-definition.ts'
import { constraintDefinition, onConflict } from './constraint-definition.ts'

/** `create table` for a projected table; `name` is another name to give it, which its references to itself do not follow. */
export function createTable(table: Table, name: string = table.name.name): string {
  const counter = countingKey(table)
  const lines = [
    ...table.columns.map(
      column => columnDefinition(column) + (counter?.columns[0] === column.name ? key(counter) : ''),
    ),
    ...table.constraints.filter(constraint => constraint !== counter).map(constraintDefinition),
  ]
  const options = [...(table.strict ? ['strict'] : []), ...(table.withoutRowid ? ['without rowid'] : [])]
  const end = options.length === 0 ? '' : ` ${options.join(', ')}`
  return `create table ${quoteIdentifier(name)} (\n${lines.map(line => `  ${line}`).join(',\n')}\n)${end}`
}

/** AUTOINCREMENT can only stand on the column (lang_createtable.html). */
function key(counter: PrimaryKey): string {
  return ` constraint ${quoteIdentifier(counter.name)} primary key${onConflict(counter)} autoincrement`
}

/** The primary key whose numbers are never used again, if the table has one. */
export function countingKey(table: Table): PrimaryKey | undefined {
  const key = primaryKeyOf(table)
  const column = key?.columns.length === 1 ? table.columns.find(item => item.name === key.columns[0]) : undefined
  return column?.identity === undefined ? undefined : key
}
