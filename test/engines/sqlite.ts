import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from '../../database/connection.ts'
import { connectSqlite } from '../../database/sqlite.ts'
import { runStatements, type TestEngine } from './test-engine.ts'

/** SQLite through the driver of Node: in memory, or in a file of its own when `where` is `file`. */
export async function sqliteEngine(where: 'memory' | 'file' = 'memory'): Promise<TestEngine> {
  const folder = where === 'file' ? mkdtempSync(join(tmpdir(), 'mig-sqlite-')) : undefined
  let count = 0
  const open = (): Promise<Connection> => connectSqlite(folder ? join(folder, `${count++}.db`) : ':memory:')
  let connection = await open()
  return {
    dialect: 'sqlite',
    name: 'sqlite',
    query: sql => connection.query(sql),
    exec: sql => connection.exec(sql),
    run: statements => runStatements(connection, statements),
    fresh: async () => {
      await connection.close()
      connection = await open()
    },
    close: async () => {
      await connection.close()
      if (folder) rmSync(folder, { recursive: true, force: true })
    },
  }
}
