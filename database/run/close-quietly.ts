import type { Connection } from '../connection.ts'

/** Ends a session whose end changes nothing any more: an error there must not hide one that came before. */
export async function closeQuietly(connection: Connection): Promise<void> {
  await connection.close().catch(() => {})
}
