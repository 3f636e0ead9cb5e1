import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Column } from '../../../../compiler/schema/column.ts'
import { nameText, quoteName } from '../../../../compiler/schema/name.ts'
import { editDistance } from '../../../edit-distance.ts'
import { readName } from '../../../literals/name-literal.ts'
import type { Candidate } from '../candidate.ts'
import { factsOf } from '../facts.ts'
import { textOf } from '../grammar/reading.ts'
import type { Scene } from '../scene.ts'
import { pastOf, valuesOf } from '../scene.ts'
import type { Offer } from '../spot.ts'
import { describe } from './columns.ts'
import { lineColumn } from './line-column.ts'

/** The columns that the table had and has no more. */
export function vanishedColumns(scene: Scene): readonly Column[] {
  const now = new Set(scene.ownTable?.columns.map(column => column.name))
  return scene.pastTable?.columns.filter(column => !now.has(column.name)) ?? []
}

/** What a column was: columns that disappeared, the most alike first. */
export const oldColumnOffer: Offer = spot => {
  const line = lineColumn(spot)
  const type = JSON.stringify(line?.type)
  return alike(
    vanishedColumns(spot.scene).map(column => ({
      ...plain(column.name, CompletionItemKind.Field),
      ...describe(column),
      rank: JSON.stringify(column.type) === type ? 0 : 1,
    })),
    line?.name ?? '',
  )
}

/** What a table was. */
export const oldTableOffer: Offer = ({ scene, reads }) => {
  const name = textOf(reads, 'Table.name') ?? ''
  const columns = new Set(scene.ownTable?.columns.map(column => column.name))
  const candidates = goneKeys(scene, 'tables').map(key => {
    const facts = factsOf(key, scene.past!.tables.get(key)!)
    const shared = facts.columns.filter(column => columns.has(column.name)).length
    const detail = facts.columns.map(column => column.name).join(', ')
    return { ...keyed(key, scene, CompletionItemKind.Class), detail, rank: shared * 2 > facts.columns.length ? 0 : 1 }
  })
  return alike(candidates, name)
}

/** What an enum, a view or a schema was. */
export function oldObjectOffer(kind: 'enums' | 'views' | 'schemas', slot: string): Offer {
  return ({ scene, reads }) =>
    alike(
      goneKeys(scene, kind).map(key => ({ ...keyed(key, scene, KINDS[kind]), rank: 0 })),
      textOf(reads, slot) ?? '',
    )
}

/** What a trigger of the table was. */
export const oldTriggerOffer: Offer = ({ scene, reads }) => {
  const on = textOf(reads, 'Trigger.table')
  const table = on === undefined ? undefined : scene.keyOf(on)
  return goneKeys(scene, 'triggers')
    .map(key => scene.past!.triggers.get(key)!)
    .filter(trigger => table === undefined || nameText(trigger.table) === table)
    .map(trigger => ({ ...plain(trigger.name, CompletionItemKind.Event), rank: 0 }))
}

/** What a key, a check or an index was. */
export const oldMemberOffer: Offer = spot => {
  const { scene, rules } = spot
  const past = scene.pastTable
  if (past === undefined) return []
  const now = scene.schema.tables.get(scene.ownTable?.key ?? '')
  const known = new Set([...(now?.constraints ?? []), ...(now?.indexes ?? [])].map(item => item.name))
  const rule = rules.find(one => /^(?:Primary|Unique|Foreign|Check|Index)$/.test(one))?.toLowerCase()
  const all = rule === 'index' ? past.indexes : past.constraints.filter(item => item.kind === rule)
  return all
    .filter(item => !known.has(item.name))
    .map(item => ({ ...plain(item.name, CompletionItemKind.Property), rank: 0 }))
}

/** The values that the enum around the cursor had and has no more. */
export const oldValueOffer: Offer = ({ scene, reads, slot }) => {
  const name = slot === 'EnumValue.was' ? (textOf(reads, 'EnumValue.name') ?? '') : ''
  return alike(
    vanishedValues(scene).map(value => ({ ...plain(value, CompletionItemKind.EnumMember), rank: 0 })),
    name,
  )
}

/** The values that an enum lost since the last revision. */
export function vanishedValues(scene: Scene): readonly string[] {
  const { ownEnum: node, past } = scene
  if (node === undefined || past === undefined || !node.name) return []
  const now = new Set(valuesOf(node))
  const before = pastOf(
    past.enums,
    scene.keyOf(node.name),
    node.was && scene.keyOf(node.was),
    (_, found) => found.values,
  )
  return before?.filter(value => !now.has(value)) ?? []
}

/** The keys that the past knows and the text has no more. */
export function goneKeys(scene: Scene, kind: 'tables' | 'enums' | 'views' | 'schemas' | 'triggers'): readonly string[] {
  const { past, schema } = scene
  if (past === undefined) return []
  return [...past[kind].keys()].filter(key => !schema[kind].has(key) && !(kind === 'tables' && scene.tables.has(key)))
}

const KINDS = {
  enums: CompletionItemKind.Enum,
  views: CompletionItemKind.Interface,
  schemas: CompletionItemKind.Module,
  tables: CompletionItemKind.Class,
} as const

/** A thing by its key. */
export function keyed(key: string, scene: Scene, kind: CompletionItemKind): Omit<Candidate, 'rank'> {
  const written = scene.writtenKey(key)
  const { schema, name } = readName(written)
  return { label: schema === undefined ? name : written, insert: written, kind }
}

/** A thing by its plain name. */
export function plain(name: string, kind: CompletionItemKind): Omit<Candidate, 'rank'> {
  return { label: name, insert: quoteName(name), kind }
}

/** Those first that are spelled most like a name. */
function alike<T extends Candidate>(candidates: readonly T[], name: string): readonly T[] {
  const distance = new Map(candidates.map(item => [item, editDistance(item.label, name)]))
  return candidates.toSorted((a, b) => distance.get(a)! - distance.get(b)!)
}
