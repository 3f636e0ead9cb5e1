import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CodeAction } from 'vscode-languageserver-types'
import { compile as compileCommand } from '../../../cli/commands/compile.ts'
import { merge as mergeCommand } from '../../../cli/commands/merge.ts'
import { revisionActions } from '../../../language/editor/revisions/revision-actions.ts'
import { revisionDiagnostics } from '../../../language/editor/revisions/revision-diagnostics.ts'
import { checkHistory } from '../../../language/planning/check-history.ts'
import { applyEdit } from './apply-edit.ts'
import { RevisionProject } from './revision-project.ts'

const USERS = 'table users {\n  id int primary\n}\n'
const NAMED = 'table users {\n  id int primary\n  name text?\n}\n'
const NOW = '2026-02-01T10:00:00Z'

let project: RevisionProject
let a: string
let b: string

beforeEach(() => {
  project = new RevisionProject()
  a = project.compile(USERS, 'add users')
  b = project.compile(NAMED, 'add name')
})

afterEach(() => project.end())

function actions(code?: string): CodeAction[] {
  const found = revisionDiagnostics(project.check).filter(one => code === undefined || one.code === code)
  return revisionActions({ loaded: () => project.load(), openText: project.openText, created: NOW }, found)
}

const titles = () => actions().map(({ title }) => project.letters(title))

function take(title: string | RegExp): void {
  const found = actions().find(action => project.letters(action.title).match(title))
  if (found === undefined) throw new Error(`${title} is not among ${titles().join(', ')}`)
  applyEdit(found.edit!, project.open)
}

/** What `mig check` says of the revisions on disk. */
function problems(): string[] {
  const { history, path, targets } = project.check
  return checkHistory(history, path, targets).map(({ code, message }) => `${code} ${project.letters(message)}`)
}

