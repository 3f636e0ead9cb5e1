import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

interface WithFiles {
  dumpDataDir(compression: 'none'): Promise<Blob>
}

/**
 * Starts an empty PGlite from the files that an earlier start kept at a path: that takes a quarter of the time. Where there
 * are none, or they are damaged or refused, it is started from nothing and its files are kept, if that can be done.
 */
export async function startPglite<T extends WithFiles>(
  create: (files?: Blob) => Promise<T>,
  path: string | undefined,
): Promise<T> {
  if (path === undefined) return create()
  try {
    return await create(new Blob([gunzipSync(readFileSync(path), { chunkSize: 1 << 20 })]))
  } catch {
    const database = await create()
    await keepFiles(database, path)
    return database
  }
}

/** Written aside and moved, so that nobody reads half of them; gzip holds their checksum. Files of other versions go. */
async function keepFiles(database: WithFiles, path: string): Promise<void> {
  const folder = dirname(path)
  const unfinished = `${path}.${randomUUID()}`
  try {
    mkdirSync(folder, { recursive: true })
    closeSync(openSync(unfinished, 'wx'))
    const files = await database.dumpDataDir('none')
    writeFileSync(unfinished, gzipSync(await files.arrayBuffer(), { level: 1 }))
    renameSync(unfinished, path)
    const others = readdirSync(folder).filter(name => name.startsWith('pglite-') && name !== basename(path))
    for (const name of others) rmSync(join(folder, name), { force: true })
  } catch {
    try {
      rmSync(unfinished, { force: true })
    } catch {}
  }
}
