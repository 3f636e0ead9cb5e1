import { nameText, quoteName } from '../../compiler/schema/name.ts'
import type { Extension, FiringState, Namespace, Trigger, View } from '../../compiler/schema/objects.ts'
import { triggerKey } from '../../compiler/schema/schema.ts'
import type { ExtensionDeclaration, SchemaDeclaration, TriggerDeclaration, ViewDeclaration } from '../generated/ast.ts'
import { readName } from '../literals/name-literal.ts'
import { type Context, commentOf, onlyOf } from './context.ts'
import { memberParts } from './objects/family-member.ts'
import { lowerSql } from './sql.ts'
import { lowerColumnNames, lowerViewColumns, lowerViewOptions } from './view-parts.ts'

/** Reads `schema NAME`. */
export function lowerNamespace(node: SchemaDeclaration, context: Context): Namespace {
  const { hints, sources } = context
  const name = node.name ?? ''
  sources.object(quoteName(name), node, 'name')
  if (node.was !== undefined)
    hints.renames.push({
      kind: 'schema',
      from: node.was,
      to: name,
      place: sources.hint({ node, keyword: 'was', property: 'was' }),
    })
  return { name, ...commentOf(node, context), ...onlyOf(node) }
}

/** An extension stands in no schema: what it depends on is named as it is. */
function dependsOf({ depends = [] }: ExtensionDeclaration): Pick<Extension, 'dependsOn'> {
  return depends.length === 0 ? {} : { dependsOn: depends.map(readName) }
}

/** Reads `extension NAME`. */
export function lowerExtension(node: ExtensionDeclaration, context: Context): Extension {
  const name = node.name ?? ''
  context.sources.object(quoteName(name), node, 'name')
  return {
    name,
    ...(node.schema === undefined ? {} : { schema: node.schema }),
    ...(node.version === undefined ? {} : { version: node.version }),
    ...dependsOf(node),
    ...commentOf(node, context),
    ...onlyOf(node),
  }
}

/** Reads a view. */
export function lowerView(node: ViewDeclaration, context: Context): View {
  const { hints, sources, names } = context
  const name = names.qualify(node.name ?? '')
  const key = nameText(name)
  sources.object(key, node, 'name')
  if (node.was !== undefined) {
    const from = nameText(names.qualify(node.was))
    hints.renames.push({ kind: 'view', from, to: key, place: sources.hint({ node, keyword: 'was', property: 'was' }) })
  }
  return {
    name,
    ...lowerColumnNames(node, context),
    sql: lowerSql(node.sql, context),
    ...lowerViewOptions(node, context),
    ...lowerViewColumns(node, context),
    ...memberParts(node, context),
    ...commentOf(node, context),
  }
}

/** Reads a trigger. */
export function lowerTrigger(node: TriggerDeclaration, context: Context): Trigger {
  const { hints, sources, names } = context
  const trigger = { name: node.name ?? '', table: names.qualify(node.table ?? '') }
  sources.object(triggerKey(trigger), node, 'name')
  if (node.was !== undefined) {
    const place = sources.hint({ node, keyword: 'was', property: 'was' })
    hints.renames.push({ kind: 'trigger', in: nameText(trigger.table), from: node.was, to: trigger.name, place })
  }
  return {
    ...trigger,
    sql: lowerSql(node.sql, context),
    ...lowerFiring(node.state),
    ...memberParts(node, context),
    ...commentOf(node, context),
  }
}

/** When a trigger or rule fires. */
export function lowerFiring(state: string | undefined): { readonly state?: FiringState } {
  return state === undefined ? {} : { state: state as FiringState }
}
