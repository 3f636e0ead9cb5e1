/** The server ends the session: shutdown, crash, timeouts of sessions and transactions, connection failures (errcodes-appendix). */
const ENDED = /^(57P0[1-5]|25P0[34]|08...)$/
const BROKEN = /^(ECONNRESET|EPIPE|ETIMEDOUT|ECONNREFUSED|ECONNABORTED|EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/
const DRIVER = /Connection terminated|connection error and is not queryable|Client was closed/

/** Whether an error says that the session is gone, so that nothing more can be asked of it. */
export function isLost(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const said = String(code ?? '')
  return ENDED.test(said) || BROKEN.test(said) || DRIVER.test(String(message ?? ''))
}
