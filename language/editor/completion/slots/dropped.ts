import { CompletionItemKind } from 'vscode-languageserver-types'
import { nameText } from '../../../../compiler/schema/name.ts'
import { readName } from '../../../literals/name-literal.ts'
import { factsOf } from '../facts.ts'
import { textOf } from '../grammar/reading.ts'
import type { Scene } from '../scene.ts'
import type { Offer } from '../spot.ts'
import { goneKeys, keyed, oldTriggerOffer, plain, vanishedColumns } from './old-names.ts'

/** What is meant to be dropped from a table: columns, keys and indexes that it had and has no more. */
export const droppedMemberOffer: Offer = ({ scene }) => {
  const past = scene.pastTable
  if (past === undefined) return []
  const now = scene.schema.tables.get(scene.ownTable?.key ?? '')
  const known = new Set([...(now?.constraints ?? []), ...(now?.indexes ?? [])].map(item => item.name))
  const members = [...past.constraints, ...past.indexes].filter(item => item.name !== '' && !known.has(item.name))
  return [
    ...vanishedColumns(scene).map(({ name }) => ({
      ...plain(name, CompletionItemKind.Field),
      detail: 'column',
      rank: 0,
    })),
    ...members.map(item => ({
      ...plain(item.name, CompletionItemKind.Property),
      detail: 'kind' in item ? item.kind : 'index',
      rank: 1,
    })),
  ]
}

const PLACES = { schema: 'schemas', enum: 'enums', table: 'tables', view: 'views' } as const

/** What is meant to be dropped at the top of a file: what the revisions know and the text has no more. */
export const droppedObjectOffer: Offer = spot => {
  const { scene, reads } = spot
  const kind = textOf(reads, 'Dropped.kind')
  if (kind === 'trigger') return oldTriggerOffer(spot)
  const place = PLACES[kind as keyof typeof PLACES]
  if (place === undefined) return []
  return goneKeys(scene, place).map(key => ({
    ...keyed(key, scene, CompletionItemKind.Class),
    ...(place === 'tables' && { detail: columnsOf(key, scene) }),
    rank: 0,
  }))
}

/** The tables of the triggers that are gone. */
export const droppedTriggerTableOffer: Offer = ({ scene, reads }) => {
  const name = textOf(reads, 'Dropped.name')
  const triggers = goneKeys(scene, 'triggers').map(key => scene.past!.triggers.get(key)!)
  return triggers
    .filter(trigger => name === undefined || trigger.name === readName(name).name)
    .map(trigger => ({ ...keyed(nameText(trigger.table), scene, CompletionItemKind.Class), rank: 0 }))
}

function columnsOf(key: string, scene: Scene): string {
  return factsOf(key, scene.past!.tables.get(key)!)
    .columns.map(column => column.name)
    .join(', ')
}
