import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { check as checkCommand } from '../../../cli/commands/check.ts'
import type { Diagnostic } from '../../../language/diagnostic.ts'
import { revisionDiagnostics } from '../../../language/editor/revisions/revision-diagnostics.ts'
import { RevisionProject } from './revision-project.ts'

const USERS = 'table users {\n  id int primary\n}\n'
const NAMED = 'table users {\n  id int primary\n  name text?\n}\n'
const AGED = 'table users {\n  id int primary\n  name int?\n}\n'
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

/** `CODE FILE «the text that is marked»`, as a line, with letters for ids. */
function found(): string[] {
  return revisionDiagnostics(project.check).map(one => {
    const text = project.letters(marked(one)).replace(/[0-9a-f]{64}/, '…')
    return `${one.code} ${project.short(one.file)} «${text}»`
  })
}

function marked({ file, range }: Diagnostic): string {
  let text = project.open.get(file)
  try {
    text ??= readFileSync(file, 'utf8')
  } catch {
    text = ''
  }
  return text.slice(range.start.offset, range.end.offset)
}

/** The codes that the command line gives for what is on disk, without what it says of the schema files. */
async function onCommandLine(): Promise<string[]> {
  const { findings = [] } = await checkCommand.run({ cwd: project.folder, env: {} }, [], {})
  return [...new Set(findings.map(({ code }) => code))].filter(code => code !== 'MIG425').sort()
}

const codes = (lines: readonly string[]) => [...new Set(lines.map(line => line.split(' ')[0]!))].sort()

test('what was just written has no problems', async () => {
  expect(found()).toEqual([])
  expect(await onCommandLine()).toEqual([])
})

describe('each problem stands at its place, with the code that mig check gives it', () => {
  const cases: readonly (readonly [string, () => void, readonly string[]])[] = [
    [
      'a missing parent',
      () => project.edit(b, text => text.replace(`after ${a}`, 'after beefbeef')),
      [`MIG320 b/revision.mig «beefbeef»`],
    ],
    [
      'a missing need',
      () => project.edit(b, text => text.replace('\n\n', '\nneeds nobody\n\n')),
      [`MIG320 b/revision.mig «nobody»`],
    ],
    [
      'an id used twice',
      () => {
        const text = project.text(a)
        project.write(`migrations/20260105_0540_${a}_again/revision.mig`, text)
      },
      [`MIG321 a/revision.mig «a»`, `MIG321 a/revision.mig «a»`],
    ],
    [
      'a cycle',
      () => project.edit(a, text => text.replace("'add users'", `'add users' after ${b}`)),
      [`MIG323 a/revision.mig «b»`, `MIG323 b/revision.mig «a»`],
    ],
    [
      'a round of needs, by a label',
      () => {
        project.edit(b, text => text.replace('\n\n', "\nlabel 'shop'\n\n"))
        project.edit(a, text => text.replace('\n\n', '\nneeds shop\n\n'))
      },
      [`MIG324 a/revision.mig «shop»`, `MIG324 b/revision.mig «a»`],
    ],
    [
      'a label used twice',
      () => {
        for (const id of [a, b]) project.edit(id, text => text.replace('\n\n', "\nlabel 'shop'\n\n"))
      },
      [`MIG325 b/revision.mig «'shop'»`],
    ],
    [
      'a label that is a word',
      () => project.edit(b, text => text.replace('\n\n', "\nlabel 'head'\n\n")),
      [`MIG327 b/revision.mig «'head'»`],
    ],
    [
      'a folder of another name',
      () => renameSync(join(project.file(b), '..'), join(project.migrations, '20260105_0531_beef_other')),
      [`MIG335 20260105_0531_beef_other/revision.mig «b»`],
    ],
    ['a folder without its revision', () => project.remove(b, 'revision.mig'), ['MIG331 20260105_0531_b_add_name «»']],
    ['a file that belongs to nothing', () => project.write('migrations/notes.txt', 'x'), ['MIG330 notes.txt «»']],
    ['SQL that is missing', () => project.remove(b, 'sqlite.down.sql'), [`MIG340 b/revision.mig «b»`]],
    [
      'SQL that was edited by hand',
      () => project.edit(b, text => text.replace('alter table', 'ALTER TABLE'), 'postgres.up.sql'),
      [`MIG341 b/postgres.up.sql «-- mig: sha-256 …»`],
    ],
    [
      'SQL of another direction',
      () => writeFileSync(project.file(b, 'postgres.up.sql'), project.text(b, 'postgres.down.sql')),
      [`MIG343 b/postgres.up.sql «-- mig: revision b»`],
    ],
    [
      'a revision that was edited',
      () => project.edit(b, text => text.replace('name text?', 'name varchar(20)?')),
      ['MIG342 b/postgres.up.sql «-- mig: source …»', 'MIG342 b/sqlite.up.sql «-- mig: source …»'],
    ],
    [
      'a step that does not fit',
      () => project.edit(b, text => `${text}\nrename column users.nick to label\n`),
      [`MIG310 b/revision.mig «rename column users.nick to label»`],
    ],
    [
      'a drop of less than there is',
      () => {
        project.compile(NAMED + LEGACY, 'legacy')
        const c = project.compile(`${NAMED}dropped table legacy\n`, 'drop')
        project.edit(c, text => text.replace(/ *note +text\?\n/, ''))
      },
      ['MIG310 d/revision.mig «drop table legacy»'],
    ],
    [
      'a drop without its whole value',
      () => project.edit(b, text => `${text}\ndrop table users\n`),
      [`MIG101 b/revision.mig «»`],
    ],
    [
      'a step that cannot be undone',
      () => {
        project.edit(b, text => `${text}\nsql 'tidy' {\n  up   \`select 1\`\n  down none 'gone'\n}\n`)
        for (const name of ['postgres.up.sql', 'postgres.down.sql', 'sqlite.up.sql', 'sqlite.down.sql'])
          project.edit(b, text => text.replace(/^-- mig: renderer .*$/m, '-- mig: renderer 0'), name)
      },
      [`MIG344 b/revision.mig «down none 'gone'»`],
    ],
    [
      'a text that cannot be read, which others stand on',
      () => {
        project.compile(NAMED + LEGACY, 'legacy')
        project.edit(b, text => text.replace('column users: ', 'column users '))
      },
      ['MIG101 b/revision.mig «name»'],
    ],
    [
      'two heads',
      () => void project.compile(`${USERS}${LEGACY}`, 'legacy', a),
      [`MIG300 b/revision.mig «b»`, 'MIG300 c/revision.mig «c»'],
    ],
  ]

  test.each(cases)('%s', async (_, spoil, expected) => {
    spoil()
    const said = found()
    expect(said).toEqual(expected)
    expect(codes(said)).toEqual(await onCommandLine())
  })
})

