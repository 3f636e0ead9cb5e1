import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Column } from '../../../../compiler/schema/column.ts'
import { unquote } from '../../../literals/name-literal.ts'
import { writeColumn } from '../../../print/column.ts'
import { KEY_WORDS, writeName } from '../../../print/name.ts'
import type { Candidate } from '../candidate.ts'
import type { TableFacts } from '../facts.ts'
import { textOf, textsOf } from '../grammar/reading.ts'
import type { Offer, Spot } from '../spot.ts'

/** The columns of the table for a key or an index, without those that it has already. */
export const columnOffer: Offer = spot => {
  const columns = ownFacts(spot)?.columns ?? []
  const slots = ['ColumnList.columns', 'IndexKey.column', 'Index.include']
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
