import { affinityOf } from '../../../../compiler/schema/affinity.ts'
import { type Fixer, fact, fix } from '../fix.ts'
import { replace } from '../text/change.ts'
import { up } from '../text/nodes.ts'

/** A type that strict tables know, for values of the same sort. */
export const strictType: Fixer = at => {
  const spelling = up(at.node, 'TypeSpelling')
  if (spelling?.sql === undefined || fact(at, 'column') === undefined) return []
  const affinity = affinityOf(spelling.sql)
  const type = affinity === 'NUMERIC' ? 'ANY' : affinity
  const text = at.text.replace(/`[^`]*`/, `\`${type}\``)
  return fix(`Write \`${type}\``, [replace(at.parsed, at.start, at.end, text)], true)
}
