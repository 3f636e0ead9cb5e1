import { type Fixer, fix } from '../fix.ts'
import { removePiece, replace } from '../text/change.ts'
import { removeItem } from '../text/lists.ts'
import { spanOf, textOf, up } from '../text/nodes.ts'

/** The expression of a policy stands behind the word that its command asks for. */
export const otherExpression: Fixer = ({ parsed, node, start, diagnostic }) => {
  const policy = up(node, 'PolicyDeclaration')
  const [, word] = /^Write `(check|using)` in its place/.exec(diagnostic.remedy) ?? []
  if (policy === undefined || word === undefined) return []
  const old = word === 'check' ? 'using' : 'check'
  const at = parsed.text.lastIndexOf(old, start)
  const sql = policy[old]
  if (at < 0 || sql === undefined) return []
  return policy[word as 'check' | 'using'] === undefined
    ? fix(`Write \`${word}\``, [replace(parsed, at, at + old.length, word)], true)
    : fix(`Leave \`${old}\` out`, [removePiece(parsed, at, spanOf(sql)?.end ?? start)])
}

/** A privilege that is none there, or an option that a revoke has not. */
export const leavePrivilegeOut: Fixer = ({ parsed, node, start, end, diagnostic }) => {
  if (/with grant option/.test(diagnostic.message)) {
    const [from, to] = [parsed.text.lastIndexOf('with', end), parsed.text.indexOf('option', start) + 'option'.length]
    return fix('Leave `with grant option` out', [removePiece(parsed, from, to)], true)
  }
  const privilege = up(node, 'PrivilegeNode')
  const grant = up(privilege, 'GrantDeclaration')
  if (privilege === undefined || grant === undefined || /is none on columns/.test(diagnostic.message)) return []
  if (grant.privileges.length < 2) return []
  const span = spanOf(privilege)!
  return fix(`Leave \`${textOf(parsed, privilege)}\` out`, removeItem(parsed, span.start, span.end))
}
