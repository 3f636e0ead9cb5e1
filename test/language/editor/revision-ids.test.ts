import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MarkupContent } from 'vscode-languageserver-types'
import type { Place } from '../../../language/editor/place.ts'
import { headerWords } from '../../../language/editor/revisions/header-words.ts'
import { knownRevisions } from '../../../language/editor/revisions/known-revisions.ts'
import { revisionDefinition, revisionFileOf } from '../../../language/editor/revisions/revision-definition.ts'
import { revisionHover } from '../../../language/editor/revisions/revision-hover.ts'
import { revisionSymbols } from '../../../language/editor/revisions/revision-symbols.ts'
import { parseText } from '../../../language/parse.ts'
import { RevisionProject } from './revision-project.ts'

const USERS = 'table users {\n  id int primary\n}\n'
const NAMED = 'table users {\n  id int primary\n  name text?\n}\n'
const LEGACY = 'table legacy {\n  id int primary\n  note text?\n}\n'

let project: RevisionProject
let a: string
let b: string

beforeEach(() => {
  project = new RevisionProject()
  a = project.compile(USERS, 'add users')
  b = project.compile(NAMED, 'add name')
})

afterEach(() => project.end())

describe('an id in a revision', () => {
  /** The place of the cursor, which stands behind a piece of the text of a revision. */
  function at(id: string, before: string): Place {
    const parsed = parseText(project.open.get(project.file(id)) ?? project.text(id), project.file(id))
    return { model: project.model, parsed, offset: parsed.text.indexOf(before) + before.length }
  }

  const hover = (place: Place) => {
    const found = revisionHover(place, project.openText)
    return found === null ? null : project.letters((found.contents as MarkupContent).value)
  }
  const uri = (id: string) => project.letters(`file://${project.file(id)}`)
  const schema = (letter: string) => `mig-schema://${project.migrations}/${letter}.mig`

  test('a parent says what it is and does', () => {
    expect(hover(at(b, `after ${a.slice(0, 3)}`))).toBe(
      `**add users** · \`a\`

created 2026-01-05 05:30:00 UTC · the first

- create table users

[revision.mig](${uri(a)}) · [schema before](${schema('base')}) · [schema after](${schema('a')})`,
    )
  })

  test('what a step is about says what it is today, and its time', () => {
    const c = project.compile('table users {\n  id int primary\n  label text? was name\n}\n', 'label')
    const since = (letter: string) => `since [*${letter === 'a' ? 'add users' : 'add name'}*]`
    expect(hover(at(b, 'add column us'))).toContain('table users')
    expect(hover(at(b, 'add column us'))).toContain(since('a'))
    for (const before of ['rename column users.na', 'to la']) {
      expect(hover(at(c, before))).toContain('users.label text?')
      expect(hover(at(c, before))).toContain('renamed from `name` in [*label*]')
    }
    expect(hover(at(b, 'users: na'))).toBeNull()
    expect(hover(at(a, 'create ta'))).toBeNull()
    expect(hover(at(a, 'create table us'))).toContain('create table users')
  })

  test('the own id says where it stands, and what the steps lose', () => {
    const c = project.compile(`${USERS}table other {\n  id int primary\n}\ndropped table users\n`, 'make *room*')
    expect(hover(at(c, 'revision '))).toContain(`**make \\*room\\*** · \`c\`

created 2026-01-05 05:32:00 UTC · after [\`b\`](${uri(b)})

The head.

- `)
    const d = project.compile('table other {\n  id int primary\n}\ndropped table users\n', 'drop users')
    expect(hover(at(d, 'revision '))).toContain('- drop table users — **loses** all rows of users')
  })

  test('labels, needs, what is allowed, heads and branch points', () => {
    project.edit(b, text => text.replace('\n\n', "\nlabel 'shop'\nallow MIG204 users.name 'is empty'\n\n"))
    const c = project.compile(`${USERS}${LEGACY}`, 'legacy', a)
    project.edit(c, text => text.replace('\n\n', '\nneeds shop\n\n'))
    expect(hover(at(c, 'needs sh'))).toContain('label `shop`')
    expect(hover(at(c, 'needs sh'))).toContain('One of 2 heads.')
    expect(hover(at(c, 'needs sh'))).toContain('Allows MIG204 `users.name`: is empty')
    expect(hover(at(c, 'revision '))).toContain(`needs [\`shop\`](${uri(b)})`)
    expect(hover(at(c, 'after '))).toContain('A branch point: `b` and `c` stand on it.')
  })

  test.each<[string, (text: string) => string, string]>([
    ['a remark', text => `${text}// more\n`, 'Edited after its SQL was rendered.'],
    ['steps', text => text.replace('name text', 'name int'), 'Edited after its SQL was rendered.'],
  ])('an edit of %s shows', (_, change, said) => {
    expect(hover(at(b, 'revision '))).not.toContain(said)
    project.type(b, change)
    expect(hover(at(b, 'revision '))).toContain(said)
  })

  test('an id that no revision has, and the one that is probably meant', () => {
    project.type(b, text => text.replace(`after ${a}`, `after ${a.slice(0, -1)}`))
    expect(hover(at(b, 'after '))).toBe(`There is no revision \`${a.slice(0, -1)}\`. Did you mean \`a\`?`)
  })

  test('steps that cannot be read do not hide the rest', () => {
    project.type(a, text => text.replace('create table', 'creat table'))
    expect(hover(at(b, 'after '))).toContain('**add users** · `a`')
    expect(hover(at(b, 'after '))).toContain('Its steps cannot be read.')
  })

  test.each([
    ['the message', "'add n"],
    ['a step', 'add col'],
    ['the time', 'created 20'],
  ])('%s is none', (_, before) => {
    expect(hover(at(b, before))).toBeNull()
    expect(revisionDefinition(at(b, before))).toBeNull()
  })

  test('leads to the file of the revision', () => {
    expect(revisionDefinition(at(b, 'after '))).toEqual({
      uri: `file://${project.file(a)}`,
      range: { start: { line: 0, character: 9 }, end: { line: 0, character: 9 + a.length } },
    })
    expect(revisionFileOf(knownRevisions(project.model), b)).toBe(project.file(b))
    expect(revisionFileOf(knownRevisions(project.model), 'beef')).toBeUndefined()
  })

  test('at every prefix of a revision, and every place in it, there is an answer', () => {
    const text = project.text(b)
    for (let end = 0; end <= text.length; end += 5) {
      project.open.set(project.file(b), text.slice(0, end))
      const parsed = parseText(text.slice(0, end), project.file(b))
      for (const offset of [0, end >> 1, end]) {
        const place = { model: project.model, parsed, offset }
        expect(() => [
          revisionHover(place, project.openText),
          revisionDefinition(place, project.openText),
        ]).not.toThrow()
      }
      expect(Array.isArray(revisionSymbols(parsed))).toBe(true)
    }
  })
})

