import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'

const PACKAGE = ['node_modules', '@electric-sql', 'pglite']

/**
 * Where the files of an empty PGlite are kept: `.cache/mig/` of the `node_modules` that the package stands in, named after
 * its version. Undefined where it stands in none.
 */
export function pgliteFilesPath(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve(PACKAGE.slice(1).join('/'))
    const end = main.lastIndexOf(join(sep, ...PACKAGE, sep))
    if (end < 0) return undefined
    const folder = main.slice(0, end)
    const { version } = JSON.parse(readFileSync(join(folder, ...PACKAGE, 'package.json'), 'utf8'))
    return join(folder, 'node_modules/.cache/mig', `pglite-${version}.tar.gz`)
  } catch {
    return undefined
  }
}
