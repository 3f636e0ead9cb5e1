import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Which schema a `mig-schema:` document shows. */
export interface SchemaAddress {
  /** The migrations folder, absolute. */
  readonly migrations: string
  /** The id of the revision after which the schema stands; `base` before the first. */
  readonly revision: string
}

const SCHEME = 'mig-schema:'
const EXTENSION = '.mig'

/** The URI of the schema at a revision: `mig-schema:///shop/migrations/b5fa6c4653db.mig`. */
export function printSchemaUri({ migrations, revision }: SchemaAddress): string {
  return pathToFileURL(join(migrations, `${revision}${EXTENSION}`)).href.replace(/^file:/, SCHEME)
}

/** What a URI of a schema means; nothing for any other. */
export function readSchemaUri(uri: string): SchemaAddress | undefined {
  if (!uri.startsWith(SCHEME)) return undefined
  try {
    const path = fileURLToPath(`file:${uri.slice(SCHEME.length)}`)
    if (!path.endsWith(EXTENSION)) return undefined
    return { migrations: dirname(path), revision: basename(path, EXTENSION) }
  } catch {
    return undefined
  }
}
