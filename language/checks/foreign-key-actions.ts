import type { AstNode } from 'langium'
import type { Check } from './check.ts'
import type { ForeignLine, TableSubject } from './subject.ts'

const RULES = [
  ['onDelete', 'delete'],
  ['onUpdate', 'update'],
] as const

/** Actions of foreign keys that put null where null cannot be. */
export const checkForeignKeyActions: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    for (const line of table.keys) {
      if (line.kind !== 'foreign') continue
      for (const [property, event] of RULES) {
        const action = line.node[property]
        if (action !== 'set null' && action !== 'set default') continue
        const some = event === 'delete' ? (line.node.onDeleteColumns ?? []) : []
        const set = some.length > 0 ? some : line.columns
        const name = set.find(column => holdsNoNull(column, table, action))
        if (name === undefined) continue
        const place = { node: line.node as AstNode, property }
        const why = action === 'set null' ? 'is not null' : 'is not null and has no default'
        const message = `\`on ${event} ${action}\` would fail: \`${name}\` ${why}.`
        report.warning({ code: 'MIG169', message, remedy: remedyFor(name, action), place, data: { column: name } })
      }
    }
  }
}

function holdsNoNull(name: string, table: TableSubject, action: string): boolean {
  const column = table.columns.get(name)?.column
  if (column === undefined) return false
  const isKey = table.keys.some(key => key.kind === 'primary' && key.columns.includes(name))
  if (column.nullable && !isKey) return false
  return action === 'set null' || column.default === undefined
}

function remedyFor(name: string, action: string): string {
  const other = action === 'set null' ? 'choose another action' : 'give it a default'
  return `Let \`${name}\` be null (put \`?\` after its type), or ${other}.`
}

/** Foreign keys without an index: each delete and update of the target reads the whole table. */
export const checkForeignKeyIndexes: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    for (const line of table.keys) {
      if (line.kind !== 'foreign' || line.node.missing || line.columns.length === 0 || isIndexed(line, table)) continue
      if (!line.columns.every(column => table.columns.has(column))) continue
      const columns = line.columns.join(', ')
      const message = `No index begins with ${line.columns.map(column => `\`${column}\``).join(', ')}: deleting a row of \`${line.target}\` reads all of \`${table.key}\`.`
      const remedy =
        line.on === undefined ? `Add \`index (${columns})\` to the table.` : 'Put `index` behind the column.'
      report.info({
        code: 'MIG170',
        message,
        remedy,
        place: { node: line.node, property: 'target' },
        data: { columns: line.columns },
      })
    }
  }
}

function isIndexed({ columns }: ForeignLine, { table }: TableSubject): boolean {
  const wanted = new Set(columns)
  const begins = (names: readonly (string | undefined)[]) =>
    new Set(names.slice(0, wanted.size).filter(name => name !== undefined && wanted.has(name))).size === wanted.size
  return (
    table.constraints.some(key => (key.kind === 'primary' || key.kind === 'unique') && begins(key.columns)) ||
    table.indexes.some(index => index.where === undefined && begins(index.keys.map(key => key.column)))
  )
}
