import type { PartitionBound, PartitionBy, PartitionKey } from '../../compiler/schema/partition.ts'
import type { TableHead } from '../../compiler/schema/table.ts'
import type {
  BoundNode,
  BoundValue,
  HeadOptions,
  PartitionByNode,
  PartitionKeyNode,
  TableDeclaration,
} from '../generated/ast.ts'
import type { Context } from './context.ts'
import { lowerSql } from './sql.ts'

/** What a head says of partitions and of the tables that it inherits from. */
export function lowerParents(node: HeadOptions | TableDeclaration, context: Context): TableHead {
  const { partitionBy, parent, bound } = node
  const inherits = (node.inherits ?? []).map(name => context.names.qualify(name))
  return {
    ...(partitionBy && { partitionBy: lowerPartitionBy(partitionBy, context) }),
    ...(parent !== undefined && {
      partitionOf: { parent: context.names.qualify(parent), bound: lowerBound(bound, context) },
    }),
    ...(inherits.length > 0 && { inherits }),
  }
}

function lowerPartitionBy({ strategy, keys }: PartitionByNode, context: Context): PartitionBy {
  return { strategy: strategy ?? 'range', keys: (keys ?? []).map(key => lowerKey(key, context)) }
}

function lowerKey(node: PartitionKeyNode, context: Context): PartitionKey {
  return {
    ...(node.column === undefined ? { sql: lowerSql(node.sql, context) } : { column: node.column }),
    ...(node.collate === undefined ? {} : { collate: node.collate }),
    ...(node.opclass === undefined ? {} : { opclass: node.opclass }),
  }
}

function lowerBound(node: BoundNode | undefined, context: Context): PartitionBound {
  if (node === undefined || node.isDefault) return { kind: 'default' }
  const list = (values: readonly BoundValue[]) => values.map(value => lowerBoundValue(value, context))
  if (node.modulus !== undefined) return { kind: 'hash', modulus: node.modulus, remainder: node.remainder ?? '0' }
  if ((node.values ?? []).length > 0) return { kind: 'list', values: list(node.values) }
  return { kind: 'range', from: list(node.from ?? []), to: list(node.to ?? []) }
}

const WORDS: ReadonlySet<string> = new Set(['minvalue', 'maxvalue', 'null', 'true', 'false'])

function lowerBoundValue(node: BoundValue, { report }: Context): string {
  if (node.sql !== undefined) return node.sql.trim()
  if (node.string !== undefined) return `'${node.string.replaceAll("'", "''")}'`
  if (node.number !== undefined) return node.number.replace(/^\+/, '')
  const name = node.name ?? 'null'
  if (WORDS.has(name.toLowerCase())) return name.toLowerCase()
  const remedy = `Write a value in quotes ('${name}'), SQL in backticks, or \`minvalue\`, \`maxvalue\`, \`null\`.`
  report.error('MIG108', `\`${name}\` is no value of a bound.`, remedy, { node })
  return 'null'
}
