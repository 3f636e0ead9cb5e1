import type { FillTable } from './fill-table.ts'

/** What the drivers say of a refused row beside the message. */
interface Refusal extends Error {
  readonly code?: string
  readonly column?: string
  readonly constraint?: string
  readonly detail?: string
}

/** The columns to draw anew after the database refused a row: those that the broken key or check uses, or all. */
export function refusedColumns(error: Refusal, table: FillTable): readonly string[] {
  const all = table.columns.map(column => column.name)
  const known = namedBy(error, table)?.filter(name => all.includes(name)) ?? []
  return known.length > 0 ? known : all
}

function namedBy(error: Refusal, table: FillTable): readonly string[] | undefined {
  if (error.column !== undefined) return [error.column]
  if (error.constraint !== undefined) return table.members.get(error.constraint) ?? keyIn(error.detail)
  const [, kind, rest = ''] = /^(UNIQUE|NOT NULL|CHECK|FOREIGN KEY) constraint failed:? ?(.*)/.exec(error.message) ?? []
  if (kind === 'FOREIGN KEY') return table.foreign.flatMap(key => key.columns)
  const index = /^index '(.*)'$/.exec(rest)?.[1]
  if (index !== undefined || kind === 'CHECK') return table.members.get(index ?? rest) ?? impliedColumn(rest, table)
  return kind === undefined ? undefined : rest.split(', ').map(one => one.slice(one.indexOf('.') + 1))
}

/** The index of a partition has a name of its own: `Key (id, paid)=(1, 2024-01-01) already exists.`, in the language of the server. */
function keyIn(detail = ''): readonly string[] | undefined {
  const columns = /\((.*?)\)=\(/.exec(detail)?.[1]
  return columns?.split(', ').map(column => column.replaceAll('"', ''))
}

/** The checks that SQLite gets for booleans, enums and JSON end like this. */
function impliedColumn(name: string, table: FillTable): readonly string[] {
  return table.columns
    .map(column => column.name)
    .filter(column => /_(enum|bool|json)$/.test(name) && name.includes(column))
}
