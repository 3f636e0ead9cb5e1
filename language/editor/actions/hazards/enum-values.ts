import { quoteName } from '../../../../compiler/schema/name.ts'
import { editDistance } from '../../../edit-distance.ts'
import type { ProjectModel } from '../../project-model.ts'
import { type Fix, type Fixer, fix } from '../fix.ts'
import { enumOf, nearest } from '../fixes/values.ts'
import { insert } from '../text/change.ts'
import { addLine, linesOf } from '../text/member-lines.ts'
import { spanOf } from '../text/nodes.ts'
import { memberAt } from './object-key.ts'
import { pastKey, valuesSince } from './since.ts'

const MOST = 5

/** A value that is gone: it is called otherwise now, its rows get another one, no row has it, or it is put back. */
export const lostValue: Fixer = at => {
  const object = memberAt(at)
  const found = object && enumOf(at.model, object.in)
  if (object === undefined || found === undefined) return []
  const { come } = valuesSince(at.model, object.in)
  const { name: lost } = object
  const line = (text: string) => addLine(found.parsed, found.node, text, linesOf(found.node).at(-1))
  const old = quoteName(lost)
  return [
    ...nearest(lost, come)
      .slice(0, MOST)
      .flatMap(value => renamedValue(found, value, old)),
    ...likely(at.model, object.in, lost).flatMap(value => {
      const said = `removed ${old} -> ${quoteName(value)}`
      return fix(`Move its rows: \`${said}\``, line(said))
    }),
    ...fix(`No row has it: \`removed ${old}\``, line(`removed ${old}`)),
    ...putBack(at.model, object.in, lost, found),
  ]
}

function renamedValue(
  { node, parsed }: NonNullable<ReturnType<typeof enumOf>>,
  value: string,
  old: string,
): readonly Fix[] {
  const entry = linesOf(node).find(one => 'name' in one && one.name === value)
  const end = spanOf(entry)?.end
  return end === undefined
    ? []
    : fix(`It is renamed: \`${quoteName(value)} was ${old}\``, [insert(parsed, end, ` was ${old}`)])
}

/** The values that rows may get: those spelled alike, then those that stood beside it. */
function likely(model: ProjectModel, key: string, lost: string): readonly string[] {
  const before = model.past?.schema.enums.get(pastKey(model, 'enum', key) ?? '')?.values ?? []
  const now = model.loaded.schema.enums.get(key)?.values ?? []
  const place = before.indexOf(lost)
  const rank = (value: string) => {
    if (editDistance(value, lost) <= Math.min(3, lost.length / 2)) return 0
    const other = before.indexOf(value)
    return other < 0 ? before.length + now.indexOf(value) : Math.abs(other - place) * 2 + (other > place ? 1 : 0)
  }
  const ranks = new Map(now.map(value => [value, rank(value)]))
  return [...now].sort((a, b) => ranks.get(a)! - ranks.get(b)!).slice(0, MOST)
}

function putBack(
  model: ProjectModel,
  key: string,
  lost: string,
  { node, parsed }: NonNullable<ReturnType<typeof enumOf>>,
): readonly Fix[] {
  const before = model.past?.schema.enums.get(pastKey(model, 'enum', key) ?? '')?.values ?? []
  const at = before.indexOf(lost)
  if (at < 0) return []
  const above = new Set(before.slice(0, at))
  const entry = linesOf(node).findLast(one => 'name' in one && above.has(String(one.name)))
  return fix(`Put \`${quoteName(lost)}\` back`, addLine(parsed, node, quoteName(lost), entry))
}
