import { ResponseError } from 'vscode-languageserver'
import { logError } from './log.ts'
import type { Session } from './session.ts'

/**
 * Makes a handler that waits until it is known what projects there are, and fails only with what it has to say to the one who
 * asked. What goes wrong otherwise is written to the log of the client and the answer is empty, so that one request that could
 * not be answered is all that is lost.
 */
export function guarded<P, R>(
  session: Pick<Session, 'connection' | 'ready'>,
  name: string,
  handler: (params: P) => R | Promise<R>,
  empty: R,
): (params: P) => Promise<R> {
  return async params => {
    try {
      await session.ready
      return await handler(params)
    } catch (error) {
      if (error instanceof ResponseError) throw error
      logError(session.connection, name, error)
      return empty
    }
  }
}
