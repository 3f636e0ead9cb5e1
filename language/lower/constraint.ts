import { GrammarUtils } from 'langium'
import type { Check, Constraint, Unique } from '../../compiler/schema/constraint.ts'
import type { CheckMember, CheckModifier, Constraint as ConstraintNode, UniqueMember } from '../generated/ast.ts'
import { readSqlText } from '../literals/sql-literal.ts'
import { type Context, commentOf, onlyOf } from './context.ts'
import { lowerConflict, lowerProperties } from './index-properties.ts'
import { lowerDeferrable, lowerReference, lowerState } from './reference.ts'
import { lowerSql } from './sql.ts'
import { lowerKey } from './table-index.ts'

/** A key or a check on a line of its own; its name is empty when none is written. */
export function lowerConstraint(node: ConstraintNode, context: Context): Constraint {
  if (node.name === 'key') reportKey(node, context)
  const named = { name: node.name ?? '' }
  const rest = { ...commentOf(node, context), ...onlyOf(node) }
  switch (node.$type) {
    case 'PrimaryMember':
      return {
        kind: 'primary',
        ...named,
        columns: node.columns ?? [],
        ...lowerDeferrable(node),
        ...lowerConflict(node),
        ...lowerProperties(node),
        ...rest,
      }
    case 'UniqueMember': {
      const nulls = node.nullsNotDistinct ? { nullsNotDistinct: true as const } : {}
      return {
        kind: 'unique',
        ...named,
        columns: node.columns ?? [],
        ...collations(node),
        ...nulls,
        ...lowerDeferrable(node),
        ...lowerConflict(node),
        ...lowerProperties(node),
        ...rest,
      }
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
    case 'ExcludeMember':
      return {
        kind: 'exclude',
        ...named,
        ...(node.using === undefined ? {} : { using: node.using }),
        keys: (node.keys ?? []).map(key => ({ ...lowerKey(key, context), operator: operatorOf(key.operator) })),
        ...(node.where === undefined ? {} : { where: lowerSql(node.where, context) }),
        ...lowerDeferrable(node),
        ...lowerProperties(node),
        ...rest,
      }
  }
}

/** The collations of a key, each at the place of its column. */
function collations(node: UniqueMember): Pick<Unique, 'collations'> {
  if (!node.collations?.length) return {}
  const starts = GrammarUtils.findNodesForProperty(node.$cstNode, 'columns').map(column => column.offset)
  const all = starts.map((start, at) => {
    const end = starts[at + 1] ?? Number.POSITIVE_INFINITY
    const own = node.collations.find(({ $cstNode }) => $cstNode && $cstNode.offset > start && $cstNode.offset < end)
    return own?.collation ?? null
  })
  return { collations: all }
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
  return {
    kind: 'check',
    name: node.name ?? '',
    sql: lowerSql(node.sql, context),
    ...(node.noInherit ? { noInherit: true as const } : {}),
    ...lowerState(node),
  }
}

/** An operator as a mark of the language, or in backticks. */
function operatorOf(text: string | undefined): string {
  return text?.startsWith('`') ? readSqlText(text).trim() : (text ?? '=')
}
