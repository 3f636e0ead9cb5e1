import { chmodSync, cpSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { emitTypes } from './emit-types.ts'

/** Makes dist/: the launcher, the command line and the public API in bundles, and the types of the API. */
const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'dist')

/** Packages of CommonJS inside the bundles call `require`, which modules have not. */
const REQUIRE = `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`

rmSync(dist, { recursive: true, force: true })
const result = await build({
  absWorkingDir: root,
  entryPoints: { cli: 'cli/main.ts', index: 'index.ts', run: 'run.ts' },
  outdir: dist,
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
cpSync(join(root, 'scripts/launcher.js'), join(dist, 'mig.js'))
chmodSync(join(dist, 'mig.js'), 0o755)
emitTypes(root, join(dist, 'types'))

const bytes = Object.values(result.metafile.outputs).reduce((sum, output) => sum + output.bytes, 0)
console.log(`dist: ${Object.keys(result.metafile.outputs).length} bundles, ${Math.round(bytes / 1024)} KiB`)
