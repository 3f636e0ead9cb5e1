import { MigError } from '../../compiler/failure.ts'
import type { PlannedRun } from './planned-run.ts'

/** Throws MIG550 when the SQL of the runs marks statements that lose data, and says which. */
export function checkLoss(runs: readonly PlannedRun[]): void {
  const losses = runs.flatMap(run =>
    run.file.parts.flatMap(part =>
      part.statements.flatMap(({ lossy, line }) =>
        lossy === undefined ? [] : [{ revision: run.id, file: run.name, line, loses: lossy }],
      ),
    ),
  )
  if (losses.length === 0) return
  const lines = losses.map(loss => `  ${loss.file}:${loss.line}: ${loss.loses}`)
  throw new MigError({
    code: 'MIG550',
    message: `This downgrade loses data that nothing brings back (${losses.length === 1 ? '1 place' : `${losses.length} places`}):\n${[...new Set(lines)].join('\n')}`,
    remedy: 'Make a backup, then run it again with --allow-loss. Nothing was changed.',
    facts: { losses },
    exit: 1,
  })
}
