import { nameText, type QName } from '../../../compiler/schema/name.ts'
import type { DbObject } from '../../../compiler/schema/objects/db-object.ts'
import { idOf, labelOf, objectKey } from '../../../compiler/schema/objects/object-key.ts'
import type { FamilyMember } from '../../generated/ast.ts'
import { readName } from '../../literals/name-literal.ts'
import { type Context, onlyOf } from '../context.ts'

/** What every declaration of the family says beside what it is: `only`, `depends on`; the comment is added by the caller. */
export function memberParts(node: FamilyMember, { names }: Context) {
  const depends = (node.depends ?? []).map(name => names.qualify(name))
  return { ...(depends.length > 0 && { dependsOn: depends }), ...onlyOf(node) }
}

/** Notes where an object stands, and what it was called before. */
export function noteObject<O extends DbObject>(object: O, node: FamilyMember, context: Context): O {
  const { sources, hints, names } = context
  sources.object(objectKey(object), node, 'name')
  if (node.was !== undefined) {
    const old: QName = names.qualify(node.was)
    const id = idOf(object)
    const place = sources.hint({ node, keyword: 'was', property: 'was' })
    hints.renames.push({ kind: object.kind, from: labelOf({ ...id, name: old }), to: labelOf(id), place })
  }
  return object
}

/** The same for what has its name within a table. */
export function noteMember<O extends DbObject>(object: O, node: FamilyMember, context: Context): O {
  const { sources, hints } = context
  sources.object(objectKey(object), node, 'name')
  if (node.was !== undefined) {
    const id = idOf(object)
    const place = sources.hint({ node, keyword: 'was', property: 'was' })
    const from = labelOf({ ...id, name: { name: readName(node.was).name } })
    hints.renames.push({ kind: object.kind, from, to: labelOf(id), place })
  }
  return object
}

/** A name for a message. */
export function titleOf(node: FamilyMember, context: Context): string {
  return nameText(context.names.qualify(node.name ?? ''))
}
