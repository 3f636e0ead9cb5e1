import type { Options } from '../command.ts'
import type { Problem } from './problem.ts'

/** Whether a problem is printed: errors always, warnings unless `--quiet`, settled notes with `--verbose` only. */
export function isShown({ severity, settled }: Problem, { quiet, verbose }: Options): boolean {
  if (severity === 'error') return true
  return !quiet && (settled !== true || Boolean(verbose))
}
