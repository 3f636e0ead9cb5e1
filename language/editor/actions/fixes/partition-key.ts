import { quoteName } from '../../../../compiler/schema/name.ts'
import { type Fix, type FixAt, type Fixer, fix } from '../fix.ts'
import { asLine } from '../refactor/as-line.ts'
import { insert } from '../text/change.ts'
import { partOf, spanOf, up } from '../text/nodes.ts'

/** Adds what a table is divided by to a key that lacks it. */
export const addPartitionKey: Fixer = at => {
  const lacks = /^The key lacks (.+?), by which/.exec(at.diagnostic.message)?.[1]
  const names = [...(lacks ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => quoteName(name!))
  if (names.length === 0) return []
  const title = `Add ${names.map(name => `\`${name}\``).join(', ')} to the key`
  return [...toModifier(at, title, names), ...toLine(at, title, names)]
}

function toModifier({ model, parsed, node }: FixAt, title: string, names: readonly string[]): readonly Fix[] {
  const modifier = up(node, 'PrimaryModifier', 'UniqueModifier')
  const column = up(modifier, 'ColumnDeclaration')
  if (modifier === undefined || column === undefined) return []
  const own = `(${quoteName(column.name)})`
  const changes = asLine(model, parsed, modifier).map(change => {
    const at = change.text.indexOf(own)
    if (at < 0) return change
    const end = at + own.length - 1
    return { ...change, text: `${change.text.slice(0, end)}, ${names.join(', ')}${change.text.slice(end)}` }
  })
  return fix(title, changes)
}

function toLine({ parsed, node }: FixAt, title: string, names: readonly string[]): readonly Fix[] {
  const line = up(node, 'PrimaryMember', 'UniqueMember', 'IndexMember')
  if (line === undefined) return []
  const last =
    line.$type === 'IndexMember' ? spanOf(line.keys.at(-1)) : partOf(line, 'columns', line.columns.length - 1)
  const close = last === undefined ? -1 : parsed.text.indexOf(')', last.end)
  return close < 0 ? [] : fix(title, [insert(parsed, close, `, ${names.join(', ')}`)])
}
