import { expect, test } from 'vitest'
import { withCommandLinks } from '../../../editors/vscode/src/with-command-links.ts'

test('links to virtual documents become commands, others stay', () => {
  const uri = 'mig-schema:///shop/migrations/a1b2.mig'
  const text = `since [*first*](file:///shop/x.mig#L1) · [schema at a1b2](${uri})`
  const [, command] = /\(command:mig\.open\?([^)]*)\)/.exec(withCommandLinks(text))!
  expect(JSON.parse(decodeURIComponent(command!))).toEqual([uri])
  expect(withCommandLinks(text)).toContain('[*first*](file:///shop/x.mig#L1)')
})
