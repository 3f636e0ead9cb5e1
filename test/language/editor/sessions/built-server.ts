import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { bundle } from '../../../../scripts/bundle.ts'

/** Builds what ships before the tests of a file, and gives the path of its launcher. */
export function builtMig(): { readonly path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'mig-built-'))
  beforeAll(() => bundle(join(folder, 'dist')), 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return { path: join(folder, 'dist', 'mig.js') }
}
