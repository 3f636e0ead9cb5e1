import { meantBy } from '../../../checks/did-you-mean.ts'
import { type Fixer, fix } from '../fix.ts'
import { replace } from '../text/change.ts'
import { partOf, up } from '../text/nodes.ts'

/** A word that is nearly one of those that the remedy names. */
export const changeToListed: Fixer = ({ parsed, start, end, text, diagnostic }) => {
  const words = [...diagnostic.remedy.matchAll(/`([a-z_]+)`/g)].map(([, word]) => word!)
  const meant = meantBy(text.toLowerCase(), words)
  return meant === undefined ? [] : fix(`Change to \`${meant}\``, [replace(parsed, start, end, meant)], true)
}

/** The values that an option of a view can have, and no option that it has not. */
export const mendViewOption: Fixer = ({ parsed, node, start, end, diagnostic }) => {
  const option = up(node, 'StorageParameter')
  if (option === undefined || up(option, 'ViewDeclaration') === undefined) return []
  const value = partOf(option, 'value')
  const values = /check_option/.test(diagnostic.message) ? ['local', 'cascaded'] : ['true', 'false']
  if (/has no option/.test(diagnostic.message)) return []
  const at = value ?? { start, end }
  return values.flatMap(one => fix(`Write \`${one}\``, [replace(parsed, at.start, at.end, one)]))
}
