import type { RunEvent } from '../../database/run/run-event.ts'
import type { Options } from '../command.ts'
import { runProgress } from '../output/run-progress.ts'
import { stopSignal } from '../stop-signal.ts'

/** What goes to the terminal while a command runs on a database, and how it is stopped. */
export interface ProgressTo {
  readonly onEvent: (event: RunEvent) => void
  readonly signal: AbortSignal
  readonly release: () => void
}

/** Progress on stderr, unless `--quiet`, and a clean stop at SIGINT and SIGTERM. */
export function progressTo(options: Options): ProgressTo {
  const { stderr } = process
  const write = (text: string) => stderr.write(text)
  const isTerminal = stderr.isTTY === true
  const isVerbose = options.verbose === true
  const show = runProgress({ write, isTerminal, isVerbose, width: stderr.columns ?? 80 })
  const stop = stopSignal(() => write('\nstopping after the statement that runs; once more to end at once\n'))
  return { ...stop, onEvent: options.quiet === true ? () => {} : show }
}