/** All files below the migrations folder with their texts. */
function files(folder = project.migrations): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = names.map(entry => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(paths.map(path => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
}

/** What a command makes of the project as it is, in a copy of it. */
async function onCommandLine(run: (cwd: string) => unknown): Promise<Record<string, string>> {
  const copy = `${project.folder}-copy`
  cpSync(project.folder, copy, { recursive: true })
  try {
    await run(copy)
    return files(join(copy, 'migrations'))
  } finally {
    rmSync(copy, { recursive: true })
  }
}

const env = { MIG_NOW: NOW }

describe('two heads', () => {
  test.each([
    [
      'that touch different things',
      `${USERS}table other {\n  id int primary\n}\n`,
      `${NAMED}table other {\n  id int primary\n}\n`,
    ],
    [
      'that both index a column: the files decide',
      'table users {\n  id int primary\n  index one (id)\n}\n',
      'table users {\n  id int primary\n  name text?\n  index two (id)\n}\n',
    ],
  ])('%s: the merge is what mig merge writes', async (_, other, after) => {
    project.compile(other, 'the other', a)
    project.schema(after)
    const wanted = await onCommandLine(cwd => mergeCommand.run({ cwd, env }, [], {}))
    expect(problems().map(line => line.slice(0, 6))).toEqual(['MIG300'])
    expect(titles()).toEqual(['Create a revision that merges b and c'])
    take(/^Create/)
    expect(files()).toEqual(wanted)
    expect(problems()).toEqual([])
  })

  test('that do not go together: no merge is offered', () => {
    project.compile('table users {\n  id int primary\n  name int?\n}\n', 'the other', a)
    expect(actions('MIG300')).toEqual([])
  })

  test('whose merge follows schema files with errors: no merge is offered', () => {
    project.compile('table users {\n  id int primary\n  age int?\n}\n', 'the other', a)
    expect(titles()).toEqual(['Create a revision that merges b and c'])
    project.schema('table users {\n  id nothing primary\n}\n')
    expect(titles()).toEqual([])
  })
})

describe('SQL that its steps no longer give', () => {
  test('is rendered again as mig compile renders it', async () => {
    project.edit(b, text => text.replace('name text?', 'name varchar(40)?'))
    project.schema('table users {\n  id int primary\n  name varchar(40)?\n}\n')
    const wanted = await onCommandLine(cwd => compileCommand.run({ cwd, env }, [], {}))
    expect(wanted).not.toEqual(files())
    expect(titles()).toEqual(['Render the SQL of revision b again'])
    take(/^Render/)
    expect(files()).toEqual(wanted)
    expect(problems()).toEqual([])
  })

  test.each([['sqlite.down.sql'], ['postgres.up.sql', 'postgres.down.sql']])(
    'is rendered where it is missing: %s',
    async (...names) => {
      const before = files()
      for (const name of names) project.remove(b, name)
      expect(titles()).toEqual(['Render the SQL that revision b lacks'])
      take(/^Render/)
      expect(files()).toEqual(before)
    },
  )

  test('is rendered from the text that is open', () => {
    project.type(b, text => text.replace('name text?', 'name varchar(40)?'))
    expect(problems().map(line => line.slice(0, 6))).toEqual(['MIG342', 'MIG342'])
    const [action] = actions()
    writeFileSync(project.file(b), project.open.get(project.file(b))!)
    applyEdit(action!.edit!, project.open)
    expect(problems()).toEqual([])
  })

  test('takes away what was changed by hand only where that is asked for', () => {
    const before = files()
    project.edit(b, text => text.replace('alter table', 'ALTER TABLE'), 'postgres.up.sql')
    const [action, ...others] = actions()
    expect(others).toEqual([])
    expect(action!.title).toBe('Take away what was changed by hand: render postgres.up.sql again')
    expect(action!.isPreferred).toBeUndefined()
    take(/^Take away/)
    expect(files()).toEqual(before)
  })

  test('leaves alone what was changed by hand where other SQL is stale', () => {
    project.edit(b, text => text.replace('alter table', 'ALTER TABLE'), 'postgres.up.sql')
    const byHand = project.text(b, 'postgres.up.sql')
    project.edit(b, text => text.replace('name text?', 'name varchar(40)?'))
    take(/^Render/)
    expect(project.text(b, 'postgres.up.sql')).toBe(byHand)
    expect(problems().map(line => line.slice(0, 6))).toEqual(['MIG341'])
  })

  test('says where it comes from after an edit that changes no SQL', () => {
    project.type(b, text => `${text}\n// a remark\n`)
    const [action] = actions('MIG346')
    writeFileSync(project.file(b), project.open.get(project.file(b))!)
    applyEdit(action!.edit!)
    expect(revisionDiagnostics(project.check)).toEqual([])
  })

  test('waits for a step that is still to be filled in', () => {
    project.edit(b, text => `${text}\nsql 'fill' {\n  up   \`\`\n  down none ''\n}\n`)
    expect(titles()).toEqual([])
  })

  test('is not rendered where something else cannot be read', () => {
    project.remove(b, 'sqlite.down.sql')
    project.edit(a, text => text.replace('create table', 'creat table'))
    expect(titles().filter(title => title.startsWith('Render'))).toEqual([])
  })
})

describe('a parent that is not there', () => {
  const spoil = (word: string) => project.edit(b, text => text.replace(`after ${a}`, `after ${word}`))

  test.each([
    ['the beginning of an id', () => a.slice(0, 6)],
    ['a slip of the finger', () => `${a.slice(0, 5)}${a[6]}${a[5]}${a.slice(7)}`],
    ['another id: the last head before', () => 'beefbeefbeef'],
  ])('%s', (_, word) => {
    spoil(word())
    expect(problems().map(line => line.slice(0, 6))).toEqual(['MIG320'])
    expect(titles()).toHaveLength(1)
    take(/^Change `\w+` to `a` \(add users\)$/)
    expect(problems()).toEqual([])
  })

  test('is surely meant only where it is close', () => {
    spoil('beefbeefbeef')
    expect(actions()[0]!.isPreferred).toBeUndefined()
    project.edit(b, text => text.replace('beefbeefbeef', a.slice(0, 8)))
    expect(actions()[0]!.isPreferred).toBe(true)
  })

  test('is never the revision itself, nor one that stands on it', () => {
    const c = project.compile(`${NAMED}table other {\n  id int primary\n}\n`, 'other')
    project.edit(a, text => text.replace("'add users'", `'add users' after ${c.slice(0, 11)}x`))
    expect(titles()).toEqual([])
  })

  test('a need', () => {
    project.edit(b, text => text.replace(` after ${a}`, '').replace('\n\n', `\nneeds ${a.slice(0, 7)}\n\n`))
    take(/^Change/)
    expect(project.text(b)).toContain(`needs ${a}\n`)
  })
})

test('a folder gets the name of its revision', () => {
  const before = files()
  renameSync(join(project.file(b), '..'), join(project.migrations, '20260105_0531_beef_other'))
  take(/^Rename the folder to/)
  expect(files()).toEqual(before)
  expect(problems()).toEqual([])
})

describe('a drop that lacks its whole value', () => {
  const ALL = `enum mood {
  sad
  ok
}
/// Who buys.
table clients {
  id    int primary
  email varchar(90) default 'a' unique
  mood  mood
  age   int?
  index by_age (age) where \`age > 3\`
  check adult \`age > 17\`
}
view old = \`select id from clients\`
`
  let c: string
  beforeEach(() => {
    c = project.compile(NAMED + ALL, 'clients')
  })

  /** Makes a revision that drops what a text leaves out, then writes one of its steps as somebody in a hurry would. */
  function hurry(left: string, whole: RegExp, written: string): string {
    const id = project.compile(left, 'drop')
    const text = project.text(id)
    expect(text).toMatch(whole)
    project.edit(id, one => one.replace(whole, written))
    return text
  }

  const without = (line: string) => NAMED + ALL.replace(line, '')
  const KEPT = NAMED

  test.each<[string, string, RegExp, string]>([
    [
      'a table',
      `${KEPT}dropped table clients\ndropped view old\ndropped enum mood\n`,
      /\/\/\/ Who buys\.\ndrop table clients \{[^}]*\}/,
      'drop table clients',
    ],
    [
      'an enum',
      `${KEPT}dropped table clients\ndropped view old\ndropped enum mood\n`,
      /drop enum mood \{[^}]*\}/,
      'drop enum mood',
    ],
    [
      'a view',
      `${KEPT}dropped table clients\ndropped view old\ndropped enum mood\n`,
      /drop view old = .*/,
      'drop view old',
    ],
    [
      'a column',
      without('  age   int?\n')
        .replace(/ {2}(?:index|check) .*\n/g, '')
        .replace('mood\n}', 'mood\n  dropped age\n}'),
      /drop column clients: age.*/,
      'drop column clients: age',
    ],
    [
      'a column by its path',
      without('  age   int?\n').replace(/ {2}(?:index|check) .*\n/g, ''),
      /drop column clients: age.*/,
      'drop column clients.age',
    ],
    [
      'an index',
      without('  index by_age (age) where `age > 3`\n'),
      /drop index clients: index by_age.*/,
      'drop index clients: by_age',
    ],
    [
      'a constraint',
      without('  check adult `age > 17`\n'),
      /drop constraint clients: check adult.*/,
      'drop constraint clients.adult',
    ],
    [
      'a key',
      without(' unique'),
      /drop constraint clients: unique.*/,
      'drop constraint clients: unique clients_email_key',
    ],
  ])('%s', (_, left, whole, written) => {
    hurry(left, whole, written)
    expect(problems().map(line => line.slice(0, 6))).toEqual(['MIG101'])
    take(/^Write all of what is there/)
    expect(problems()).toEqual([])
  })

  test('a table that lacks a column, with what documents it', () => {
    const text = hurry(
      `${KEPT}dropped table clients\ndropped view old\ndropped enum mood\n`,
      /\/\/\/ Who buys\.\ndrop table clients \{[^}]*\}/,
      '/// Who sells.\ndrop table clients {\n  id int primary\n}',
    )
    expect(problems().map(line => line.slice(0, 6))).toContain('MIG310')
    take(/^Write all of what is there: drop table clients$/)
    expect(problems()).toEqual([])
    expect(text).toContain('/// Who buys.')
  })

  test('an alteration of what is not as it says', () => {
    const id = project.compile((NAMED + ALL).replace('varchar(90)', 'varchar(99)'), 'longer')
    project.edit(id, text => text.replace('varchar(90)', 'varchar(80)'))
    expect(problems().map(line => line.slice(0, 6))).toContain('MIG310')
    take(/^Write all of what is there: alter column clients.email$/)
    expect(problems()).toEqual([])
  })

  test('nothing is offered for what is not there', () => {
    project.edit(c, text => `${text}\ndrop table nobody\n`)
    expect(titles()).toEqual([])
  })
})
