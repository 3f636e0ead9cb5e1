import { type Connection, LogMessageNotification, MessageType } from 'vscode-languageserver'

/** Writes what went wrong to the log of the client. */
export function logError(connection: Connection, what: string, error: unknown): void {
  const message = `${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  void connection.sendNotification(LogMessageNotification.type, { type: MessageType.Error, message })
}
