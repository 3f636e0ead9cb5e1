import { quoteName } from '../../../../compiler/schema/name.ts'
import { columnOf } from '../../../../compiler/schema/table.ts'
import type { Type } from '../../../../compiler/schema/type.ts'
import { type Fixer, fix } from '../fix.ts'
import { addHint } from '../text/column-parts.ts'
import { columnOfHazard } from './rows-there.ts'
import { pastKey } from './since.ts'

/** Cuts texts that are too long for the new type; what is cut off is lost, and the lens over the table says so. */
export const cutTexts: Fixer = at => {
  const found = columnOfHazard(at)
  if (found === undefined) return []
  const { line, table } = found
  const { node, column, context } = line
  const length = lengthOf(column.type.all)
  const before = at.model.past?.schema.tables.get(pastKey(at.model, 'table', table.key) ?? '')
  const old = before && columnOf(before, column.name)
  if (length === undefined || !isText(old?.type.all)) return []
  if (node.modifiers.some(({ $type }) => $type === 'ConvertModifier')) return []
  const name = quoteName(column.name)
  const cut = `convert \`substr(${name}, 1, ${length})\``
  return fix(
    `Cut what is longer: \`convert\` with \`substr(${name}, 1, ${length})\``,
    addHint(context.parsed, node, cut),
  )
}

function lengthOf(type: Type | undefined): number | undefined {
  return type?.kind === 'builtin' && /^(?:var)?char$/.test(type.name) ? type.args?.[0] : undefined
}

function isText(type: Type | undefined): boolean {
  return type?.kind === 'builtin' && /^(?:text|varchar|char)$/.test(type.name)
}
