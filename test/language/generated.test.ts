import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const language = new URL('../../language/', import.meta.url)
const cli = new URL('../../node_modules/langium-cli/bin/langium.js', import.meta.url)

test('the generated files are those of the grammar', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mig-grammar-'))
  try {
    for (const file of ['mig.langium', 'langium-config.json']) copyFileSync(new URL(file, language), join(folder, file))
    execFileSync(process.execPath, [cli.pathname, 'generate', '-f', join(folder, 'langium-config.json')], {
      stdio: 'pipe',
    })
    const names = readdirSync(new URL('generated', language)).sort()
    expect(readdirSync(join(folder, 'generated')).sort()).toEqual(names)
    for (const name of names)
      expect(readFileSync(join(folder, 'generated', name), 'utf8')).toBe(
        readFileSync(new URL(`generated/${name}`, language), 'utf8'),
      )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
