import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import { columnOf } from '../../../compiler/schema/table.ts'
import { readMember } from '../../literals/name-literal.ts'
import { writeColumnLine } from '../../print/column.ts'
import type { Past } from '../past.ts'
import { code } from '../revisions/markdown.ts'
import type { Page } from './page.ts'
import type { Thing } from './thing.ts'

/** An old name in a hint: what the last revision has by it. */
export function pastPage({ model, kind, key, name }: Thing): Page {
  const { past } = model
  const known = past && inPast(past, kind, key, name)
  const goes = key === name || key.endsWith(`.${quoteName(name)}`)
  const what = `${/^[aeiou]/.test(kind) ? 'An' : 'A'} ${kind}`
  return {
    head: known ?? quoteName(name),
    facts: [
      goes ? `${what} that is meant to go` : `${what} that is called ${code(key)} now`,
      past && (known === undefined ? UNKNOWN : 'The last revision has it: the next one follows the hint'),
    ],
  }
}

const UNKNOWN = 'The last revision has nothing of that name: the hint does nothing'

/** How the last revision has a thing of the old name, or of a table that was renamed with it. */
function inPast({ schema }: Past, kind: Thing['kind'], key: string, name: string): string | undefined {
  switch (kind) {
    case 'table':
    case 'view':
    case 'enum': {
      const maps = { table: schema.tables, view: schema.views, enum: schema.enums } as const
      const found = [...maps[kind].values()].find(object => object.name.name === name)
      return found && `${kind} ${nameText(found.name)}`
    }
    case 'column': {
      const owner = nameText(readMember(key).of)
      const table = schema.tables.get(owner) ?? [...schema.tables.values()].find(other => columnOf(other, name))
      const column = table && columnOf(table, name)
      return column && `${nameText(table.name)}.${writeColumnLine(column, '')}`
    }
    case 'enum value': {
      const owner = nameText(readMember(key).of)
      const object = schema.enums.get(owner) ?? [...schema.enums.values()].find(other => other.values.includes(name))
      return object?.values.includes(name) ? `${nameText(object.name)}.${quoteName(name)}` : undefined
    }
    case 'constraint':
    case 'index': {
      const tables = [...schema.tables.values()]
      const has = tables.find(table => [...table.constraints, ...table.indexes].some(member => member.name === name))
      return has && `${nameText(has.name)}.${quoteName(name)}`
    }
    default:
      return undefined
  }
}
