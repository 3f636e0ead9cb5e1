import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { completion } from '../../../language/editor/completion/completion.ts'
import { findCompletion } from '../../../language/editor/completion/find-completion.ts'
import { ProjectModel } from '../../../language/editor/project-model.ts'
import { loadProject } from '../../../language/load.ts'
import { complete, expectLabels, halfTyped, labels } from './complete.ts'
import { CASES, WORLD } from './completion-cases.ts'
import { marked } from './marked.ts'

describe.each(Object.entries(CASES))('completion of %s', (_, cases) => {
  test.each(cases)('%j', (text, expected) => {
    expectLabels(labels(complete(WORLD + text)), expected)
    for (const half of halfTyped(WORLD + text)) expectLabels(labels(complete(half)), expected)
  })
})

describe('everywhere', () => {
  const shop = readFileSync(new URL('../shop.mig', import.meta.url), 'utf8')
  const history = readFileSync(new URL('../history.mig', import.meta.url), 'utf8')

  test.each([
    ['shop.mig', shop],
    ['history.mig', history],
  ])('every prefix of %s has a list', (_, whole) => {
    const known = marked(`${shop}<>`).model
    for (let end = 0; end <= whole.length; end += 7) {
      const text = whole.slice(0, end)
      const loaded = loadProject('/project/schema.mig', path => (path === '/project/schema.mig' ? text : undefined))
      const parsed = loaded.files[0]!.parsed
      for (const model of [known, new ProjectModel(loaded, () => undefined)]) {
        const { items } = findCompletion({ model, parsed, offset: end }, { snippets: true })
        expect(items.length).toBeLessThan(200)
        expect(new Set(items.map(item => item.label)).size).toBe(items.length)
      }
    }
  })

  test('every place of a whole file has a list', () => {
    const { model, place } = marked(`${shop}<>`)
    for (let offset = 0; offset <= shop.length; offset += 5) {
      const { items } = findCompletion({ model, parsed: place.parsed, offset }, { snippets: true })
      expect(items.length).toBeLessThan(200)
    }
  })

  test('a place that nothing can be said about is an empty list, not an exception', () => {
    const { model, place } = marked('<>')
    const broken = { ...place.parsed, ast: undefined } as unknown as typeof place.parsed
    expect(completion({ model, parsed: broken, offset: 0 }, { snippets: true })).toEqual({
      isIncomplete: false,
      items: [],
    })
  })
})
