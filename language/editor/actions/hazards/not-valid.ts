import { type Fixer, facts, fix } from '../fix.ts'
import { insert } from '../text/change.ts'
import { partOf, type Span, spanOf, up } from '../text/nodes.ts'

/** Only rows that come from now on are checked, until the line says so no more; SQLite looks at all of them. */
export const leaveRowsAlone: Fixer = at => {
  const { model, parsed, node } = at
  const concerned = facts(at, 'targets')
  const isElsewhere = (concerned.length > 0 ? concerned : model.loaded.project.targets.map(one => one.dialect)).some(
    dialect => dialect !== 'postgres',
  )
  const line = up(node, 'CheckModifier', 'CheckMember', 'ReferenceModifier', 'ForeignMember')
  if (line === undefined || line.notValid || isElsewhere) return []
  const place =
    (line.$type === 'CheckModifier' || line.$type === 'CheckMember' ? spanOf(line.sql) : undefined) ?? target()
  if (place === undefined) return []
  return fix('Add `not valid`: rows that are there stay as they are', [insert(parsed, place.end, ' not valid')])

  function target(): Span | undefined {
    if (line?.$type === 'ReferenceModifier') return spanOf(line)
    if (line?.$type !== 'ForeignMember') return undefined
    const last = line.targetColumns.length - 1
    const column = last < 0 ? undefined : partOf(line, 'targetColumns', last)
    if (column === undefined) return partOf(line, 'target')
    return { start: column.start, end: parsed.text.indexOf(')', column.end) + 1 }
  }
}
