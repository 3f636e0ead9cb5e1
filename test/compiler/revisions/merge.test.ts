import { describe, expect, it, test } from 'vitest'
import { findConflicts } from '../../../compiler/revisions/merge/find-conflicts.ts'
import { mixedSql } from '../../../compiler/revisions/merge/mixed-sql.ts'
import { sharedObjects } from '../../../compiler/revisions/merge/shared-objects.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { SqlStep } from '../../../compiler/steps/step.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import { branches, type Change, request } from './merge-branches.ts'
import { revision } from './revision.ts'

const BOTH: readonly DialectName[] = ['postgres', 'sqlite']
const POSTGRES: readonly DialectName[] = ['postgres']
const SQLITE: readonly DialectName[] = ['sqlite']

const STATUS = 'enum status {\n  open\n  done\n}\n'
const users = (...columns: readonly string[]) =>
  `table users {\n  id bigint identity primary\n${columns.map(line => `  ${line}\n`).join('')}}\n`
const BASE = `${STATUS}${users('name text', 'mail text?')}`

function byHand(up: string): SqlStep {
  return { kind: 'sql', name: 'by hand', up: { run: { all: up } }, down: { none: '' } }
}

function conflicts(targets: readonly DialectName[], base: string, ...lines: readonly (readonly Change[])[]) {
  return findConflicts(branches(targets, base, ...lines)).map(
    ({ kind, object, sides }) => `${kind} ${object}: ${sides.map(side => side.revision).join(' ')}`,
  )
}

describe('branches that go together', () => {
  test.each<[string, readonly DialectName[], readonly string[]]>([
    ['two tables', BOTH, [`${BASE}table tags {\n  id int primary\n}`, `${BASE}table notes {\n  id int primary\n}`]],
    [
      'two columns of one table',
      BOTH,
      [STATUS + users('name text', 'mail text?', 'bio text?'), STATUS + users('name text', 'mail text?', 'age int?')],
    ],
    [
      'a column and an index of another column',
      BOTH,
      [STATUS + users('name text', 'mail text?', 'bio text?'), STATUS + users('name text index', 'mail text?')],
    ],
    [
      'two columns that Postgres alters in place',
      POSTGRES,
      [STATUS + users('name text?', 'mail text?'), STATUS + users('name text', "mail text? default 'x'")],
    ],
    ['an enum and a table', BOTH, [BASE.replace('done', 'done\n  late'), `${BASE}table tags {\n  id int primary\n}`]],
    [
      'a rename and another table',
      BOTH,
      [BASE.replace('users', 'people was users'), `${BASE}table tags {\n  id int primary\n}`],
    ],
  ])('%s', (_, targets, [left, right]) => {
    expect(conflicts(targets, BASE, [left!], [right!])).toEqual([])
  })

  it('is so for three heads, each beside each', () => {
    const lines = ['bio text?', 'age int?', 'city text?'].map(line => [STATUS + users('name text', 'mail text?', line)])
    expect(conflicts(BOTH, BASE, ...lines)).toEqual([])
    const [first] = lines
    expect(conflicts(BOTH, BASE, ...lines, first!)).toEqual(['misfit users.bio: a1 d1'])
  })
})

