import { chmodSync, cpSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Metafile } from 'esbuild'

/** Packages of CommonJS inside the bundles call `require`, which modules have not. */
const REQUIRE = `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`

/** The repository. */
export const ROOT = resolve(import.meta.dirname, '..')

/** Makes the launcher, the command line, the thread of the language server and the public API in a folder, and says what is in it. */
export async function bundle(folder: string): Promise<Metafile> {
  rmSync(folder, { recursive: true, force: true })
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: { cli: 'cli/main.ts', planner: 'language/editor/plan/thread.ts', index: 'index.ts', run: 'run.ts' },
    outdir: folder,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    legalComments: 'none',
    format: 'esm',
    platform: 'node',
    target: 'node22.13',
    banner: { js: REQUIRE },
    external: ['pg-native', '@electric-sql/pglite'],
    metafile: true,
    logLevel: 'warning',
  })
  cpSync(join(ROOT, 'scripts/launcher.js'), join(folder, 'mig.js'))
  chmodSync(join(folder, 'mig.js'), 0o755)
  return result.metafile
}
