import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseText } from '../../../language/parse.ts'
import { readRevision } from '../../../language/revision-text.ts'
import { diagnosticsOf, MAIN, withProject } from '../../language/checks/marked.ts'

interface Snippet {
  readonly prefix: string
  readonly body: readonly string[]
  readonly description: string
}

const FILE = resolve(import.meta.dirname, '../../../editors/vscode/snippets/mig.json')
const SNIPPETS: Readonly<Record<string, Snippet>> = JSON.parse(readFileSync(FILE, 'utf8'))

/** A snippet as it is when every place is left as it was proposed; of several choices the one that is asked for. */
function filled(body: readonly string[], choice = 0): string {
  const values = new Map<string, string>()
  const fill = (text: string): string =>
    text
      .replace(
        /\$\{(\d+)\|([^|]*)\|\}/g,
        (_, __, choices: string) => choices.split(',')[choice] ?? choices.split(',')[0]!,
      )
      .replace(/\$\{(\d+):((?:[^{}]|\{[^{}]*\})*)\}/g, (_, number: string, value: string) => {
        values.set(number, value)
        return value
      })
      .replace(/\$(\d)/g, (_, number: string) => values.get(number) ?? '')
  return fill(body.join('\n'))
}

const OTHERS = `table others {
  id bigint primary
  a  text
  b  text
  unique (a, b)
}
`
const COLUMNS = `  column text
  other  text
  title  text?
`
const MIXIN = 'mixin timestamps {\n  created_at timestamptz default now()\n}\n'
const CITEXT = 'extension citext only postgres\n'

const top = (text: string) => text
const member = (text: string) => `${MIXIN}${OTHERS}table t {\n${COLUMNS}  ${text}\n}\n`
const inTable = (before: string) => (text: string) => `${before}${text.replace(/\n {2}\n/, '\n  title text\n')}`

/** Where each snippet is meant to stand. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  Project: top,
  'Import a file': top,
  'Import by name': top,
  Table: inTable(''),
  Enum: text => `${text.replace(/\n {2}\n/, '\n')}\n`,
  Mixin: inTable(''),
  'Mixin with timestamps': top,
  Type: text => `${CITEXT}${text}\n`,
  View: text => `${text.replace(/\n {2}\n/, '\n')}\n`,
  'View per database': top,
  Trigger: text => `table table {\n  id bigint primary\n}\n${text}`,
  Schema: top,
  Extension: top,
  'Key column': text => `table t {\n  ${text}\n}\n`,
  'UUID key column': text => `table t {\n  ${text}\n}\n`,
  'Foreign key column': text => member(text.replace('bigint ->', 'bigint? ->')),
  'Column for rows that are there': member,
  'Computed column': member,
  Index: member,
  'Unique index': member,
  'Partial index': member,
  'Unique key': member,
  'Primary key': member,
  'Foreign key': member,
  Check: member,
  Include: member,
  'Dropped column': member,
  'Dropped table': top,
  'Removed value': text => `enum e {\n  value\n  ${text}\n}\n`,
  'SQL for each database': text => `table t {\n  id bigint primary\n  at text default ${text}\n}\n`,
  Function: text => `${text}\n`,
  Domain: text => `${text}\n`,
  'Composite type': text => `${text}\n`,
  Sequence: text => `${text}\n`,
  'Materialized view': text => `${OTHERS}${text}\n`,
  Procedure: text => `${OTHERS}${text}\n`,
  Aggregate: text => `${text}\n`,
  'Range type': text => `${text}\n`,
  'Partitioned table': text => `${text}\n`,
  Partition: text => `table logs only postgres partition by range (at) {\n  at timestamptz\n}\n${text}\n`,
  Policy: text => `${OTHERS.replace('  unique', '  row security only postgres\n  unique')}${text}\n`,
  Rule: text => `${OTHERS}${text}\n`,
  Grant: text => `${OTHERS}${text}\n`,
  Object: text => `${text}\n`,
  'SQL step': text => `revision a 'x'\ncreated 2026-01-05T05:30:00Z\n${text}`,
}

const FILES = { [join(MAIN, '../file.mig')]: 'mixin name {\n  a text\n}\n' }

test('every snippet has a place, and a prefix of its own', () => {
  expect(Object.keys(SNIPPETS).sort()).toEqual(Object.keys(PLACES).sort())
  const prefixes = Object.values(SNIPPETS).map(snippet => snippet.prefix)
  expect(new Set(prefixes).size).toBe(prefixes.length)
})

describe.each(Object.entries(SNIPPETS))('%s', (name, { body, description }) => {
  test.each([0, 1, 2, 3])('is right as it is proposed, with choice %i', choice => {
    const text = PLACES[name]!(filled(body, choice))
    expect(text).not.toMatch(/\$[{\d]/)
    expect(parseText(text, 'f').errors).toEqual([])
    if (text.startsWith('revision ')) return expect(readRevision(text, 'r').diagnostics).toEqual([])
    const wrong = diagnosticsOf(withProject(text), FILES).filter(({ severity }) => severity === 'error')
    expect(wrong).toEqual([])
  })

  test('says what it is, and ends where one goes on typing', () => {
    expect(description).toMatch(/^[A-Z][^.]+$/)
    expect(body.join('\n').match(/\$0/g)).toHaveLength(1)
  })
})
