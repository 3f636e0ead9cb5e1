import { madeMultirange, type RangeObject } from '../../../compiler/schema/objects/range.ts'
import type { RangeDeclaration } from '../../generated/ast.ts'
import { unquote } from '../../literals/name-literal.ts'
import { type Context, commentOf } from '../context.ts'
import { lowerTypes } from '../type.ts'
import { memberParts, noteObject } from './family-member.ts'

/** Reads `range NAME = SUBTYPE [subtype_opclass …] [collation …] [canonical …] [subtype_diff …] [multirange_type_name …]`. */
export function lowerRange(node: RangeDeclaration, context: Context): RangeObject {
  const name = context.names.qualify(node.name ?? '')
  const said = new Map<string, string>()
  for (const option of node.options ?? []) {
    const { kind, value } = option
    if (kind === undefined || value === undefined) continue
    if (said.has(kind)) {
      const message = `\`${kind}\` is given twice for this range.`
      context.report.error('MIG107', message, 'Keep one of them.', { node: option })
    } else said.set(kind, value)
  }
  const option = (kind: string) => said.get(kind)
  const written = option('multirange_type_name')
  const multirange = written === undefined ? undefined : unquote(written)
  const [opclass, collation] = [option('subtype_opclass'), option('collation')]
  const [canonical, diff] = [option('canonical'), option('subtype_diff')]
  const object: RangeObject = {
    kind: 'range',
    name,
    subtype: lowerTypes(node.types ?? [], context),
    ...(opclass !== undefined && { opclass }),
    ...(collation !== undefined && { collation }),
    ...(canonical !== undefined && { canonical }),
    ...(diff !== undefined && { diff }),
    ...(multirange !== undefined && multirange !== madeMultirange(name.name) && { multirange }),
    ...memberParts(node, context),
    ...commentOf(node, context),
  }
  return noteObject(object, node, context)
}
