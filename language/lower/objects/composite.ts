import { nameText } from '../../../compiler/schema/name.ts'
import type { CompositeObject, Field } from '../../../compiler/schema/objects/composite.ts'
import type { CompositeDeclaration, FieldDeclaration } from '../../generated/ast.ts'
import { type Context, commentOf } from '../context.ts'
import { lowerTypes } from '../type.ts'
import { memberParts, noteObject } from './family-member.ts'

/** Reads `composite NAME { field TYPE … }`. */
export function lowerComposite(node: CompositeDeclaration, context: Context): CompositeObject {
  const seen = new Set<string>()
  const fields = (node.fields ?? []).filter(field => {
    if (field.name === undefined) return false
    if (seen.has(field.name)) fieldTwice(field, context)
    else return seen.add(field.name)
    return false
  })
  const name = context.names.qualify(node.name ?? '')
  const key = nameText(name)
  for (const field of fields) context.sources.member(key, field.name, field, 'name')
  fieldHints(node, key, context)
  const object: CompositeObject = {
    kind: 'composite',
    name,
    fields: fields.map(field => lowerField(field, context)),
    ...memberParts(node, context),
    ...commentOf(node, context),
  }
  return noteObject(object, node, context)
}

/** The renames that the fields of a composite type tell of. */
export function fieldRenames({ fields = [] }: CompositeDeclaration): readonly { from: string; to: string }[] {
  return fields.flatMap(({ name, was }) => (was === undefined || name === undefined ? [] : [{ from: was, to: name }]))
}

function fieldHints(
  { fields = [], dropped = [] }: CompositeDeclaration,
  key: string,
  { hints, sources }: Context,
): void {
  for (const node of fields) {
    if (node.was === undefined || node.name === undefined) continue
    const place = sources.hint({ node, keyword: 'was', property: 'was' })
    hints.renames.push({ kind: 'field', in: key, from: node.was, to: node.name, place })
  }
  for (const node of dropped) {
    if (node.value === undefined) continue
    hints.drops.push({ kind: 'field', in: key, name: node.value, place: sources.hint({ node }) })
  }
}

function lowerField(node: FieldDeclaration, context: Context): Field {
  const { name, types = [], collation } = node
  for (const type of types) {
    if (!type.nullable) continue
    const remedy = 'Remove `?`: Postgres lets every field of a composite type be null.'
    context.report.error('MIG133', 'A field says nothing about null.', remedy, { node: type })
  }
  return {
    name,
    type: lowerTypes(types, context),
    ...(collation !== undefined && { collate: collation }),
    ...commentOf(node, context),
  }
}

function fieldTwice(node: FieldDeclaration, { report }: Context): void {
  const message = `The type has a field \`${node.name}\` already.`
  report.error('MIG124', message, 'Rename or remove one of them.', { node, property: 'name' }, { name: node.name })
}
