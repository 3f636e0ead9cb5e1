import { describe, expect, it } from 'vitest'
import { checkMigrations } from '../../../compiler/revisions/check.ts'
import type { Revision } from '../../../compiler/revisions/revision.ts'
import { printSqlFile } from '../../../compiler/revisions/sql-file.ts'
import type { Direction, History, StoredRevision } from '../../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { column, nullable, qname, table } from '../../build.ts'
import { revision } from './revision.ts'

const createUsers: Step = { kind: 'create table', table: table('users', [column('id', 'int')]) }
const addName: Step = { kind: 'add column', table: qname('users'), column: nullable('name') }
const addAge: Step = { kind: 'add column', table: qname('users'), column: nullable('age', 'int') }

/** SQL that stands for the steps: their kinds, and how many tables there are before and after. */
function print(
  { id, parents, message, steps }: Revision,
  dialect: DialectName,
  direction: Direction,
  renderer = '1',
): string {
  const statements = steps.map((step, at) => ({
    sql: `select '${step.kind} ${at}'`,
    about: step.kind,
    transaction: true,
  }))
  return printSqlFile({ id, parents, message, dialect, direction, renderer }, statements)
}

function stored(
  one: Revision,
  change: (name: string, text: string) => string | undefined = (_name, text) => text,
): StoredRevision {
  return {
    revision: one,
    folder: `f_${one.id}`,
    file: `migrations/f_${one.id}/revision.mig`,
    stepLines: one.steps.map((_step, at) => at + 4),
    sql: (dialect, direction) => change(`${dialect}.${direction}.sql`, print(one, dialect, direction)),
  }
}

function check(...revisions: readonly StoredRevision[]) {
  const history: History = { revisions, problems: [] }
  return checkMigrations({
    history,
    path: 'migrations',
    targets: ['postgres', 'sqlite'],
    renderer: '1',
    render: (one, _before, _after, dialect, direction) => print(one.revision, dialect, direction),
  }).map(({ code, severity, file, line }) => ({ code, severity, file, ...(line === undefined ? {} : { line }) }))
}

const first = revision('a', [], [createUsers])
const second = revision('b', ['a'], [addName])

describe('a revision whose text is wrong below its head', () => {
  const problem = { code: 'MIG101', severity: 'error', message: '', remedy: '', file: 'b', line: 4 } as const
  const { steps: _, ...head } = second
  const history = (...revisions: readonly StoredRevision[]): History => ({
    revisions,
    problems: [problem],
    unread: [{ head, file: 'migrations/f_b/revision.mig' }],
  })
  const found = (given: History) =>
    checkMigrations({
      history: given,
      path: 'migrations',
      targets: ['postgres'],
      renderer: '1',
      render: (one, _before, _after, dialect, direction) => print(one.revision, dialect, direction),
    }).map(({ code, file }) => `${code} ${file}`)
  const third = revision('c', ['b'], [addAge])

  it('is not missed by those that stand on it', () => {
    expect(found(history(stored(first), stored(third)))).toEqual(['MIG101 b'])
  })

  it('does not hide what is wrong with others', () => {
    const gone = stored(first, (name, text) => (name === 'postgres.up.sql' ? undefined : text))
    expect(found(history(gone, stored(third)))).toEqual(['MIG101 b', 'MIG340 migrations/f_a/postgres.up.sql'])
  })

  it('has its place in the graph', () => {
    expect(found(history(stored(third)))).toEqual(['MIG101 b', 'MIG320 migrations/f_b/revision.mig'])
  })
})

describe('checking migrations', () => {
  it('finds nothing in what was just written', () => {
    expect(check(stored(first), stored(second))).toEqual([])
    expect(check()).toEqual([])
  })

  it('finds SQL that is missing for a target', () => {
    expect(check(stored(first, (name, text) => (name === 'sqlite.down.sql' ? undefined : text)))).toEqual([
      { code: 'MIG340', severity: 'error', file: 'migrations/f_a/sqlite.down.sql' },
    ])
  })

  it('finds SQL that was edited by hand', () => {
    const edit = (name: string, text: string) => (name === 'postgres.up.sql' ? text.replace('select', 'SELECT') : text)
    expect(check(stored(first, edit))).toEqual([
      { code: 'MIG341', severity: 'error', file: 'migrations/f_a/postgres.up.sql', line: 1 },
    ])
  })

  it('finds SQL that its steps no longer give, unless another version rendered it', () => {
    const old = (renderer: string) => (name: string, text: string) =>
      name === 'postgres.up.sql' ? print({ ...first, steps: [createUsers, addName] }, 'postgres', 'up', renderer) : text
    expect(check(stored(first, old('1')))).toEqual([
      { code: 'MIG342', severity: 'error', file: 'migrations/f_a/postgres.up.sql', line: 1 },
    ])
    expect(check(stored(first, old('0')))).toEqual([])
  })

  it('finds SQL of another revision, direction or database', () => {
    const other = { code: 'MIG343', severity: 'error', file: 'migrations/f_a/postgres.up.sql', line: 1 }
    const swap = (text: string) => (name: string, own: string) => (name === 'postgres.up.sql' ? text : own)
    expect(check(stored(first, swap(print(second, 'postgres', 'up'))))).toEqual([other])
    expect(check(stored(first, swap(print(first, 'postgres', 'down'))))).toEqual([other])
    expect(check(stored(first, swap(print({ ...first, parents: ['z'] }, 'postgres', 'up'))))).toEqual([other])
  })

  it('finds steps that no longer fold, with their line, and goes on with the files', () => {
    const broken = revision('b', ['a'], [addName, addName])
    const child = revision('c', ['b'], [addAge])
    const missing = stored(child, (name, text) => (name === 'postgres.up.sql' ? undefined : text))
    expect(check(stored(first), stored(broken), missing)).toEqual([
      { code: 'MIG310', severity: 'error', file: 'migrations/f_b/revision.mig', line: 5 },
      { code: 'MIG340', severity: 'error', file: 'migrations/f_c/postgres.up.sql' },
    ])
  })

  it('does not mind an id that is not the sum of the contents', () => {
    expect(check(stored(revision('anything_at_all', [], [createUsers], { message: 'edited later' })))).toEqual([])
  })

  it('finds two heads, and folds each on its own', () => {
    const third = revision('c', ['a'], [addAge])
    expect(check(stored(first), stored(second), stored(third))).toEqual([
      { code: 'MIG300', severity: 'error', file: 'migrations' },
    ])
    expect(check(stored(first), stored(second), stored(third), stored(revision('d', ['b', 'c'], [])))).toEqual([])
  })

  it('finds revisions that do not hang together', () => {
    expect(check(stored(second))).toEqual([{ code: 'MIG320', severity: 'error', file: 'migrations/f_b/revision.mig' }])
  })

  it('warns of steps that cannot be undone', () => {
    const oneWay: Step = {
      kind: 'sql',
      name: 'purge',
      up: { run: { all: 'select 1' } },
      down: { none: 'rows are gone' },
    }
    const quiet: Step = { kind: 'sql', name: 'seed', up: { run: { all: 'select 1' } }, down: { none: '' } }
    expect(check(stored(revision('a', [], [createUsers, oneWay, quiet])))).toEqual([
      { code: 'MIG344', severity: 'warning', file: 'migrations/f_a/revision.mig', line: 5 },
    ])
  })
})
