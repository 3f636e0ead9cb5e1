import { GrammarUtils } from 'langium'
import type { Check, Constraint } from '../../compiler/schema/constraint.ts'
import type { CheckMember, CheckModifier, Constraint as ConstraintNode } from '../generated/ast.ts'
import { type Context, commentOf, onlyOf } from './context.ts'
import { lowerDeferrable, lowerReference } from './reference.ts'
import { lowerSql } from './sql.ts'

/** A key or a check on a line of its own; its name is empty when none is written. */
export function lowerConstraint(node: ConstraintNode, context: Context): Constraint {
  if (node.name === 'key') reportKey(node, context)
  const named = { name: node.name ?? '' }
  const rest = { ...commentOf(node, context), ...onlyOf(node) }
  switch (node.$type) {
    case 'PrimaryMember':
      return { kind: 'primary', ...named, columns: node.columns ?? [], ...rest }
    case 'UniqueMember': {
      const nulls = node.nullsNotDistinct ? { nullsNotDistinct: true as const } : {}
      return { kind: 'unique', ...named, columns: node.columns ?? [], ...nulls, ...lowerDeferrable(node), ...rest }
    }
    case 'ForeignMember':
      return {
        kind: 'foreign',
        ...named,
        columns: node.columns ?? [],
        targetColumns: node.targetColumns ?? [],
        ...lowerReference(node, context),
        ...rest,
      }
    case 'CheckMember':
      return { ...lowerCheck(node, context), ...rest }
  }
}

/** `primary key (a)` would be a primary key called `key`, which nobody means. */
function reportKey(node: ConstraintNode, context: Context): void {
  const name = GrammarUtils.findNodeForProperty(node.$cstNode, 'name')
  const word = /^\w+/.exec(node.$cstNode?.text ?? '')?.[0] ?? ''
  if (name === undefined || name.text !== 'key') return
  const remedy = `Write \`${word} (…)\`, or \`${word} "key" (…)\` if that is really its name.`
  context.report.error('MIG131', `\`${word} key\` is not how it is written here.`, remedy, { node, property: 'name' })
}

/** A check, on a column or on a line of its own. */
export function lowerCheck(node: CheckModifier | CheckMember, context: Context): Check {
  return { kind: 'check', name: node.name ?? '', sql: lowerSql(node.sql, context) }
}
