import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Fails when language/generated/ is not what the grammar gives: generates it again elsewhere and compares. */
const root = resolve(import.meta.dirname, '..')
const committed = join(root, 'language/generated')
const folder = mkdtempSync(join(tmpdir(), 'mig-generated-'))
try {
  for (const file of ['mig.langium', 'langium-config.json']) cpSync(join(root, 'language', file), join(folder, file))
  const langium = join(root, 'node_modules/langium-cli/bin/langium.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [langium, 'generate'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`langium generate failed:\n${stdout}${stderr}`)
  const stale = differences(committed, join(folder, 'generated'))
  for (const file of stale) console.error(`language/generated/${file} is stale; run npm run generate`)
  if (stale.length === 0) console.log('language/generated is fresh')
  process.exitCode = stale.length === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function differences(before: string, after: string): readonly string[] {
  const names = new Set([...readdirSync(before), ...readdirSync(after)])
  return [...names].sort().filter(name => readOr(join(before, name)) !== readOr(join(after, name)))
}

function readOr(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
