import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const FOLDER = resolve(import.meta.dirname, '../../docs/editors')
const PAGES = globSync('*.md', { cwd: FOLDER }).sort()
const read = (page: string) => readFileSync(join(FOLDER, page), 'utf8')

test('the first page leads to all others', () => {
  const links = [...read('README.md').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, page]) => page!)
  expect([...new Set(links)].sort()).toEqual(PAGES.filter(page => page !== 'README.md'))
})

describe.each(PAGES.filter(page => !['README.md', 'vscode.md'].includes(page)))('%s', page => {
  const text = read(page)

  test('starts the server as it wants to be started', () => {
    const started = text.match(/lsp\\?["']?(?:\.to_string\(\))?,? \\?["']?--stdio/g) ?? []
    expect(started.length).toBeGreaterThan(0)
  })

  test('calls the language what the server calls it', () => {
    expect(text).toMatch(/["']mig["']/)
  })
})

test.each(PAGES)('%s has JSON that is JSON', page => {
  for (const [, block] of read(page).matchAll(/^```json\n([\s\S]*?)^```/gm))
    expect(() => JSON.parse(block!)).not.toThrow()
})
