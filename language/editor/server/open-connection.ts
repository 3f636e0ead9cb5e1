import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { PlanThread } from '../plan/plan-thread.ts'
import { logError } from './log.ts'
import { startServer } from './start-server.ts'

/** Where a client is heard and answered, and what the server calls itself. */
export interface Streams {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly version: string
  /** The time as a revision says it: UTC, whole seconds. */
  readonly now: () => string
}

/** Begins to serve a client over two streams. Whatever nobody waited for is written to its log, and ends nothing. */
export function openConnection({ input, output, version, now }: Streams): void {
  const connection = createConnection(ProposedFeatures.all, input, output)
  const log = (error: unknown) => logError(connection, 'mig', error)
  process.on('unhandledRejection', log)
  process.on('uncaughtException', log)
  startServer(connection, { version, now, planner: new PlanThread() })
}
