import { type QName, withName } from '../../../schema/name.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { emit, type Rendering } from './rendering.ts'

/** Gives an object another name, another schema, or both. */
export function moveObject(work: Rendering, kind: 'table' | 'view' | 'type', from: QName, to: QName): void {
  if (from.schema !== to.schema) {
    emit(work, `alter ${kind} ${quoteQName(from)} set schema ${quoteIdentifier(to.schema ?? 'public')}`)
  }
  if (from.name !== to.name) {
    emit(work, `alter ${kind} ${quoteQName(withName(to, from.name))} rename to ${quoteIdentifier(to.name)}`)
  }
}
