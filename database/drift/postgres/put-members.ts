import type { Column } from '../../../compiler/schema/column.ts'
import type { Constraint, Exclusion } from '../../../compiler/schema/constraint.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { Trigger, View } from '../../../compiler/schema/objects.ts'
import { draftOf, type Schema, triggerKey } from '../../../compiler/schema/schema.ts'
import type { Table, TableHead } from '../../../compiler/schema/table.ts'
import type { Index, IndexKey } from '../../../compiler/schema/table-index.ts'
import { type Doubt, doubtKey } from './doubts.ts'

/** Whatever can be in doubt. */
export type Member = Column | Constraint | Index | Trigger | View | Table

/** The schema with some of its members' texts in other words; `words` are those by the key of the doubt. */
export function putMembers(schema: Schema, doubts: readonly Doubt[], words: ReadonlyMap<string, Member>): Schema {
  const draft = draftOf(schema)
  for (const [key, group] of Map.groupBy(doubts, ({ relation }) => nameText(relation))) {
    const table = draft.tables.get(key)
    if (table !== undefined) draft.tables.set(key, putInTable(table, words))
    for (const doubt of group) {
      const said = words.get(doubtKey(doubt))
      if (said === undefined) continue
      if (doubt.kind === 'trigger') {
        const at = triggerKey({ table: doubt.relation, name: doubt.name })
        draft.triggers.set(at, { ...draft.triggers.get(at)!, sql: (said as Trigger).sql })
      }
      if (doubt.kind === 'view') draft.views.set(key, putView(draft.views.get(key)!, said as View))
    }
  }
  return draft
}

/** Postgres keeps the names that a view gives its columns in the query (the manual, `pg_get_viewdef`). */
function putView({ columnNames: _columnNames, ...view }: View, { sql }: View): View {
  return { ...view, sql }
}

function putInTable(table: Table, words: ReadonlyMap<string, Member>): Table {
  const said = <T extends Member>(kind: Doubt['kind'], { name }: { readonly name: string }) =>
    words.get(doubtKey({ kind, relation: table.name, name })) as T | undefined
  return {
    ...table,
    ...partitionWords(table, said<Table>('partition', table.name)),
    columns: table.columns.map(column => putColumn(column, said<Column>('column', column))),
    constraints: table.constraints.map(one => {
      const words = said<Constraint>('constraint', one)
      if (one.kind === 'exclude' && words?.kind === 'exclude') return { ...one, ...sqlWords(words) }
      return one.kind === 'check' && words?.kind === 'check' ? { ...one, sql: words.sql } : one
    }),
    indexes: table.indexes.map(one => putIndex(one, said<Index>('index', one))),
  }
}

function sqlWords({ keys, where }: Exclusion): Pick<Exclusion, 'keys' | 'where'> {
  return { keys, ...(where && { where }) }
}

function partitionWords(table: Table, told: Table | undefined): Pick<TableHead, 'partitionBy' | 'partitionOf'> {
  const { partitionBy, partitionOf } = table
  if (told === undefined) return {}
  return {
    ...(partitionBy && told.partitionBy && { partitionBy: told.partitionBy }),
    ...(partitionOf && told.partitionOf && { partitionOf: { ...partitionOf, bound: told.partitionOf.bound } }),
  }
}

function putColumn(column: Column, said: Column | undefined): Column {
  if (said === undefined) return column
  const { default: _default, generated: _generated, collate: _collate, type: _type, ...rest } = column
  const { default: value, generated, collate, type } = said
  return {
    ...rest,
    type,
    ...(value && { default: value }),
    ...(generated && { generated }),
    ...(collate !== undefined && { collate }),
  }
}

function putIndex(index: Index, said: Index | undefined): Index {
  if (said === undefined) return index
  const { keys, where, with: parameters } = said
  const spelled = keys.map((key, at) => ({ ...key, ...statisticsOf(index.keys[at]) }))
  return { ...index, keys: spelled, ...(where && { where }), ...(parameters && { with: parameters }) }
}

function statisticsOf(key: IndexKey | undefined): Pick<IndexKey, 'statistics'> {
  return key?.statistics === undefined ? {} : { statistics: key.statistics }
}