describe('branches that do not', () => {
  test.each<[string, readonly DialectName[], string, string, string]>([
    [
      'the same column, added twice',
      BOTH,
      STATUS + users('name text', 'mail text?', 'bio text?'),
      STATUS + users('name text', 'mail text?', 'bio text?'),
      'misfit users.bio: a1 b1',
    ],
    [
      'one column, altered in two ways',
      POSTGRES,
      STATUS + users('name varchar(80)', 'mail text?'),
      STATUS + users('name text?', 'mail text?'),
      'misfit users.name: a1 b1',
    ],
    [
      'a value for one enum from each side',
      POSTGRES,
      BASE.replace('done', 'done\n  late'),
      BASE.replace('done', 'done\n  lost'),
      'misfit status: a1 b1',
    ],
    [
      'a dropped table that the other side changes',
      BOTH,
      `${STATUS}dropped table users`,
      STATUS + users('name text', 'mail text?', 'bio text?'),
      'misfit users: a1 b1',
    ],
    [
      'a renamed table that the other side changes',
      BOTH,
      BASE.replace('users', 'people was users'),
      STATUS + users('name text', 'mail text?', 'bio text?'),
      'misfit users: a1 b1',
    ],
    [
      'a renamed table that the other side reads',
      BOTH,
      BASE.replace('users', 'people was users'),
      `${BASE}view names = \`select name from users\``,
      'order names: a1 b1',
    ],
    [
      'a rebuild that does not know the new column',
      SQLITE,
      STATUS + users('name text?', 'mail text?'),
      STATUS + users('name text', 'mail text?', 'bio text?'),
      'sql users: a1 b1',
    ],
    [
      'a type swap that does not know the new column of the type',
      POSTGRES,
      BASE.replace('open\n  done', 'done\n  open'),
      STATUS + users('name text', 'mail text?', 'state status?'),
      'sql status: a1 b1',
    ],
    [
      'a column whose type changes under a view of the other side',
      POSTGRES,
      STATUS + users('name varchar(80)', 'mail text?'),
      `${BASE}view names = \`select name from users\``,
      'sql users.name: a1 b1',
    ],
    [
      'two indexes of one name on two tables',
      BOTH,
      `${BASE}table tags {\n  id int primary\n  index twice (id)\n}`,
      `${STATUS}${users('name text', 'mail text?', 'index twice (name)')}`,
      'name twice: a1 b1',
    ],
    [
      'a table and a view of one name',
      BOTH,
      `${BASE}table twice {\n  id int primary\n}`,
      `${BASE}view twice = \`select 1 as one\``,
      'name twice: a1 b1',
    ],
    [
      'a foreign key to a table that the other side drops',
      BOTH,
      `${STATUS}dropped table users`,
      `${BASE}table notes {\n  id int primary\n  author bigint -> users\n}`,
      'missing users: a1 b1',
    ],
    [
      'an index of a column that the other side drops',
      BOTH,
      `${STATUS}${users('name text', 'dropped mail')}`,
      `${STATUS}${users('name text', 'mail text? index')}`,
      'missing users.mail: a1 b1',
    ],
    [
      'a view of a column that the other side drops',
      BOTH,
      `${STATUS}${users('name text', 'dropped mail')}`,
      `${BASE}view mails = \`select u.mail from users u\``,
      'missing users.mail: a1 b1',
    ],
  ])('%s', (_, targets, left, right, expected) => {
    expect(conflicts(targets, BASE, [left], [right])).toEqual([expected])
    const [kind, object] = expected.split(/[ :]/)
    const turned = conflicts(targets, BASE, [right], [left])
    expect(turned.map(text => text.split(' ')[0])).toEqual([kind])
    if (kind !== 'sql') expect(turned.map(text => text.split(/[ :]/)[1])).toEqual([object])
  })

  it('tells only the lowest of conflicts that follow from one another', () => {
    const bio = STATUS + users('name text', 'mail text?', 'bio text?')
    const longer = STATUS + users('name text', 'mail text?', 'bio varchar(200)?')
    expect(conflicts(BOTH, BASE, [bio, longer], [bio, longer])).toEqual(['misfit users.bio: a1 b1'])
  })

  it('sees what is there only between two revisions', () => {
    const dropped = STATUS + users('name text', 'mail text?', 'dropped bio')
    const bio = STATUS + users('name text', 'mail text?', 'bio text?')
    expect(conflicts(BOTH, BASE, [bio, dropped], [bio])).toEqual(['misfit users.bio: a1 b1'])
  })

  it('names both revisions and their steps in one sentence', () => {
    const [conflict] = findConflicts(
      branches(
        SQLITE,
        BASE,
        [STATUS + users('name text?', 'mail text?')],
        [STATUS + users('name text', 'mail text?', 'bio text?')],
      ),
    )
    expect(conflict!.message).toBe(
      'The sqlite SQL of a1 (alter column users.name) was written for users as it is without b1 (add column users.bio): run on a database that has both, it would undo the other or fail.',
    )
    expect(conflict!.sides).toMatchObject([
      { revision: 'a1', at: 0 },
      { revision: 'b1', at: 0 },
    ])
  })
})

describe('hand-written SQL', () => {
  const bio = STATUS + users('name text', 'mail text?', 'bio text?')

  it('cannot name what the other side drops or renames', () => {
    const sql = byHand("update users set mail = ''")
    expect(conflicts(BOTH, BASE, [`${STATUS}${users('name text', 'dropped mail')}`], [sql])).toEqual([
      'missing users.mail: a1 b1',
    ])
    expect(conflicts(BOTH, BASE, [sql], [`${STATUS}${users('name text', 'email text? was mail')}`])).toEqual([
      'missing users.mail: a1 b1',
    ])
    expect(conflicts(BOTH, BASE, [sql], [bio])).toEqual([])
  })

  it('is told where both sides speak of one table', () => {
    const objects = (...lines: readonly (readonly Change[])[]) =>
      mixedSql(branches(BOTH, BASE, ...lines)).map(
        ({ object, sides }) => `${object}: ${sides.map(one => one.revision).join(' ')}`,
      )
    expect(objects([byHand("update users set mail = ''")], [bio])).toEqual(['users: a1 b1'])
    expect(objects([byHand("insert into users (name) values ('x')")], [byHand('delete from users')])).toEqual([
      'users: a1 b1',
    ])
    expect(objects([bio], [`${BASE}table notes {\n  id int primary\n}`, byHand('delete from notes')])).toEqual([])
  })
})

describe('what both sides changed', () => {
  it('is told by object', () => {
    const bio = STATUS + users('name text', 'mail text?', 'bio text?')
    const age = STATUS + users('name text', 'mail text?', 'age int?')
    expect(sharedObjects(branches(BOTH, BASE, [bio], [age]))).toEqual(['users'])
    expect(sharedObjects(branches(BOTH, BASE, [bio], [`${BASE}table notes {\n  id int primary\n}`]))).toEqual([])
  })
})

