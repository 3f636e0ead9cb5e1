import type { Index, IndexKey } from '../../compiler/schema/table-index.ts'
import type { IndexKeyNode, IndexMember } from '../generated/ast.ts'
import { type Context, commentOf, onlyOf } from './context.ts'
import { lowerParameters, lowerProperties } from './index-properties.ts'
import { lowerSql } from './sql.ts'

/** An index on a line of its own; its name is empty when none is written. */
export function lowerIndex(node: IndexMember, context: Context): Index {
  return {
    name: node.name ?? '',
    ...(node.unique ? { unique: true as const } : {}),
    keys: (node.keys ?? []).map(key => lowerKey(key, context)),
    ...(node.using === undefined ? {} : { using: node.using }),
    ...(node.where === undefined ? {} : { where: lowerSql(node.where, context) }),
    ...lowerProperties(node),
    ...(node.nullsNotDistinct ? { nullsNotDistinct: true as const } : {}),
    ...commentOf(node, context),
    ...onlyOf(node),
  }
}

/** A key of an index or an exclusion. */
export function lowerKey(node: IndexKeyNode, context: Context): IndexKey {
  return {
    ...(node.column === undefined ? { sql: lowerSql(node.sql, context) } : { column: node.column }),
    ...(node.desc ? { desc: true as const } : {}),
    ...(node.nulls === undefined ? {} : { nulls: node.nulls }),
    ...(node.opclass === undefined ? {} : { opclass: node.opclass }),
    ...(node.opclassParameters?.length ? { opclassWith: lowerParameters(node.opclassParameters).with! } : {}),
    ...(node.statistics === undefined ? {} : { statistics: node.statistics }),
    ...(node.collate === undefined ? {} : { collate: node.collate }),
  }
}
