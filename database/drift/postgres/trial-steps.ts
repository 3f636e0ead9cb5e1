import { quoteIdentifier, quoteQName } from '../../../compiler/dialects/postgres/quote.ts'
import type { Column } from '../../../compiler/schema/column.ts'
import type { Constraint } from '../../../compiler/schema/constraint.ts'
import type { IndexProperties as Properties } from '../../../compiler/schema/index-properties.ts'
import { nameText, type QName } from '../../../compiler/schema/name.ts'
import type { Trigger } from '../../../compiler/schema/objects.ts'
import type { PartitionBy } from '../../../compiler/schema/partition.ts'
import { type Schema, triggerKey } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import type { Index } from '../../../compiler/schema/table-index.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { Doubt } from './doubts.ts'

/** Temporary objects live there whatever the session's own schema for them is called (the manual, `search_path`). */
const TEMPORARY = 'pg_temp'

/** What is there and what is wanted. */
export interface Sides {
  readonly live: Schema
  readonly wanted: Schema
}

/**
 * Steps that make temporary tables as the live ones are, but for the members in doubt, which are as wanted. They have the
 * names of the live ones, since a check or an index may name its own table.
 */
export function trialTables(doubts: readonly Doubt[], sides: Sides): readonly Step[] {
  const groups = Map.groupBy(doubts, ({ relation }) => nameText(relation))
  return [...groups].flatMap(([key, group]) => {
    const [{ relation }] = group as [Doubt]
    const table = sides.live.tables.get(key)
    const head: Step =
      table === undefined
        ? standIn(relation, sides.wanted)
        : { kind: 'create table', table: trialTable(table, group, sides) }
    return [head, ...group.flatMap(doubt => triggerSteps(doubt, sides.wanted))]
  })
}

function trialTable(live: Table, doubts: readonly Doubt[], { wanted }: Sides): Table {
  const want = wanted.tables.get(nameText(live.name))!
  const inDoubt = (kind: Doubt['kind']) => new Set(doubts.filter(doubt => doubt.kind === kind).map(({ name }) => name))
  const [columns, constraints, indexes] = [inDoubt('column'), inDoubt('constraint'), inDoubt('index')]
  const there = new Set(live.columns.map(({ name }) => name))
  const missing = want.columns.filter(({ name }) => !there.has(name))
  const wantedColumn = new Map(want.columns.map(column => [column.name, column]))
  return {
    name: { schema: TEMPORARY, name: live.name.name },
    columns: [
      ...live.columns.map(column => (columns.has(column.name) ? tried(wantedColumn.get(column.name)!) : plain(column))),
      ...missing.map(plain),
    ],
    constraints: want.constraints.filter(({ name }) => constraints.has(name)).map(bare),
    indexes: want.indexes.filter(({ name }) => indexes.has(name)).map(bare),
  }
}

/** A column with nothing that could say no to another one: its type and its collation. */
function plain({ name, type, collate }: Column): Column {
  return { name, type, nullable: true, ...(collate !== undefined && { collate }) }
}

function tried(column: Column): Column {
  const { default: value, generated } = column
  return { ...plain(column), ...(value && { default: value }), ...(generated && { generated }) }
}

/** A member without what has no words of its own to compare, or is no affair of a temporary table. */
function bare<T extends Constraint | Index>(member: T): T {
  const { comment: _comment, ...rest } = member as T & Partial<Properties>
  const { tablespace: _tablespace, clustered: _clustered, replicaIdentity: _replicaIdentity, ...object } = rest
  return object as unknown as T
}

/** Something to hang a trigger on: a view, or a table with the columns of a foreign one. */
function standIn(relation: QName, { views }: Schema): Step {
  const { name } = relation
  if (!views.has(nameText(relation))) {
    const sql = `create temporary table ${quoteIdentifier(name)} (like ${quoteQName({ schema: 'public', ...relation })})`
    return { kind: 'create object', object: { kind: 'object', name: { name }, create: { all: sql } } }
  }
  return { kind: 'create view', view: { name: { schema: TEMPORARY, name }, sql: { all: 'select 1 as one' } } }
}

function triggerSteps({ kind, relation, name }: Doubt, wanted: Schema): readonly Step[] {
  if (kind !== 'trigger') return []
  const { sql } = wanted.triggers.get(triggerKey({ table: relation, name })) as Trigger
  return [{ kind: 'create trigger', trigger: { name, table: { schema: TEMPORARY, name: relation.name }, sql } }]
}

/** Steps that make each view in doubt as a temporary one, under names that no query knows. */
export function trialViews(doubts: readonly Doubt[], { wanted }: Sides): readonly Step[] {
  return doubts.map(({ relation }, at) => {
    const { sql, columnNames } = wanted.views.get(nameText(relation))!
    const name = { schema: TEMPORARY, name: trialViewName(at) }
    return { kind: 'create view', view: { name, sql, ...(columnNames && { columnNames }) } }
  })
}

/** The name of the temporary view at a place in the list. */
export function trialViewName(at: number): string {
  return `mig_check_${at}`
}

/** Steps that make temporary tables without the columns that the project does not know, so that `*` does not mean those. */
export function shadowTables({ live, wanted }: Sides): readonly Step[] {
  return [...wanted.tables.values()].flatMap((want): readonly Step[] => {
    const there = live.tables.get(nameText(want.name))
    const known = new Set(want.columns.map(({ name }) => name))
    if (there === undefined || want.name.schema !== undefined || there.columns.every(({ name }) => known.has(name)))
      return []
    const columns = there.columns.filter(({ name }) => known.has(name)).map(plain)
    const name = { schema: TEMPORARY, name: want.name.name }
    return [{ kind: 'create table', table: { name, columns, constraints: [], indexes: [] } }]
  })
}

/** The name of the temporary table, divided as one in doubt is, at a place in the list. */
export function trialParentName(at: number): string {
  return `mig_check_divided_${at}`
}

/** The name of the temporary partition at a place in the list. */
export function trialPartitionName(at: number): string {
  return `mig_check_partition_${at}`
}

/** Steps that divide temporary tables as the wanted ones are, and make the partitions that are in doubt. */
export function trialPartitions(doubts: readonly Doubt[], { live, wanted }: Sides): readonly Step[] {
  return doubts.flatMap(({ relation }, at): readonly Step[] => {
    const table = wanted.tables.get(nameText(relation))!
    const parent = { schema: TEMPORARY, name: trialParentName(at) }
    const own: Step[] = []
    if (table.partitionOf !== undefined) {
      const above = live.tables.get(nameText(table.partitionOf.parent))
      if (above === undefined) return []
      own.push(dividedTable(parent, above, above.partitionBy))
      own.push({
        kind: 'create table',
        table: {
          name: { schema: TEMPORARY, name: trialPartitionName(at) },
          partitionOf: { parent, bound: table.partitionOf.bound },
          ...(table.partitionBy && { partitionBy: table.partitionBy }),
          columns: [],
          constraints: [],
          indexes: [],
        },
      })
    } else own.push(dividedTable(parent, live.tables.get(nameText(relation)) ?? table, table.partitionBy))
    return own
  })
}

function dividedTable(name: QName, { columns }: Table, partitionBy: PartitionBy | undefined): Step {
  const table = { name, ...(partitionBy && { partitionBy }), columns: columns.map(plain), constraints: [], indexes: [] }
  return { kind: 'create table', table }
}
