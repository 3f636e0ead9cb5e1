import type { DialectName, Sql } from '../../../compiler/schema/dialect.ts'
import { objectKey } from '../../../compiler/schema/objects/object-key.ts'
import type { OtherObject } from '../../../compiler/schema/objects/other.ts'
import type { OtherDeclaration, OtherLine } from '../../generated/ast.ts'
import { type Context, commentOf } from '../context.ts'
import { lowerSql } from '../sql.ts'
import { memberParts, noteObject } from './family-member.ts'

type Texts = { -readonly [K in DialectName | 'all']?: string }

/** Reads `object NAME { create SQL drop SQL }`. */
export function lowerOther(node: OtherDeclaration, context: Context): OtherObject {
  const { create = {}, drop } = linesOf(node, context)
  const object: OtherObject = {
    kind: 'object',
    name: context.names.qualify(node.name ?? ''),
    create,
    ...(drop && { drop }),
    ...memberParts(node, context),
    ...commentOf(node, context),
  }
  noteWay(object, node, context)
  return noteObject(object, node, context)
}

/** What the lines of an `object` say of how its next form is reached: `convert SQL`, `revert SQL`. */
export function lowerWay(node: OtherDeclaration, context: Context): { readonly convert?: Sql; readonly revert?: Sql } {
  const { convert, revert } = linesOf(node, context)
  return { ...(convert && { convert }), ...(revert && { revert }) }
}

function noteWay(object: OtherObject, node: OtherDeclaration, context: Context): void {
  const { hints, sources, report } = context
  const { convert, revert } = linesOf(node, context)
  const line = (kind: OtherLine['kind']) => node.lines?.find(one => one.kind === kind)
  if (convert !== undefined) {
    const place = sources.hint({ node: line('convert')! })
    hints.converts.push({ in: objectKey(object), column: '', convert, ...(revert && { revert }), place })
  } else if (revert !== undefined) {
    const remedy = 'Add `convert` with the SQL that goes forward, or remove `revert`.'
    report.error('MIG130', '`revert` undoes a `convert`, and there is none.', remedy, { node: line('revert')! })
  }
}

/** A line can be written once for each database; a second one for the same is reported. */
function linesOf(node: OtherDeclaration, context: Context): { readonly [K in OtherLine['kind']]?: Sql } {
  const found: { [K in OtherLine['kind']]?: Texts } = {}
  for (const line of node.lines ?? []) {
    const { kind } = line
    if (kind === undefined) continue
    const sql = lowerSql(line.sql, context)
    const there = found[kind]
    if (there === undefined) found[kind] = { ...sql }
    else if (Object.keys(sql).some(part => part in there)) {
      const remedy = 'Keep one of them: it may hold several statements, with `;` between them.'
      context.report.error('MIG107', `\`${kind}\` is given twice for this object.`, remedy, { node: line })
    } else Object.assign(there, sql)
  }
  return found
}