describe('the ids at the top', () => {
  test.each([
    [
      "revision 123abc 'x' after 1, a2\n// c\nlabel 'shop/x'\nneeds a,\n b, 12e5\n",
      'own 123abc, parent 1, parent a2, label shop/x, need a, need b, need 12e5',
    ],
    ["revision a 'it''s after' after", 'own a'],
    ["revision after 'after' after after, after", 'own after, parent after, parent after'],
    ["revision 12 'x", 'own 12'],
    ['revision', ''],
    ['', ''],
    ["\ufeffrevision a 'x'", 'own a'],
    ["revision a 'x' after b c", 'own a, parent b'],
    ["revision a 'x'\ncreate table t {\n  needs int\n}\n", 'own a'],
    ['table t {\n  needs int\n  label text\n}\n', ''],
  ])('%j: %s', (text, expected) => {
    const words = headerWords(text)
    expect(words.map(word => `${word.role} ${word.text}`).join(', ')).toBe(expected)
    for (const { role, text: said, start, end } of words)
      expect(text.slice(start, end)).toBe(role === 'label' ? `'${said}'` : said)
  })

  test('a schema file has none, at any prefix', () => {
    const shop = readFileSync(resolve(import.meta.dirname, '../shop.mig'), 'utf8')
    for (let end = 0; end <= shop.length; end += 7) expect(headerWords(shop.slice(0, end))).toEqual([])
  })
})

test('the outline of a revision', () => {
  const text = `revision abcd 'tidy up' after b
created 2026-01-05T05:30:00Z

create table users {
  id int primary
}
rename column users.a to b
alter column users: b text to b text?
drop view v = \`select 1\`
sql 'seed' {
  up   \`select 1\`
  down none ''
}
add index users
`
  const shown = revisionSymbols(parseText(text, '/m/x/revision.mig')).map(
    ({ name, detail, kind, range }) =>
      `${kind} ${name}${detail ? ` (${detail})` : ''} ${range.start.line}-${range.end.line}`,
  )
  expect(shown).toEqual([
    '4 tidy up (abcd) 0-0',
    '5 create table users 3-5',
    '8 rename column users.a to b 6-6',
    '8 alter column users: b text to b text? 7-7',
    '5 drop view v 8-8',
    "12 sql 'seed' 9-12",
    '18 add index users 13-13',
  ])
})
