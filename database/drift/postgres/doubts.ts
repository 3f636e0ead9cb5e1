import { nameText, type QName, quoteName } from '../../../compiler/schema/name.ts'
import { sameBound, samePartitionBy } from '../../../compiler/schema/partition.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import { constraintOf, indexOf, type Table } from '../../../compiler/schema/table.ts'
import { sameDialectSql } from '../../../compiler/sql/same.ts'
import {
  sameConstraintDefinition,
  sameGenerated,
  sameIndexDefinition,
  sameTypes,
  sameValue,
} from '../../../compiler/steps/same.ts'

/** A kind of object whose text Postgres keeps in words of its own. */
export type DoubtKind = 'column' | 'constraint' | 'index' | 'trigger' | 'view' | 'partition'

/** Something that the revisions and the catalog write differently, though it may well be the same. */
export interface Doubt {
  readonly kind: DoubtKind
  /** The table or view that it is, or belongs to. */
  readonly relation: QName
  readonly name: string
}

/** The key of a doubt: a column and a check may have one name. */
export function doubtKey({ kind, relation, name }: Doubt): string {
  return `${kind} ${nameText(relation)}.${quoteName(name)}`
}

/** All that is written differently in what is there and what is wanted. */
export function doubtsOf(live: Schema, wanted: Schema): readonly Doubt[] {
  const doubts: Doubt[] = []
  for (const [key, table] of wanted.tables) {
    const there = live.tables.get(key)
    if (there !== undefined && there !== table)
      doubts.push(...columnDoubts(there, table), ...memberDoubts(there, table), ...partitionDoubts(there, table))
  }
  for (const [key, { name, table: relation, sql }] of wanted.triggers) {
    const there = live.triggers.get(key)
    if (there !== undefined && !sameDialectSql(there.sql, sql)) doubts.push({ kind: 'trigger', relation, name })
  }
  for (const [key, { name: relation, sql, columnNames }] of wanted.views) {
    const there = live.views.get(key)
    if (there !== undefined && (columnNames !== undefined || !sameDialectSql(there.sql, sql)))
      doubts.push({ kind: 'view', relation, name: relation.name })
  }
  return doubts
}

function columnDoubts(there: Table, { name: relation, columns }: Table): readonly Doubt[] {
  const old = new Map(there.columns.map(column => [column.name, column]))
  return columns.flatMap((column): readonly Doubt[] => {
    const found = old.get(column.name)
    const isSame =
      found === undefined ||
      (sameTypes(found.type, column.type) &&
        sameValue(found.default, column.default) &&
        sameGenerated(found.generated, column.generated) &&
        found.collate === column.collate)
    return isSame ? [] : [{ kind: 'column', relation, name: column.name }]
  })
}

/** One that is there under another name has to be in the same words as well. */
function memberDoubts(there: Table, { name: relation, constraints, indexes }: Table): readonly Doubt[] {
  const checks = constraints.filter(one => {
    const found = constraintOf(there, one.name)
    if (
      (one.kind !== 'check' && one.kind !== 'exclude') ||
      (found !== undefined && sameConstraintDefinition(found, one))
    )
      return false
    return found !== undefined || there.constraints.some(({ kind }) => kind === one.kind)
  })
  const texts = indexes.filter(one => {
    const found = indexOf(there, one.name)
    return found === undefined ? there.indexes.length > 0 : !sameIndexDefinition(found, one)
  })
  return [
    ...checks.map(({ name }): Doubt => ({ kind: 'constraint', relation, name })),
    ...texts.map(({ name }): Doubt => ({ kind: 'index', relation, name })),
  ]
}

/** How a table is divided, and which rows a partition has. */
function partitionDoubts(there: Table, { name: relation, partitionBy, partitionOf }: Table): readonly Doubt[] {
  const isDivided = there.partitionBy !== undefined && partitionBy !== undefined
  const isBound = there.partitionOf !== undefined && partitionOf !== undefined
  const isOther =
    (isDivided && !samePartitionBy(there.partitionBy, partitionBy)) ||
    (isBound && !sameBound(there.partitionOf.bound, partitionOf.bound))
  return isOther ? [{ kind: 'partition', relation, name: relation.name }] : []
}
