import type { Column, Compression, Generated, Identity, Storage } from '../../compiler/schema/column.ts'
import { type QName, withName } from '../../compiler/schema/name.ts'
import type {
  BackfillModifier,
  CheckModifier,
  ColumnDeclaration,
  ConvertModifier,
  IdentityModifier,
  IndexModifier,
  Modifier,
  PrimaryModifier,
  ReferenceModifier,
  RevertModifier,
  UniqueModifier,
  WasModifier,
} from '../generated/ast.ts'
import { type Context, commentOf } from './context.ts'
import { lowerConflict, lowerParameters } from './index-properties.ts'
import { lowerSql } from './sql.ts'
import { lowerTypes } from './type.ts'
import { lowerValue } from './value.ts'

/** A modifier that makes a key, a check or an index of the table. */
export type KeyModifier = PrimaryModifier | UniqueModifier | IndexModifier | CheckModifier | ReferenceModifier

/** A column as its line says it: the column, what becomes members of the table, and the hints. */
export interface ColumnLine {
  readonly column: Column
  readonly keys: readonly KeyModifier[]
  readonly was?: WasModifier
  readonly backfill?: BackfillModifier
  readonly convert?: ConvertModifier
  readonly revert?: RevertModifier
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

interface Draft extends Mutable<ColumnLine> {
  readonly column: Mutable<Column>
}

const NO_KEYS: readonly KeyModifier[] = []

/** Reads the line of a column. A sequence that is named without a schema is in that of the table, where Postgres wants it. */
export function lowerColumn(node: ColumnDeclaration, context: Context, table?: QName): ColumnLine {
  const types = node.types ?? []
  const nullable = types.some(type => type.nullable)
  const column: Mutable<Column> = { name: node.name ?? '', type: lowerTypes(types, context), nullable }
  const draft: Draft = { column, keys: NO_KEYS }
  for (const modifier of node.modifiers ?? []) {
    if (isRepeated(modifier, node.modifiers)) saidTwice(modifier, context)
    else take(modifier, draft, context)
  }
  const { identity } = column
  if (table !== undefined && identity?.sequence !== undefined && identity.sequence.schema === undefined)
    column.identity = { ...identity, sequence: withName(table, identity.sequence.name) }
  const { comment } = commentOf(node, context)
  if (comment !== undefined) column.comment = comment
  return draft
}

function take(modifier: Modifier, line: Draft, context: Context): void {
  const { column } = line
  switch (modifier.$type) {
    case 'PrimaryModifier':
    case 'UniqueModifier':
    case 'IndexModifier':
    case 'CheckModifier':
    case 'ReferenceModifier':
      line.keys = [...line.keys, modifier]
      break
    case 'IdentityModifier':
      column.identity = lowerIdentity(modifier, context)
      break
    case 'DefaultModifier': {
      const value = lowerValue(modifier.value, context)
      if (value !== undefined) column.default = value
      break
    }
    case 'GeneratedModifier':
      column.generated = {
        sql: lowerSql(modifier.sql, context),
        stored: modifier.kind !== 'virtual',
      } satisfies Generated
      break
    case 'CollateModifier':
      if (modifier.collation !== undefined) column.collate = modifier.collation
      break
    case 'StorageModifier':
      if (modifier.storage !== undefined && modifier.storage !== 'default') column.storage = modifier.storage as Storage
      break
    case 'CompressionModifier':
      if (modifier.compression !== undefined && modifier.compression !== 'default')
        column.compression = modifier.compression as Compression
      break
    case 'StatisticsModifier':
      if (modifier.statistics !== undefined) column.statistics = modifier.statistics
      break
    case 'ParametersModifier':
      Object.assign(column, lowerParameters(modifier.parameters))
      break
    case 'NotNullModifier': {
      const { conflict } = lowerConflict(modifier)
      if (conflict !== undefined) column.nullConflict = conflict
      break
    }
    case 'OnlyModifier':
      if (modifier.only !== undefined) column.only = modifier.only
      break
    case 'WasModifier':
      line.was = modifier
      break
    case 'BackfillModifier':
      line.backfill = modifier
      break
    case 'ConvertModifier':
      line.convert = modifier
      break
    case 'RevertModifier':
      line.revert = modifier
      break
  }
}

function lowerIdentity(node: IdentityModifier, context: Context): Identity {
  const { always, start, increment, min, max, cache, cycle, sequence } = node
  return {
    always,
    ...(start !== undefined && { start }),
    ...(increment !== undefined && { increment }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(cache !== undefined && { cache }),
    ...(cycle && { cycle: true }),
    ...(sequence !== undefined && { sequence: context.names.qualify(sequence) }),
  }
}

function isRepeated(modifier: Modifier, all: readonly Modifier[]): boolean {
  if (all.length === 1 || modifier.$type === 'CheckModifier' || modifier.$type === 'ReferenceModifier') return false
  return all.find(other => other.$type === modifier.$type) !== modifier
}

function saidTwice(node: Modifier, context: Context): void {
  const word = /^\S+/.exec(node.$cstNode?.text ?? '')?.[0] ?? ''
  context.report.error('MIG107', `\`${word}\` is given twice for this column.`, 'Keep one of them.', { node })
}
