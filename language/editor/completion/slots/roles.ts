import { CompletionItemKind } from 'vscode-languageserver-types'
import { quoteName } from '../../../../compiler/schema/name.ts'
import type { Offer } from '../spot.ts'

/** The roles that the project speaks of, and `public`; a role is nothing that a schema declares. */
export const roleOffer: Offer = ({ scene, reads }) => {
  const said = new Set(reads.map(read => read.token.image))
  const known = [...scene.schema.objects.values()].flatMap(object => {
    if (object.kind === 'grant') return [object.role]
    return object.kind === 'policy' ? (object.roles ?? []) : []
  })
  return ['public', ...new Set(known)]
    .filter((role, at) => (at === 0 || role !== 'public') && !said.has(quoteName(role)))
    .map(role => ({
      label: role,
      insert: quoteName(role),
      kind: CompletionItemKind.Variable,
      ...(role === 'public' && { documentation: 'Every role of the server, those that come later among them.' }),
      rank: role === 'public' ? 1 : 0,
    }))
}
