import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { GRAMMAR } from '../../../../editors/vscode/grammar/grammar.ts'
import type { Rule } from '../../../../editors/vscode/grammar/rule.ts'

const FILE = resolve(import.meta.dirname, '../../../../editors/vscode/syntaxes/mig.tmLanguage.json')

test('syntaxes/mig.tmLanguage.json is what grammar/ says; npm run extension writes it', () => {
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(JSON.parse(JSON.stringify(GRAMMAR)))
})

test('every rule that is included exists, and every rule is included', () => {
  const included = (rule: Rule): readonly string[] => [
    ...(rule.include === undefined ? [] : [rule.include.slice(1)]),
    ...(rule.patterns ?? []).flatMap(included),
  ]
  const names = new Set([...GRAMMAR.patterns, ...Object.values(GRAMMAR.repository)].flatMap(included))
  expect([...names].sort()).toEqual(Object.keys(GRAMMAR.repository).sort())
})
