import { readName } from '../../literals/name-literal.ts'
import type { NameCollector } from './name-collector.ts'

/** A collation or an operator class that a line names, where it is an `object` of the project. */
export function addOtherName(written: string | undefined, from: number, to: number, collector: NameCollector): void {
  const { tokens, names } = collector
  if (written === undefined) return
  const used = readName(written)
  const found = names.otherObject(used)
  if (found === undefined) return
  for (let at = from; at < to; at++) {
    const place = tokens.name(at, to)
    if (place === undefined || tokens.text(at - 1) === '.' || tokens.value(place.name) !== used.name) continue
    collector.addQualified(place, 'object', 'reference', found.key)
    return
  }
}
