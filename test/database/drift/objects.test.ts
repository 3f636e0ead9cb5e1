import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diff } from '../../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { checkDatabase } from '../../../database/drift/check-database.ts'
import { runStatements } from '../../engines/test-engine.ts'
import { loadDeclarations } from '../../language/load-text.ts'
import { postgresDatabase, TEST_DATABASES, type TestDatabase } from '../run/test-databases.ts'
import { revisionsOf, standAt } from './stand-at.ts'

const SHOP = `
enum mood {
  good
  bad
}

table t {
  id int primary
  n  bigint default \`nextval('numbers')\`
}

sequence numbers start 10 only postgres

/// Adds.
function add(a int, b int default 1, c mood default 'good', d timestamptz default now() - '1 day'::interval) returns int language sql immutable only postgres = \`
  select a + b
\`

function touch() returns trigger language plpgsql set search_path to public only postgres = \`
  begin
    return new;
  end
\`

procedure work() language sql only postgres depends on t = \`delete from t\`
`

const shop = revisionsOf(diff(EMPTY_SCHEMA, loadDeclarations(SHOP).schema))
const servers = TEST_DATABASES.filter(([name]) => name !== 'sqlite')

describe.each(servers)('on %s', (_, make) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await make()
    await standAt(database.look, shop)
  })
  afterEach(() => database.remove())
  const told = async () => {
    const { findings, ...check } = await checkDatabase(database.source, shop, {})
    return { ...check, lines: findings.map(({ severity, code, message }) => `${severity} ${code} ${message}`) }
  }

  test('what the revisions made differs in nothing, and all of it is managed', async () => {
    const { lines, unmanaged } = await told()
    expect({ lines, unmanaged }).toEqual({ lines: [], unmanaged: [] })
  })

  test('each thing that somebody changed is told, and the SQL that is shown brings it back', async () => {
    const { exec } = database.look
    await exec(`create or replace function add(a int, b int default 2, c mood default 'good', d timestamptz default now() - '1 day'::interval)
      returns int language sql immutable as 'select a - b'`)
    await exec(`comment on function add(int, int, mood, timestamptz) is 'Takes away.'`)
    await exec('drop procedure work()')
    await exec('alter sequence numbers increment by 5')
    await exec('alter function touch() reset all')
    await exec('create function mine(a int) returns int language sql as $$ select 1 $$')
    const { lines, unmanaged, statements } = await told()
    expect(lines.sort()).toEqual([
      'error MIG570 Procedure work() is not there.',
      expect.stringMatching(
        /^error MIG571 Function add\(integer, integer, mood, .*its list of arguments is .*; its body is `select a - b`, not `select a \+ b`; its comment is `Takes away\.`, not `Adds\.`\.$/,
      ),
      expect.stringMatching(
        /^error MIG571 Function touch\(\) is not as the revisions make it: it has no list of settings `search_path to public`/,
      ),
      'error MIG571 Sequence numbers is not as the revisions make it: it has an increment of its own, `5`.',
    ])
    expect(unmanaged).toEqual([{ kind: 'function', name: 'mine(integer)' }])
    await runStatements(database.look, statements)
    expect((await told()).lines).toEqual([])
  })
})

test('bodies that Postgres has read are compared in its own words', async () => {
  const database = await postgresDatabase(18)
  const text = `
table t {
  id int primary
}

function least_of(n int) returns int language sql stable only postgres = \`
  begin atomic
    select min(id) from t where id > n;
  end
\`
`
  const history = revisionsOf(diff(EMPTY_SCHEMA, loadDeclarations(text).schema))
  try {
    await standAt(database.look, history)
    const lines = async () => (await checkDatabase(database.source, history, {})).findings.map(({ message }) => message)
    expect(await lines()).toEqual([])
    await database.look.exec(
      'create or replace function least_of(n int) returns int language sql stable begin atomic select max(id) from t; end',
    )
    expect(await lines()).toEqual([
      expect.stringMatching(/^Function least_of\(integer\) .* its body is .*max.*, not .*min/),
    ])
    await database.look.exec(
      'create or replace function least_of(n int) returns int language sql stable as $$ select n $$; alter table t rename id to number',
    )
    const { findings } = await checkDatabase(database.source, history, {})
    const found = findings.find(({ object }) => object === 'function least_of(integer)')!
    expect(found.message).toMatch(/postgres does not take what is wanted there \(column "id" does not exist\)/)
    const { sql, offset } = found.refused!
    expect(sql.slice(offset)).toMatch(/^id\) from t/)
  } finally {
    await database.remove()
  }
})

const TYPES = `
domain mail = text not null default 'a@b' check at \`value like '%@%'\` check \`value <> ''\` only postgres

composite address only postgres {
  street text
  /// As the post writes it.
  zip text
  floor int
}

range span = int only postgres

sequence steps start 10 max 100 owned by t.id only postgres

table t only postgres {
  id int primary
  a  address?
  m  mail?
}

policy own on t for select to pg_monitor using \`id > 0\` only postgres

grant select, insert on t to pg_monitor only postgres
`

test.each(servers)('what differs in types and the like is told in words on %s', async (_, make) => {
  const database = await make()
  const history = revisionsOf(diff(EMPTY_SCHEMA, loadDeclarations(TYPES).schema))
  try {
    await standAt(database.look, history)
    const told = async () => (await checkDatabase(database.source, history, {})).findings.map(({ message }) => message)
    expect(await told()).toEqual([])
    for (const sql of [
      'alter domain mail drop not null; alter domain mail drop constraint at',
      `alter domain mail drop constraint mail_check; alter domain mail add constraint mail_check check (value <> 'x')`,
      `alter domain mail add constraint brief check (length(value) < 9)`,
      'alter domain mail drop default',
      'alter type address drop attribute floor, add attribute note text',
      'drop type span; create type span as range (subtype = bigint)',
      'alter sequence steps cycle maxvalue 200 owned by none',
      'alter policy own on t using (id > 1)',
      'revoke insert on t from pg_monitor; grant update on t to pg_monitor',
    ])
      await database.look.exec(sql)
    const lines = await told()
    expect(lines.filter(line => /[{}]|\[object|undefined/.test(line))).toEqual([])
    expect(lines.sort()).toMatchInlineSnapshot(`
      [
        "Composite address is not as the revisions make it: it lacks the field floor; it has the field note besides.",
        "Domain mail is not as the revisions make it: it lacks the check at; its check mail_check is \`value <> 'x'::text\`, not \`value <> ''::text\`; it has the check brief besides; it may be null; it has no default \`'a@b'\`.",
        "Grant on t to pg_monitor is not as the revisions make it: it lacks insert; it has update besides.",
        "Policy t.own is not as the revisions make it: its condition for rows that are there is \`id > 1\`, not \`id > 0\`.",
        "Range span is not as the revisions make it: its subtype is \`bigint\`, not \`integer\`.",
        "Sequence steps is not as the revisions make it: it starts anew at its end; its greatest number is \`200\`, not \`100\`; it has no owning column \`t.id\`.",
      ]
    `)
  } finally {
    await database.remove()
  }
})
