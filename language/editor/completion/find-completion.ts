import type { CompletionItem } from 'vscode-languageserver-types'
import type { Token } from '../../lexer/token.ts'
import { unquote } from '../../literals/name-literal.ts'
import type { Place } from '../place.ts'
import type { Candidate } from './candidate.ts'
import type { CompletionClient } from './client.ts'
import { isWanted } from './completion-options.ts'
import { cursorAt } from './cursor.ts'
import { readingsOf } from './grammar/grammar.ts'
import { callOf, type Reading, readsOf, rulesOf, slotOf } from './grammar/reading.ts'
import { itemsOf } from './items.ts'
import { Scene } from './scene.ts'
import { offersAt } from './slots/offers.ts'
import type { Spot } from './spot.ts'
import { sqlCandidates } from './sql/sql-completion.ts'

/** What can stand where the cursor is: the likeliest first, nothing where nothing can be known. */
export function findCompletion(
  place: Place,
  client: CompletionClient,
): { isIncomplete?: boolean; items: CompletionItem[] } {
  const cursor = cursorAt(place.parsed, place.offset)
  if (cursor === undefined) return { items: [] }
  const scene = new Scene(place, client, cursor)
  const readings = readingsOf(cursor.tokens)
  if (cursor.kind === 'sql') {
    const { candidates, start, end, mustFollow } = sqlCandidates(scene, readings)
    if (!isWanted(client, mustFollow)) return { items: [] }
    return itemsOf(candidates, { ...place, start, end }, client)
  }
  const isLine = readings.some(reading => slotOf(reading) === 'Column.name')
  if (!isWanted(client, mustGoOn(readings) && !isLineStart(cursor.tokens))) return { items: [] }
  const stretch = { ...place, start: cursor.start, end: cursor.end }
  const { items, isIncomplete } = itemsOf(candidatesOf(readings, scene), stretch, client)
  return { isIncomplete: isLine || isIncomplete, items }
}

function isLineStart(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)?.image
  return last === undefined || (last === '{' && tokens.at(-2)?.image !== 'import')
}

/** Whether the line cannot end where it is. */
function mustGoOn(readings: readonly Reading[]): boolean {
  const [likeliest] = ways(readings)
  return likeliest !== undefined && !likeliest.some(({ leaf }) => /^(?:NL|END)$/.test(leaf.type.name))
}

/** The candidates of the likeliest way to read the line; of the others only where it has none but signs. */
function candidatesOf(readings: readonly Reading[], scene: Scene): readonly Candidate[] {
  const found: Candidate[] = []
  for (const way of ways(readings)) {
    const slots = new Set<string>()
    let isSaid = false
    for (const reading of way) {
      const slot = slotOf(reading)
      const isName =
        reading.leaf.word === undefined && /^[A-Z]+$/.test(reading.leaf.type.name) && reading.leaf.type.name !== 'SQL'
      if (isName && slots.has(slot)) continue
      if (isName) slots.add(slot)
      const own = offersAt(spotOf(reading, slot, scene))
      isSaid ||=
        (own.length > 0 && reading.leaf.word !== undefined) ||
        (isName && own.length > 0) ||
        /\.(?:name|operator)$/.test(slot)
      found.push(...own)
    }
    if (isSaid) break
  }
  return found
}

/** The readings by how likely they are. */
function ways(readings: readonly Reading[]): readonly (readonly Reading[])[] {
  const byCost = Map.groupBy(readings, reading => reading.cost)
  return [...byCost.keys()].sort((a, b) => a - b).map(cost => byCost.get(cost)!)
}

function spotOf(reading: Reading, slot: string, scene: Scene): Spot {
  const reads = readsOf(reading)
  const { frame } = reading
  const call = reading.leaf.feature === undefined ? callOf(frame) : undefined
  const own = call === undefined ? [] : reads.filter(read => read.frame === call && read.token.image !== '.')
  const qualifier = /^(?:QName|TypeName|Path|DottedName)$/.test(frame.rule)
    ? own.map(read => unquote(read.token.image))
    : []
  return { scene, reading, reads, slot, rules: rulesOf(frame), frame, qualifier }
}
