import type { RuleObject } from '../../../compiler/schema/objects/rule.ts'
import type { RuleDeclaration } from '../../generated/ast.ts'
import { type Context, commentOf } from '../context.ts'
import { lowerFiring } from '../plain-objects.ts'
import { lowerSql } from '../sql.ts'
import { memberParts, noteMember } from './family-member.ts'

/** Reads `rule NAME on TABLE = SQL`. */
export function lowerRule(node: RuleDeclaration, context: Context): RuleObject {
  const sql = lowerSql(node.sql, context)
  const object: RuleObject = {
    kind: 'rule',
    name: { name: node.name ?? '' },
    table: context.names.qualify(node.table ?? ''),
    sql,
    ...lowerFiring(node.state),
    ...memberParts(node, context),
    ...commentOf(node, context),
  }
  return noteMember(object, node, context)
}