describe('while somebody types', () => {
  test('a text that is open counts, not that of the disk', () => {
    project.type(b, text => text.replace(`after ${a}`, 'after beef'))
    expect(found()).toEqual(['MIG320 b/revision.mig «beef»'])
    project.open.clear()
    expect(found()).toEqual([])
  })

  test('SQL that is open counts too', () => {
    project.type(b, text => `${text}-- more\n`, 'postgres.up.sql')
    expect(found()).toEqual(['MIG341 b/postgres.up.sql «-- mig: sha-256 …»'])
  })

  test('a problem of SQL stands in the revision where only that is open', () => {
    project.type(b, text => text.replace('name text?', 'name int?'))
    const both = ['postgres.up.sql', 'sqlite.up.sql']
    const inSql = both.map(name => `MIG342 b/${name} «-- mig: source …»`)
    expect(found()).toEqual([inSql[0], 'MIG342 b/revision.mig «b»', inSql[1], 'MIG342 b/revision.mig «b»'])
    const [, said] = revisionDiagnostics(project.check)
    expect(said!.message).toMatch(/^postgres\.up\.sql: /)
    expect(said!.data).toEqual({ files: ['postgres.up.sql'], derived: true })
    for (const name of both) project.type(b, text => text, name)
    expect(found()).toEqual(inSql)
  })

  test('an edit that changes no SQL is noted', () => {
    project.type(b, text => `${text}\n// a remark\n`)
    expect(found()).toEqual(['MIG346 b/revision.mig «b»'])
    expect(revisionDiagnostics(project.check)[0]!.severity).toBe('info')
  })

  test('at every prefix of a revision there is an answer', () => {
    const text = project.text(b)
    for (let end = 0; end <= text.length; end += 3) {
      project.open.set(project.file(b), text.slice(0, end))
      for (const { file, range } of revisionDiagnostics(project.check)) {
        expect(file.startsWith(project.migrations)).toBe(true)
        expect(range.end.offset).toBeGreaterThanOrEqual(range.start.offset)
      }
    }
  })
})

describe('two heads', () => {
  test('that do not go together are told at the steps of both', () => {
    project.compile(AGED, 'add another name', a)
    expect(found()).toEqual([
      'MIG300 b/revision.mig «b»',
      'MIG300 c/revision.mig «c»',
      'MIG350 c/revision.mig «add column users: name int?»',
      'MIG350 b/revision.mig «add column users: name text?»',
    ])
    const conflict = revisionDiagnostics(project.check).find(({ code }) => code === 'MIG350')!
    expect(project.letters(conflict.message)).toBe(
      'Revisions b and c both change users.name: after b (add column users.name), c (add column users.name) does not fit. Column users.name is there already.',
    )
    expect(project.letters(conflict.remedy)).toContain('mig merge --rebase c')
  })
})
