import type { Column } from '../../../compiler/schema/column.ts'
import { parentsOf } from '../../../compiler/schema/inheritance.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { Draft } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import type { Index } from '../../../compiler/schema/table-index.ts'
import { typeName } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import { anyOrdinary, put } from './notes.ts'
import type { Rarity } from './rarity.ts'

/** Without what is undefined. */
function plain<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T
}

function change(draft: Draft, tape: Tape, edit: (table: Table) => object): void {
  const table = anyOrdinary(draft, tape)
  if (table !== undefined) put(draft, plain({ ...table, ...edit(table) }) as Table)
}

/** How Postgres keeps tables, columns and indexes. */
export const storage: Rarity = {
  add: (draft, tape) => tape.pick([parameters, logging, replication, columnStorage, indexStorage])(draft, tape),
  edits: [parameters, logging, replication, columnStorage, columnStorage, indexStorage],
  isIn: draft => draft.tables.size > 0,
}

function parameters(draft: Draft, tape: Tape): void {
  const lists = [
    undefined,
    [['fillfactor', '70']],
    [
      ['autovacuum_enabled', 'false'],
      ['fillfactor', '80'],
    ],
  ] as const
  change(draft, tape, () => ({ with: tape.pick(lists) }))
}

/** A table that is logged references none that is not. */
function logging(draft: Draft, tape: Tape): void {
  change(draft, tape, table => {
    const key = nameText(table.name)
    const isBound = draft.tables
      .values()
      .some(
        other =>
          parentsOf(other).some(parent => nameText(parent) === key) ||
          other.constraints.some(
            one =>
              one.kind === 'foreign' && other.name !== table.name && (other === table || nameText(one.target) === key),
          ) ||
          (other === table && other.constraints.some(one => one.kind === 'foreign')),
      )
    return isBound ? {} : { unlogged: table.unlogged ? undefined : true }
  })
}

function replication(draft: Draft, tape: Tape): void {
  change(draft, tape, () => ({ replicaIdentity: tape.pick([undefined, 'full', 'nothing'] as const) }))
}

const LONG = ['text', 'varchar', 'jsonb']

function columnStorage(draft: Draft, tape: Tape): void {
  change(draft, tape, table => {
    const column = tape.pick(table.columns)
    const isLong = LONG.includes(typeName(column))
    const next: Column = plain({
      ...column,
      ...(isLong && { storage: tape.pick([undefined, 'external', 'main'] as const) }),
      statistics: tape.pick([undefined, '500', '0']),
      with: tape.pick([undefined, [['n_distinct', '-0.5']] as const]),
    } as Column)
    return { columns: table.columns.map(one => (one === column ? next : one)) }
  })
}

function indexStorage(draft: Draft, tape: Tape): void {
  change(draft, tape, table => {
    if (table.indexes.length === 0) return {}
    const index = tape.pick(table.indexes)
    const others = table.indexes.filter(one => one !== index)
    const next: Index = plain({
      ...index,
      with: tape.pick([undefined, [['fillfactor', '60']] as const]),
      clustered: index.where === undefined && others.every(one => !one.clustered) && tape.chance(2) ? true : undefined,
    } as Index)
    return { indexes: table.indexes.map(one => (one === index ? next : one)) }
  })
}
