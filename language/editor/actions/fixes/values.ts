import { nameText, quoteName } from '../../../../compiler/schema/name.ts'
import { editDistance } from '../../../edit-distance.ts'
import type { ProjectModel } from '../../project-model.ts'
import { type Fix, type Fixer, fact, fix } from '../fix.ts'
import { replace } from '../text/change.ts'
import { addLine, linesOf } from '../text/member-lines.ts'
import { up } from '../text/nodes.ts'
import { spelled } from './change-spelling.ts'

const CALLS: Readonly<Record<string, string>> = {
  now: 'now()',
  today: 'today()',
  uuid: 'uuid()',
  current_timestamp: 'now()',
  current_date: 'today()',
  gen_random_uuid: 'uuid()',
}

/** Writes the value that is meant, where the language spells it otherwise. */
export const writeValue: Fixer = at => {
  const instead = fact(at, 'instead')
  const call = CALLS[at.text.toLowerCase()]
  const written = [...new Set([call, instead])].filter(value => value !== undefined)
  return written.flatMap((value, index) =>
    fix(`Write \`${value}\``, [replace(at.parsed, at.start, at.end, value)], index === 0),
  )
}

/** A text in SQL stands in single quotes. */
export const singleQuotes: Fixer = at => {
  const { parsed, start, end, text, diagnostic } = at
  const isText = diagnostic.code === 'MIG155' || (text.startsWith('"') && fact(at, 'meant') === undefined)
  const name = fact(at, 'name')
  if (!isText || name === undefined || up(at.node, 'Sql') === undefined) return []
  const value = `'${name.replaceAll("'", "''")}'`
  return fix(`Write the text ${value}`, [replace(parsed, start, end, value)])
}

/** Other values of the enum, the nearest by spelling first, or the value added to it. */
export const chooseValue: Fixer = at => {
  const key = fact(at, 'enum')
  const name = fact(at, 'name')
  if (key === undefined) return []
  const values = at.model.loaded.schema.enums.get(key)?.values ?? []
  const meant = fact(at, 'meant')
  const near = nearest(
    name ?? at.text,
    values.filter(value => value !== meant),
  ).slice(0, meant === undefined ? 5 : 2)
  return [
    ...near.flatMap(value => fix(`Change to \`${value}\``, [spelled(at, value)])),
    ...(name === undefined ? [] : addValue(at.model, key, name)),
  ]
}

/** Names, those that are spelled most alike first. */
export function nearest(name: string, all: readonly string[]): readonly string[] {
  const far = new Map(all.map(one => [one, editDistance(name, one)]))
  return [...all].sort((a, b) => far.get(a)! - far.get(b)!)
}

function addValue(model: ProjectModel, key: string, name: string): readonly Fix[] {
  const found = enumOf(model, key)
  if (found === undefined) return []
  const { node, parsed } = found
  const lines = linesOf(node)
  const said = lines.some(line => 'value' in line && line.value === name)
  const last = lines.findLast(({ $type }) => $type === 'EnumValueEntry')
  return said ? [] : fix(`Add \`${name}\` to ${key}`, addLine(parsed, node, quoteName(name), last))
}

/** The declaration of an enum. */
export function enumOf(model: ProjectModel, key: string) {
  for (const { node, context } of model.subject.declarations)
    if (node.$type === 'EnumDeclaration' && nameText(context.names.qualify(node.name ?? '')) === key)
      return { node, parsed: context.parsed, context }
  return undefined
}
