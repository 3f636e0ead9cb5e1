import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import type { Past } from '../../../language/editor/past.ts'
import { readPast } from '../../../language/editor/read-past.ts'
import { PlanFolder } from './plan-folder.ts'

let folder: PlanFolder | undefined
afterEach(() => folder?.remove())

const USERS = 'table users {\n  id int primary\n  mail text\n}\n'
const with_ = (line: string) => USERS.replace('mail text', `mail text\n  ${line}`)

function begin(): { readonly migrations: string; readonly base: string } {
  folder = new PlanFolder(USERS)
  return { migrations: folder.file('migrations'), base: folder.compile() }
}

const columns = (past: Past | undefined) => past?.schema.tables.get('users')?.columns.map(({ name }) => name)
const fileOf = (past: Past | undefined, id: string) => past!.revisions.get(id)!.file

describe('there is no past', () => {
  test('where there is no folder, or nothing in it', () => {
    folder = new PlanFolder(USERS)
    expect(readPast(folder.file('migrations'))).toBeUndefined()
    folder.write('migrations/README.md', 'none yet\n')
    expect(readPast(folder.file('migrations'))).toBeUndefined()
  })

  test('where a revision cannot be read, or stands on one that is not there', () => {
    const { migrations, base } = begin()
    const file = fileOf(readPast(migrations), base)
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('create table', 'creat table'))
    expect(readPast(migrations)).toBeUndefined()
    writeFileSync(file, text.replace(/^(revision \S+ '[^']*')/, '$1 after 0123456789ab'))
    expect(readPast(migrations)).toBeUndefined()
    writeFileSync(file, text)
    expect(columns(readPast(migrations))).toEqual(['id', 'mail'])
  })
})

describe('the folder is read', () => {
  test('once as long as nothing in it changes', () => {
    const { migrations, base } = begin()
    const past = readPast(migrations)
    expect(past?.heads).toEqual([base])
    expect(columns(past)).toEqual(['id', 'mail'])
    expect(readPast(migrations)).toBe(past)
  })

  test('again when a revision is written beside the editor, and only that one is parsed', () => {
    const { migrations, base } = begin()
    const past = readPast(migrations)
    folder!.write('schema.mig', with_('age int?'))
    const next = folder!.compile()
    const now = readPast(migrations)
    expect(now?.heads).toEqual([next])
    expect(columns(now)).toEqual(['id', 'mail', 'age'])
    expect(now?.revisions.get(base)?.revision).toBe(past?.revisions.get(base)?.revision)
  })

  test('again when a revision is edited', () => {
    const { migrations, base } = begin()
    const past = readPast(migrations)
    appendFileSync(fileOf(past, base), '\ncreate table more {\n  id int primary\n}\n')
    expect(readPast(migrations)?.schema.tables.has('more')).toBe(true)
  })

  test('as it is open, where it is', () => {
    const { migrations, base } = begin()
    const file = fileOf(readPast(migrations), base)
    const text = `${readFileSync(file, 'utf8')}\ncreate table typed {\n  id int primary\n}\n`
    expect(readPast(migrations, path => (path === file ? text : undefined))?.schema.tables.has('typed')).toBe(true)
    expect(readPast(migrations)?.schema.tables.has('typed')).toBe(false)
  })
})

describe('several heads', () => {
  const heads = (one: string, other: string) => {
    const { migrations, base } = begin()
    folder!.write('schema.mig', one)
    const first = folder!.compile([base])
    folder!.write('schema.mig', other)
    return { past: () => readPast(migrations), first, second: folder!.compile([base]) }
  }

  test('that go together: the schema holds what all of them made', () => {
    const { past, first, second } = heads(with_('a int?'), with_('b int?'))
    expect(past()?.heads).toEqual([first, second])
    expect(columns(past())).toHaveLength(4)
    expect(new Set(columns(past()))).toEqual(new Set(['id', 'mail', 'a', 'b']))
  })

  test('that do not: the schema is that of the first', () => {
    const { past, first, second } = heads(with_('a int?'), with_('a text?'))
    expect(past()?.heads).toEqual([first, second])
    expect(past()?.schema.tables.get('users')?.columns.at(-1)).toMatchObject({
      name: 'a',
      type: { all: { name: 'int' } },
    })
  })
})
