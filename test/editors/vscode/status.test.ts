import { describe, expect, test } from 'vitest'
import { canRunMig } from '../../../editors/vscode/src/mig-program.ts'
import { type ProjectStatus, statusFor, statusText } from '../../../editors/vscode/src/project-status.ts'
import { readTargets } from '../../../editors/vscode/src/read-targets.ts'

const status = (more: Partial<ProjectStatus>): ProjectStatus => ({
  project: 'file:///p/schema.mig',
  state: 'planned',
  steps: 0,
  heads: 1,
  hazards: 0,
  ...more,
})

test.each([
  [{}, '$(check) Mig', 'plain'],
  [{ heads: 0 }, '$(check) Mig', 'plain'],
  [{ steps: 1 }, '$(database) Mig: 1 pending step', 'plain'],
  [{ steps: 3 }, '$(database) Mig: 3 pending steps', 'plain'],
  [{ steps: 3, hazards: 1 }, '$(warning) Mig: 3 pending steps, 1 hazard', 'warning'],
  [{ steps: 1, hazards: 2 }, '$(warning) Mig: 1 pending step, 2 hazards', 'warning'],
  [{ heads: 2, state: 'unreadable past' as const }, '$(git-merge) Mig: 2 heads', 'warning'],
  [{ heads: 3, steps: 2 }, '$(git-merge) Mig: 3 heads', 'warning'],
  [{ state: 'unreadable past' as const }, '$(error) Mig: errors in revisions', 'error'],
  [{ state: 'broken' as const, steps: 4, heads: 2 }, '$(error) Mig: errors', 'error'],
])('%j is `%s`', (more, text, tone) => {
  expect(statusText(status(more))).toMatchObject({ text, tone })
  expect(statusText(status(more)).tooltip).toMatch(/\.$/)
})

describe('the project of a file', () => {
  const root = status({ project: 'file:///p/schema.mig' })
  const inner = status({ project: 'file:///p/api/db/schema.mig' })
  const other = status({ project: 'file:///p/api/db/other.mig' })
  test.each([
    ['file:///p/schema.mig', root],
    ['file:///p/more.mig', root],
    ['file:///p/api/tables.mig', root],
    ['file:///p/api/db/migrations/a/revision.mig', inner],
    ['file:///p/api/db/other.mig', other],
    ['file:///q/schema.mig', undefined],
    [undefined, undefined],
  ])('%s', (file, expected) => expect(statusFor([root, inner, other], file)).toBe(expected))

  test('any file is of the only project', () => {
    expect(statusFor([inner], 'untitled:x')).toBe(inner)
    expect(statusFor([inner], undefined)).toBe(inner)
    expect(statusFor([], undefined)).toBeUndefined()
  })
})

test.each([
  ['22.12.9', false],
  ['20.19.0', false],
  ['22.13.0', true],
  ['22.15.1', true],
  ['24.0.0', true],
])('Node %s: %s', (version, expected) => expect(canRunMig(version)).toBe(expected))

test.each([
  ['project p {\n  targets postgres 14\n}', ['postgres']],
  ['project p {\n  targets sqlite 3.38, postgres 14\n}', ['postgres', 'sqlite']],
  ['project p {\n  targets sqlite, // postgres too\n    postgres 14\n}', ['postgres', 'sqlite']],
  ['project p {\n  targets sqlite // not postgres\n  database postgres env X\n}', ['sqlite']],
  ['project p { targets sqlite }', ['postgres', 'sqlite']],
  ['', ['postgres', 'sqlite']],
])('the targets of %j are %j', (text, targets) => expect(readTargets(text)).toEqual(targets))
