import { type Connection, ResponseError } from 'vscode-languageserver'
import { logError } from './log.ts'

/**
 * Makes a handler that fails only with what it has to say to the one who asked. What goes wrong otherwise is written to the
 * log of the client and the answer is empty, so that one request that could not be answered is all that is lost.
 */
export function guarded<P, R>(
  connection: Connection,
  name: string,
  handler: (params: P) => R | Promise<R>,
  empty: R,
): (params: P) => Promise<R> {
  return async params => {
    try {
      return await handler(params)
    } catch (error) {
      if (error instanceof ResponseError) throw error
      logError(connection, name, error)
      return empty
    }
  }
}
