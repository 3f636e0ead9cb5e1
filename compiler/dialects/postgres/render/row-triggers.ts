import type { QName } from '../../../schema/name.ts'
import type { FiringState, Trigger } from '../../../schema/objects.ts'
import type { PartitionOf } from '../../../schema/partition.ts'
import { hasWords, readCode } from '../../../sql/code.ts'
import { ownTrigger } from '../own.ts'
import { liveTable } from './live.ts'
import type { Rendering } from './rendering.ts'
import { triggersOf } from './triggers-of.ts'

/** A trigger on a table, be it the table's own or one that a partition has of the tables above it. */
export interface FiringTrigger {
  readonly table: QName
  readonly name: string
  readonly state: FiringState | undefined
}

/** The triggers that are declared on a table. */
export function ownTriggers(work: Rendering, table: QName): readonly FiringTrigger[] {
  return inPostgres(work, table).map(({ name, state }) => ({ table, name, state }))
}

/** The triggers for each row that a partition has of the tables above it; those for each statement are theirs alone (CREATE TRIGGER). */
export function triggersFromAbove(work: Rendering, table: QName, { parent }: PartitionOf): readonly FiringTrigger[] {
  const found: FiringTrigger[] = []
  for (let above: QName | undefined = parent; above !== undefined; above = liveTable(work, above)?.partitionOf?.parent)
    for (const { name, state, sql } of inPostgres(work, above))
      if (isForRows(sql.all!)) found.push({ table, name, state })
  return found
}

function inPostgres(work: Rendering, table: QName): readonly Trigger[] {
  return triggersOf(work, table).flatMap(([, trigger]) => ownTrigger(trigger) ?? [])
}

function isForRows(text: string): boolean {
  const code = readCode(text)
  return code.tokens.some((_, at) => hasWords(code, at, 'for', 'each', 'row') || hasWords(code, at, 'for', 'row'))
}
