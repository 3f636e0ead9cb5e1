import { nameText } from '../../compiler/schema/name.ts'
import { objectDefinition } from '../../compiler/steps/objects/definitions.ts'
import { readName } from '../literals/name-literal.ts'
import type { Check } from './check.ts'
import { typeSpellings } from './type-spellings.ts'

const NAMED: ReadonlySet<string> = new Set(['MixinDeclaration', 'TypeDeclaration', 'EnumDeclaration'])

/** Mixins, aliases and enums that nothing uses. */
export const checkUnused: Check = (subject, report) => {
  const candidates = subject.scope.declarations.filter(({ node }) => NAMED.has(node.$type))
  if (candidates.length === 0 || subject.files.some(({ parsed }) => parsed.errors.length > 0)) return
  const written = new Set(typeSpellings(subject.declarations).map(({ name }) => name))
  const types = new Set([...written].filter(name => name !== undefined).map(name => nameText(readName(name))))
  for (const object of subject.schema.objects.values()) {
    const uses = objectDefinition(object).uses(object as never)
    for (const { space, name } of uses) if (space === 'type' || space === 'any') types.add(nameText(name))
  }
  const mixins = new Set<string>()
  for (const { node } of subject.declarations) {
    if (node.$type !== 'TableDeclaration' && node.$type !== 'MixinDeclaration') continue
    for (const member of node.members ?? []) if (member.$type === 'IncludeMember') mixins.add(member.mixin)
  }
  for (const { node, context } of candidates) {
    const place = { node, property: 'name' }
    const unused = (what: string, how: string) => {
      const message = `Nothing uses the ${what} \`${(node as { name?: string }).name}\`.`
      report.info({ code: 'MIG198', message, remedy: `${how}, or remove it.`, place })
    }
    if (node.$type === 'MixinDeclaration' && !mixins.has(node.name))
      unused('mixin', `Write \`include ${node.name}\` in a table`)
    if (node.$type === 'TypeDeclaration' && !types.has(nameText({ name: node.name })))
      unused('type', 'Give it to a column')
    if (node.$type !== 'EnumDeclaration' || node.name === undefined) continue
    const key = nameText(context.names.qualify(node.name))
    if (!types.has(node.name) && !types.has(key)) unused('enum', 'Give it to a column')
  }
}
