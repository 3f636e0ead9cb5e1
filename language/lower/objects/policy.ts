import { forDialect } from '../../../compiler/schema/dialect.ts'
import type { QName } from '../../../compiler/schema/name.ts'
import type { PolicyObject } from '../../../compiler/schema/objects/policy.ts'
import type { PolicyDeclaration, Sql as SqlNode } from '../../generated/ast.ts'
import { type Context, commentOf } from '../context.ts'
import { lowerSql } from '../sql.ts'
import { memberParts, noteMember } from './family-member.ts'

/** Reads `policy NAME on TABLE …`. */
export function lowerPolicy(node: PolicyDeclaration, context: Context): PolicyObject {
  return lowerPolicyOf(node, context.names.qualify(node.table ?? ''), context)
}

/** Reads `policy NAME …` in a table. */
export function lowerPolicyOf(node: PolicyDeclaration, table: QName, context: Context): PolicyObject {
  const { mode, command, roles = [] } = node
  const using = expressionOf(node.using, context)
  const check = expressionOf(node.check, context)
  const object: PolicyObject = {
    kind: 'policy',
    name: { name: node.name ?? '' },
    table,
    ...(mode === 'restrictive' && { restrictive: true }),
    ...(command !== undefined && command !== 'all' && { command: command as 'select' }),
    ...(roles.length > 0 && !roles.includes('public') && { roles: [...new Set(roles)].sort() }),
    ...(using !== undefined && { using }),
    ...(check !== undefined && { check }),
    ...memberParts(node, context),
    ...commentOf(node, context),
  }
  checkExpressions(node, object, context)
  return noteMember(object, node, context)
}

function expressionOf(node: SqlNode | undefined, context: Context): string | undefined {
  return node === undefined ? undefined : forDialect(lowerSql(node, context), 'postgres')
}

/** What Postgres refuses (the manual, CREATE POLICY). */
function checkExpressions(node: PolicyDeclaration, { command, using, check }: PolicyObject, { report }: Context): void {
  if (command === 'insert' && using !== undefined) {
    const remedy = 'Write `check` in its place: it holds for the rows that are written.'
    report.error('MIG133', 'A policy for `insert` has no `using`.', remedy, { node, property: 'using' })
  }
  if ((command === 'select' || command === 'delete') && check !== undefined) {
    const remedy = 'Write `using` in its place: it holds for the rows that are there.'
    report.error('MIG133', `A policy for \`${command}\` has no \`check\`.`, remedy, { node, property: 'check' })
  }
}
