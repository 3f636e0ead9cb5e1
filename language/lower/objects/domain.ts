import { checkNames, type DomainCheck, type DomainObject } from '../../../compiler/schema/objects/domain.ts'
import type { CheckModifier, DomainDeclaration, DomainModifier } from '../../generated/ast.ts'
import { type Context, commentOf } from '../context.ts'
import { lowerSql } from '../sql.ts'
import { lowerTypes } from '../type.ts'
import { lowerValue } from '../value.ts'
import { memberParts, noteObject } from './family-member.ts'

/** Reads `domain NAME = TYPE [?] [not null] [default V] [collate C] [check [NAME] SQL] …`. */
export function lowerDomain(node: DomainDeclaration, context: Context): DomainObject {
  const { names } = context
  const name = names.qualify(node.name ?? '')
  const types = node.types ?? []
  const modifiers = node.modifiers ?? []
  const value = lowerValue(once(modifiers, 'DefaultModifier', context)?.value, context)
  const collate = once(modifiers, 'CollateModifier', context)?.collation
  if (node.notNull && types.some(({ nullable }) => nullable)) {
    const remedy = 'Keep one: without `not null` the columns say whether they are null.'
    context.report.error('MIG107', 'A domain that is `not null` holds no null.', remedy, { node, property: 'notNull' })
  }
  const object: DomainObject = {
    kind: 'domain',
    name,
    type: lowerTypes(types, context),
    ...(node.notNull && { notNull: true }),
    ...(value && { default: value }),
    ...(collate !== undefined && { collate }),
    checks: lowerChecks(
      name,
      modifiers.filter(one => one.$type === 'CheckModifier'),
      context,
    ),
    ...memberParts(node, context),
    ...commentOf(node, context),
  }
  return noteObject(object, node, context)
}

function lowerChecks(
  domain: DomainObject['name'],
  nodes: readonly CheckModifier[],
  context: Context,
): readonly DomainCheck[] {
  const written = new Set<string>()
  const kept = nodes.filter(node => {
    if (node.name === undefined || !written.has(node.name)) {
      if (node.name !== undefined) written.add(node.name)
      return true
    }
    const message = `The domain has a check \`${node.name}\` already.`
    const place = { node, property: 'name' }
    context.report.error('MIG124', message, 'Rename or remove one of them.', place, { name: node.name })
    return false
  })
  const names = checkNames(
    domain,
    kept.map(({ name }) => name),
  )
  return kept.map((node, at) => ({ name: names[at]!, sql: lowerSql(node.sql, context), ...commentOf(node, context) }))
}

type Modifier<T extends DomainModifier['$type']> = Extract<DomainModifier, { readonly $type: T }>

function once<T extends DomainModifier['$type']>(
  modifiers: readonly DomainModifier[],
  type: T,
  { report }: Context,
): Modifier<T> | undefined {
  const [first, second] = modifiers.filter((one): one is Modifier<T> => one.$type === type)
  if (second !== undefined) {
    const word = /^\S+/.exec(second.$cstNode?.text ?? '')?.[0] ?? ''
    report.error('MIG107', `\`${word}\` is given twice for this domain.`, 'Keep one of them.', { node: second })
  }
  return first
}
