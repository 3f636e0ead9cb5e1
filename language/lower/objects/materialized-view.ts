import { nameText } from '../../../compiler/schema/name.ts'
import type { MaterializedView } from '../../../compiler/schema/objects/materialized-view.ts'
import { indexParts } from '../../../compiler/steps/follow/made-members.ts'
import type { IndexMember, MaterializedViewDeclaration } from '../../generated/ast.ts'
import { type Context, commentOf } from '../context.ts'
import { makeNames } from '../make-names.ts'
import { lowerSql } from '../sql.ts'
import { lowerStorage } from '../table.ts'
import { lowerIndex } from '../table-index.ts'
import { lowerColumnNames } from '../view-parts.ts'
import { memberParts, noteObject } from './family-member.ts'

/** Reads `materialized view NAME = SQL { index (…) }`. */
export function lowerMaterializedView(node: MaterializedViewDeclaration, context: Context): MaterializedView {
  const name = context.names.qualify(node.name ?? '')
  const object: MaterializedView = {
    kind: 'materialized view',
    name,
    ...lowerColumnNames(node, context),
    sql: lowerSql(node.sql, context),
    indexes: lowerIndexes(node, name, context),
    ...(node.withNoData && { withNoData: true }),
    ...lowerStorage(node),
    ...memberParts(node, context),
    ...commentOf(node, context),
  }
  return noteObject(object, node, context)
}

function lowerIndexes(
  node: MaterializedViewDeclaration,
  name: MaterializedView['name'],
  context: Context,
): MaterializedView['indexes'] {
  const nodes = node.indexes ?? []
  const lowered = nodes.map(index => lowerIndex(index, context))
  const names = makeNames(
    name,
    lowered.map(index => ({ parts: () => indexParts(index), ...(index.name !== '' && { written: index.name }) })),
  )
  for (const [at, index] of nodes.entries()) checkIndex(index, names, at, nameText(name), context)
  return lowered.map((index, at) => ({ ...index, name: names[at]! }))
}

function checkIndex(node: IndexMember, names: readonly string[], at: number, view: string, { report }: Context): void {
  if (names.indexOf(names[at]!) < at) {
    const message = `The materialized view \`${view}\` has two indexes called \`${names[at]}\`.`
    report.error('MIG124', message, 'Rename or remove one of them.', { node }, { name: names[at]! })
  }
  if (node.was === undefined) return
  const remedy = 'Take it away: an index that is the same under another name is renamed.'
  report.error('MIG190', 'An index of a materialized view needs no `was`.', remedy, { node, property: 'was' })
}
