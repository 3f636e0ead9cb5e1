import { connect } from '../connect.ts'
import type { Connection } from '../connection.ts'
import type { DatabaseAddress } from '../database-address.ts'
import { redactUrl } from '../redact-url.ts'
import { emptyDatabase, objectsIn } from './empty-database.ts'
import { notEmpty } from './scratch-failures.ts'

/** A database that may be filled and emptied at will. */
export interface Scratch {
  readonly connection: Connection
  /** Drops everything that is in it. */
  readonly empty: () => Promise<void>
  /** Empties it and ends the session. */
  readonly close: () => Promise<void>
}

/** A session on a database that may be filled and emptied at will: it must be empty now, or this throws MIG528. */
export async function scratchOn(connection: Connection, name: string): Promise<Scratch> {
  try {
    const objects = await objectsIn(connection)
    if (objects.length > 0) throw notEmpty(name, objects)
    if (connection.dialect === 'sqlite') await connection.exec('pragma synchronous = off; pragma journal_mode = memory')
  } catch (error) {
    await connection.close()
    throw error
  }
  const empty = () => emptyDatabase(connection)
  return {
    connection,
    empty,
    close: async () => {
      try {
        await empty()
      } finally {
        await connection.close()
      }
    },
  }
}

/** Opens a scratch database: one that is empty, or an SQLite file that is not there yet. */
export async function openScratch(address: DatabaseAddress): Promise<Scratch> {
  return scratchOn(await connect(address, { create: true }), redactUrl(address.url))
}
