import { nameText, type QName } from '../../../schema/name.ts'
import { indexOf } from '../../../schema/table.ts'
import type { Index } from '../../../schema/table-index.ts'
import { quoteBeside } from '../quote.ts'
import { changeComment, indexObject } from './comment.ts'
import { markIndex, setKeyStatistics, unmarkIndex } from './index-properties.ts'
import { indexDefinition } from './index-text.ts'
import { liveTable, putLive, removeLive } from './live.ts'
import { emit, noteReason, type Rendering } from './rendering.ts'
import { indexWaits } from './waits.ts'

/** How an index is called in the notes of a rendering. */
export function indexKey(table: QName, name: string): string {
  return `index ${nameText(table)}.${name}`
}

/** Creates an index, or makes it wait for what it needs. */
export function addIndex(work: Rendering, table: QName, index: Index): void {
  if (indexWaits(work, table, index)) noteReason(work, indexKey(table, index.name))
  else makeIndex(work, table, index)
}

/** Creates an index whatever it needs. */
export function makeIndex(work: Rendering, table: QName, index: Index): void {
  emit(work, indexDefinition(table, index))
  changeComment(work, indexObject(table, index), undefined, index.comment)
  markIndex(work, table, index)
  setKeyStatistics(work, table, { keys: [] }, index)
  putLive(work, table, 'indexes', index)
}

/** Drops an index that the database holds. */
export function dropIndex(work: Rendering, table: QName, name: string): void {
  const live = liveTable(work, table)
  unmarkIndex(work, table, live && indexOf(live, name))
  emit(work, `drop index ${quoteBeside(table, name)}`)
  removeLive(work, table, 'indexes', name)
}
