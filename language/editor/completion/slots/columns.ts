import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Column } from '../../../../compiler/schema/column.ts'
import { outputColumns } from '../../../../compiler/sql/output-columns.ts'
import { unquote } from '../../../literals/name-literal.ts'
import { writeColumn } from '../../../print/column.ts'
import { KEY_WORDS, writeName } from '../../../print/name.ts'
import type { Candidate } from '../candidate.ts'
import type { TableFacts } from '../facts.ts'
import { textOf, textsOf } from '../grammar/reading.ts'
import type { Offer, Spot } from '../spot.ts'

/** The columns of the table for a key or an index, without those that it has already. */
export const columnOffer: Offer = spot => {
  if (spot.scene.whole?.$type === 'MaterializedViewDeclaration') return outputOffer(spot)
  const columns = ownFacts(spot)?.columns ?? []
  const slots = [
    'ColumnList.columns',
    'CollatedColumn.columns',
    'IndexKeyStart.column',
    'KeyProperty.include',
    'PartitionKeyRule.column',
  ]
  const listed = new Set(slots.flatMap(slot => textsOf(spot.reads, slot)).map(unquote))
  return ownColumns(columns, listed)
}

/** The table that a line belongs to; in a step of a revision, the one that the step names. */
export function ownFacts({ scene, reads }: Pick<Spot, 'scene' | 'reads'>): TableFacts | undefined {
  const said = textOf(reads, 'Item.table') ?? textOf(reads, 'Alter.table')
  if (said !== undefined) return pastOrPresent(said, scene)
  const head = textOf(reads, 'Table.name')
  return scene.ownTable ?? (head === undefined ? undefined : scene.table(scene.keyOf(head)))
}

/** A table as the revisions have it, or as the project has it. */
export function pastOrPresent(written: string, scene: Spot['scene']): TableFacts | undefined {
  const key = scene.keyOf(written)
  const past = scene.past?.tables.get(key)
  return past === undefined ? scene.table(key) : { key, ...past }
}

/** The columns of the table that a privilege is on, which is named further on in the line. */
export const grantColumnOffer: Offer = ({ scene, reads }) => {
  const { text } = scene.place.parsed
  const end = text.indexOf('\n', scene.cursor.offset)
  const behind = text.slice(scene.cursor.offset, end < 0 ? undefined : end)
  const name = ON_TABLE.exec(behind)?.[1]
  const facts = name === undefined ? undefined : scene.table(scene.keyOf(name))
  const open = reads.findLastIndex(read => read.token.image === '(')
  return ownColumns(facts?.columns ?? [], new Set(reads.slice(open + 1).map(read => unquote(read.token.image))))
}

const ON_TABLE = /\bon\s+(?:table\s+)?((?:"[^"]*"|[\w$]+)(?:\.(?:"[^"]*"|[\w$]+))?)/

/** The columns that the query of a view gives, without those that have a line already. */
export const viewColumnOffer: Offer = ({ scene }) => {
  const view = scene.whole
  if (view?.$type !== 'ViewDeclaration') return []
  const sql = [...(view.sql?.all ?? []), ...(view.sql?.postgres ?? [])][0]
  const said = new Set((view.columns ?? []).map(({ name }) => name))
  return (sql === undefined ? [] : (outputColumns(sql, view.columnNames) ?? []))
    .filter(name => !said.has(name))
    .map(name => ({ label: name, insert: writeName(name, KEY_WORDS), kind: CompletionItemKind.Field, rank: 0 }))
}

/** The columns that the query of a materialized view gives, for its indexes. */
function outputOffer({ scene }: Spot): readonly Candidate[] {
  const view = scene.whole
  if (view?.$type !== 'MaterializedViewDeclaration') return []
  const sql = [...(view.sql?.all ?? []), ...(view.sql?.postgres ?? [])][0]
  return (sql === undefined ? [] : (outputColumns(sql, view.columnNames) ?? [])).map(name => ({
    label: name,
    insert: writeName(name, KEY_WORDS),
    kind: CompletionItemKind.Field,
    rank: 0,
  }))
}

/** Columns as candidates. */
export function ownColumns(columns: readonly Column[], listed: ReadonlySet<string>): readonly Candidate[] {
  return columns
    .filter(column => column.name !== '' && !listed.has(column.name))
    .map(column => ({
      label: column.name,
      insert: writeName(column.name, KEY_WORDS),
      kind: CompletionItemKind.Field,
      ...describe(column),
      rank: 0,
    }))
}

/** What is shown beside a column: its line, and its comment. */
export function describe(column: Column): Pick<Candidate, 'detail' | 'documentation'> {
  const [detail = ''] = writeColumn(column, [], '').rest.split('\n', 1)
  return { detail, documentation: column.comment }
}
