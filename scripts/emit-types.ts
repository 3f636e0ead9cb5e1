import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

const IMPORT = /\bfrom '([^']+)'|\bimport\('([^']+)'\)/g

/**
 * Writes the types of the public API to a folder, and keeps only what its entries lead to. Fails when a type leads to
 * another package: the package has no dependencies.
 */
export function emitTypes(root: string, folder: string): void {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  const args = [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', folder]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error('the types could not be written')
  const reached = reachedFrom(['index.d.ts', 'run.d.ts'].map(name => join(folder, name)))
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !reached.has(path)) rmSync(path)
  }
}

function reachedFrom(starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set(starts)
  for (const file of reached) {
    for (const [, from, dynamic] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const name = (from ?? dynamic)!
      if (!name.startsWith('.')) throw new Error(`${file} leads to the package ${name}`)
      reached.add(resolve(dirname(file), name.replace(/\.ts$/, '.d.ts')))
    }
  }
  return reached
}
