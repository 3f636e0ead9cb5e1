import type { DialectName } from '../compiler/schema/dialect.ts'
import type { Connection } from './connection.ts'

/** Where sessions of one database come from. */
export interface DatabaseSource {
  readonly dialect: DialectName
  /** Opens a session. `create` lets an SQLite file begin that is not there yet. */
  readonly open: (options?: { readonly create?: boolean }) => Promise<Connection>
  /** Whether `open` gives the one session there is, which its owner closes. */
  readonly single?: boolean
}

/** The one session that the caller has already. */
export function sourceOf(connection: Connection): DatabaseSource {
  const kept = { ...connection, close: async () => {} }
  return { dialect: connection.dialect, open: async () => kept, single: true }
}
