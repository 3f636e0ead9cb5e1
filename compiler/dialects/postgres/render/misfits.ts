import { nameText, type QName } from '../../../schema/name.ts'
import { boundText, type PartitionOf } from '../../../schema/partition.ts'
import { doBlock, quoteQName, quoteString } from '../quote.ts'
import { percentDoubled, refuseRows } from './guard.ts'
import { liveTable } from './live.ts'
import { conditionOf } from './partition-text.ts'
import { emit, type Rendering } from './rendering.ts'

/** Stops with the number of rows that do not belong to a partition, before Postgres stops at the first of them. */
export function refuseMisfits(work: Rendering, table: QName, { parent, bound }: PartitionOf): void {
  const keys = liveTable(work, parent)?.partitionBy?.keys ?? []
  const fits = conditionOf(bound, keys)
  if (fits === undefined) return
  refuseRows(
    work,
    `(select count(*) from ${quoteQName(table)} where (${fits}) is not true)`,
    told(table, { parent, bound }),
  )
}

/** The same where the default partition takes rows, but for those that another one has: Postgres knows which these are. */
export function refuseHomeless(work: Rendering, table: QName, to: PartitionOf, fits: string, rest: QName): void {
  const body = [
    'declare',
    `  takes text := coalesce(pg_get_partition_constraintdef(${quoteString(quoteQName(rest))}::regclass), 'true');`,
    '  held bigint;',
    'begin',
    `  execute format('select count(*) from %s where (%s) is not true and (%s) is not true', ${quoteString(quoteQName(table))}, ${quoteString(fits)}, takes) into held;`,
    '  if held > 0 then',
    `    raise exception ${quoteString(told(table, to))}, held;`,
    '  end if;',
    'end',
  ]
  emit(work, doBlock(body.join('\n')))
}

function told(table: QName, { parent, bound }: PartitionOf): string {
  return `MIG501: ${percentDoubled(nameText(table))} holds % rows that do not belong to ${percentDoubled(`${nameText(parent)} ${boundText(bound)}`)}. Change, move or delete them, then run this again.`
}