describe('a merge below a merge', () => {
  const bio = STATUS + users('name text', 'mail text?', 'bio text?')
  const age = STATUS + users('name text', 'mail text?', 'age int?')
  const made = (third: string) => {
    const { revisions } = branches(BOTH, BASE, [bio], [age], [third])
    const all = [...revisions.values()].map(({ revision }) => revision)
    return request(BOTH, [...all, revision('m', ['a1', 'b1'], [])], ['m', 'c1'])
  }

  it('looks at the new branch beside each revision of the old ones', () => {
    expect(findConflicts(made(STATUS + users('name text', 'mail text?', 'city text?')))).toEqual([])
    const twice = findConflicts(made(STATUS + users('name text', 'mail text?', 'age int?')))
    expect(twice.map(({ object, sides }) => [object, ...sides.map(side => side.revision)])).toEqual([
      ['users.age', 'b1', 'c1'],
    ])
  })

  it('does not look again at what was joined', () => {
    const { revisions } = branches(BOTH, BASE, [bio], [bio])
    const all = [...revisions.values()].map(({ revision }) => revision)
    const joined = [...all, revision('m', ['a1', 'b1'], []), revision('x', ['m'], []), revision('y', ['m'], [])]
    expect(() => findConflicts(request(BOTH, joined, ['x', 'y']))).toThrow(/does not fit/)
    const fine = branches(BOTH, BASE, [bio], [age])
    const split = [...[...fine.revisions.values()].map(({ revision }) => revision), revision('m', ['a1', 'b1'], [])]
    const heads = [revision('x', ['m'], []), revision('y', ['m'], [])]
    expect(findConflicts(request(BOTH, [...split, ...heads], ['x', 'y']))).toEqual([])
  })
})

test('branches that one of the heads needs are no branches beside it', () => {
  const bio = STATUS + users('name text', 'mail text?', 'bio text?')
  const { revisions } = branches(BOTH, BASE, [bio])
  const all = [...revisions.values()].map(({ revision }) => revision)
  const after = revision('n1', ['start'], [], { needs: ['a1'] })
  expect(findConflicts(request(BOTH, [...all, after], ['a1', 'n1']))).toEqual([])
})

describe('partitions of one table from two branches', () => {
  const logs = (by: string, ...lines: readonly string[]) =>
    `table logs partition by ${by} {\n  day date\n  n int\n}\n${lines.join('\n')}`
  const days = (name: string, from: string, to: string) =>
    `partition ${name} of logs values from ('${from}') to ('${to}')`
  const meet = (by: string, left: string, right: string) =>
    findConflicts(branches(POSTGRES, logs(by), [logs(by, left)], [logs(by, right)]))

  test('that overlap are told with both places', () => {
    const [conflict, ...more] = meet(
      'range (day)',
      days('a', '2024-01-01', '2024-02-01'),
      days('b', '2024-01-15', '2024-03-01'),
    )
    expect(more).toEqual([])
    expect(conflict?.kind).toBe('misfit')
    expect(conflict?.sides.map(({ revision, step }) => [revision, step?.kind])).toEqual([
      ['a1', 'create table'],
      ['b1', 'create table'],
    ])
    expect(conflict?.message).toBe(
      "Revisions a1 and b1 make partitions of logs that overlap: a values from ('2024-01-01') to ('2024-02-01'), and b values from ('2024-01-15') to ('2024-03-01'). Postgres refuses the second.",
    )
  })

  test.each([
    ['range (n)', 'values from (minvalue) to (10)', 'values from (9) to (20)', true],
    ['range (n)', 'values from (1) to (10)', 'values from (10) to (maxvalue)', false],
    ['range (n)', 'values from (9) to (10)', 'values from (10) to (100)', false],
    [
      'range (day, n)',
      "values from ('2024-01-01', 1) to ('2024-01-01', 5)",
      "values from ('2024-01-01', 4) to ('2024-01-02', 1)",
      true,
    ],
    ['list (n)', 'values in (1, 2)', "values in ('2', 3)", true],
    ['list (n)', 'values in (1)', 'values in (2, null)', false],
    ['list (n)', 'default', 'default', true],
    ['list (n)', 'default', 'values in (1)', false],
    ['hash (n)', 'values with (modulus 4, remainder 1)', 'values with (modulus 8, remainder 5)', true],
    ['hash (n)', 'values with (modulus 4, remainder 1)', 'values with (modulus 8, remainder 6)', false],
  ])('%s: %s and %s', async (by, left, right, overlap) => {
    const found = meet(by, `partition a of logs ${left}`, `partition b of logs ${right}`)
    expect(found.some(({ message }) => message.includes('that overlap'))).toBe(overlap)
    const engine = await pgliteEngine()
    await engine.fresh()
    const bound = (text: string) => (text === 'default' ? text : `for ${text}`)
    await engine.exec(`create table logs (day date, n int) partition by ${by}`)
    await engine.exec(`create table a partition of logs ${bound(left)}`)
    const made = engine.exec(`create table b partition of logs ${bound(right)}`)
    if (overlap) await expect(made).rejects.toThrow(/overlap|conflicts with existing default/)
    else await made
  })
})
