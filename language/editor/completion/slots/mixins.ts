import { CompletionItemKind } from 'vscode-languageserver-types'
import { quoteName } from '../../../../compiler/schema/name.ts'
import type { Offer } from '../spot.ts'

/** The mixins that a table can include and does not yet. */
export const mixinOffer: Offer = ({ scene }) => {
  const { element, context } = scene
  const members =
    element?.$type === 'TableDeclaration' || element?.$type === 'MixinDeclaration' ? (element.members ?? []) : []
  const { offset } = scene.cursor
  const own = members.filter(member => (member.$cstNode?.offset ?? 0) > offset || (member.$cstNode?.end ?? 0) < offset)
  const taken = new Set(own.flatMap(member => (member.$type === 'IncludeMember' && member.mixin ? [member.mixin] : [])))
  if (element?.$type === 'MixinDeclaration' && element.name) taken.add(element.name)
  return [...context.names.mixinNames()]
    .filter(name => !taken.has(name))
    .map(name => {
      const found = context.names.mixin(name)
      const columns = (found?.declaration.members ?? []).flatMap(member =>
        'types' in member && member.name ? [member.name] : [],
      )
      const documentation = found?.context.parsed.docs.get(found.declaration.$cstNode?.offset ?? -1)
      const detail = columns.join(', ')
      return { label: name, insert: quoteName(name), kind: CompletionItemKind.Module, detail, documentation, rank: 0 }
    })
}
