import { connectPglite, type PgliteDatabase } from '../pglite.ts'
import { pgliteFilesPath } from './pglite-files-path.ts'
import { type Scratch, scratchOn } from './scratch.ts'
import { noEmbeddedPostgres } from './scratch-failures.ts'
import { startPglite } from './start-pglite.ts'

interface Loaded {
  readonly PGlite: {
    readonly create: (options: Options) => Promise<PgliteDatabase & { dumpDataDir(compression: 'none'): Promise<Blob> }>
  }
}

interface Options {
  readonly extensions: Readonly<Record<string, unknown>>
  readonly loadDataDir?: Blob
}

/** How a module of the package `@electric-sql/pglite` is loaded: '' is the package itself, `contrib/citext` an extension. */
export type LoadPglite = (path: string) => Promise<Readonly<Record<string, unknown>>>

const PACKAGE = '@electric-sql/pglite'

const load: LoadPglite = path => import(path === '' ? PACKAGE : `${PACKAGE}/${path}`)

/**
 * An empty Postgres inside the process, with the extensions that are asked for. Throws MIG529 when the package
 * `@electric-sql/pglite` is not installed or has no such extension.
 */
export async function embeddedPostgres(extensions: readonly string[], loader: LoadPglite = load): Promise<Scratch> {
  const { PGlite } = await loadPackage(loader)
  const found: Record<string, unknown> = {}
  for (const name of new Set(extensions)) if (name !== 'plpgsql') found[name] = await loadExtension(loader, name)
  const create = (files?: Blob) => PGlite.create({ extensions: found, ...(files && { loadDataDir: files }) })
  const database = await startPglite(create, pgliteFilesPath())
  return scratchOn(connectPglite(database), 'PGlite')
}

async function loadPackage(loader: LoadPglite): Promise<Loaded> {
  try {
    return (await loader('')) as unknown as Loaded
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw noEmbeddedPostgres(
      'Postgres inside the process is the package @electric-sql/pglite, which is not installed: npm install --save-dev @electric-sql/pglite.',
    )
  }
}

async function loadExtension(loader: LoadPglite, name: string): Promise<unknown> {
  const file = name.replaceAll('-', '_')
  for (const path of [`contrib/${file}`, file]) {
    try {
      const [extension] = Object.values(await loader(path))
      return extension
    } catch {}
  }
  throw noEmbeddedPostgres(`Postgres inside the process has no extension ${name}.`, { extension: name })
}
