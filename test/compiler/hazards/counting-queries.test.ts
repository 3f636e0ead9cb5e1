import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planChange } from '../../../compiler/compile.ts'
import { dialects } from '../../../compiler/dialects/dialects.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import type { Hazard } from '../../../compiler/hazards/hazard.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { loadProject } from '../../../language/load.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import { sqliteEngine } from '../../engines/sqlite.ts'
import type { TestEngine } from '../../engines/test-engine.ts'

/** Two states of a schema, the rows of the first, and what the queries of the hazards find in them, by code and object. */
interface Revision {
  readonly before: string
  readonly rows: string
  readonly after: string
  readonly found: Readonly<Record<string, number | readonly number[]>>
  readonly only?: DialectName
}

const REVISIONS: Readonly<Record<string, Revision>> = {
  'tables, columns and values that are renamed, and columns of another type': {
    before: `
      enum state {
        open
        sent
        lost
      }
      table places {
        code text primary
      }
      table customers {
        id int primary
        first_name text?
        mail text
        age text
        worth decimal(10, 2)
        state state
        place text?
      }`,
    rows: `insert into places values ('1');
      insert into customers values
        (1, 'Ada', 'a@b', '20', 12345678.25, 'open', '1'),
        (2, 'Bo', 'a@b', '300', 1, 'sent', '2'),
        (3, null, 'b@b', '9', 1, 'lost', null),
        (4, 'Cy', 'c@b', '10', 1, 'lost', '1')`,
    after: `
      enum status was state {
        shipped was sent
        open
      }
      table sites was places {
        number text primary was code
      }
      table clients was customers {
        id int primary
        given_name text was first_name
        email text was mail unique
        age smallint convert \`cast(age as smallint)\` check young \`age < 200\`
        score decimal(6, 2) was worth
        status status was state
        site text? -> sites was place
        check named \`given_name <> 'Bo'\`
        check moving \`status <> 'shipped' or clients.age > 1000\`
      }`,
    found: {
      'MIG205 clients.given_name': 1,
      'MIG207 status.lost': 2,
      'MIG212 clients.score': 1,
      'MIG220 clients.clients_email_key': 2,
      'MIG221 clients.young': 1,
      'MIG221 clients.named': 1,
      'MIG221 clients.moving': 1,
      'MIG222 clients.clients_site_fkey': 1,
    },
  },
  'names that change places, and a column that becomes a number by itself': {
    before: `
      table pairs {
        id int primary
        low int
        high int
        size decimal(8, 2)
      }
      table refs {
        pair text
      }`,
    rows: `insert into pairs values (1, 1, 5, 0.4), (2, 7, 3, 2); insert into refs values ('1'), ('02'), ('3')`,
    after: `
      table pairs {
        id int primary
        low int was high
        high int was low
        size int convert \`cast(size as int)\`
        check \`low > high\`
        check sized \`size > 0\`
      }
      table links was refs {
        pair int convert \`cast(pair as int)\` -> pairs
      }`,
    found: {
      'MIG221 pairs.pairs_check': 1,
      'MIG221 pairs.sized': 1,
      'MIG222 links.links_pair_fkey': 1,
    },
  },
  'what comes into a domain, and a domain that asks for more': {
    before: `
      domain grade = text
      table people {
        "first value" text
        years text
        mark grade
      }`,
    rows: `insert into people values ('a', '12', 'x'), ('', '200', 'yy'), ('b', '300', 'x')`,
    after: `
      domain given = text check \`value <> ''\`
      domain lifetime = int check \`value < 150\`
      domain rating was grade = text check \`length(value) < 2\`
      table persons was people {
        name given was "first value"
        years lifetime convert \`cast(years as int)\`
        rated rating was mark
      }`,
    found: { 'MIG221 persons.name': 1, 'MIG221 persons.years': 2, 'MIG219 domain rating': 1 },
  },
  'schemas, functions and enums that are renamed or come': {
    only: 'postgres',
    before: `
      schema shop
      schema past
      enum shop.kind {
        a
        b
      }
      function shop.twice(n int) returns int language sql immutable = \`select 2 * n\`
      table shop.goods {
        id int primary
        kind shop.kind
        price text
        place int
      }
      table past.towns {
        id int primary
      }`,
    rows: `insert into past.towns values (1);
      insert into shop.goods values (1, 'a', '10', 1), (2, 'b', '60', 2), (3, 'b', '70', 1)`,
    after: `
      schema store was shop
      schema past
      enum store.sort was shop.kind {
        a
        b
        c
      }
      enum size {
        small
        large
      }
      function store.doubled(n int) returns int language sql immutable was shop.twice = \`select 2 * n\`
      function half(n int) returns int language sql immutable = \`select n / 2\`
      table store.wares was shop.goods {
        id int primary
        sort store.sort was kind
        price int convert \`cast(price as int)\`
        place int -> towns
        more int default 0
        size size convert \`(case when price > '5' then 'small' else 'large' end)::size\` was price_text
        check sorted \`sort = any (array['a']::store.sort[])\`
        check cheap \`store.doubled(price) < 100\`
        check halved \`half(price) < 10\`
        check least \`more <= id\`
        check known \`sort <> 'c'\`
      }
      table towns was past.towns {
        id int primary
      }`.replace(/^ *size size .*\n/m, ''),
    found: {
      'MIG221 wares.sorted': 2,
      'MIG221 wares.cheap': 2,
      'MIG222 wares.wares_place_fkey': 1,
      'MIG221 wares.halved': [],
      'MIG221 wares.least': [],
      'MIG221 wares.known': [],
    },
  },
}

function load(text: string, targets: string) {
  const file = `project p { targets ${targets} }\n${text}`
  const loaded = loadProject('/p/schema.mig', path => (path === '/p/schema.mig' ? file : undefined))
  expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return loaded
}

function plan({ before, after, only }: Revision) {
  const targets = only === undefined ? 'postgres 14, sqlite 3.38' : 'postgres 14'
  const [old, next] = [load(before, targets), load(after, targets)]
  const hazards = planChange({
    before: old.schema,
    after: next.schema,
    hints: next.hints,
    targets: only === undefined ? ['postgres', 'sqlite'] : [only],
  }).hazards
  return { schema: old.schema, hazards }
}

/** The queries of a hazard for a database: where they differ, each says for which it is. */
function queriesOf({ message, remedy }: Hazard, dialect: DialectName): readonly string[] {
  const all = [...`${message} ${remedy}`.matchAll(/`(select [^`]+)`(?: in (Postgres|SQLite))?/g)]
  const mine = dialect === 'postgres' ? 'Postgres' : 'SQLite'
  return all.flatMap(([, query, where = mine]) => (where === mine ? [query!] : []))
}

/** How many rows a query counts or finds. */
async function run(engine: TestEngine, query: string): Promise<number> {
  const rows = await engine.query(query)
  return rows.reduce((sum, row) => sum + Number(row.count ?? row['count(*)']), 0)
}

describe.each(['postgres', 'sqlite'] as const)('the queries of hazards on the schema before, in %s', dialect => {
  let engine: TestEngine

  beforeAll(async () => {
    engine = dialect === 'postgres' ? await pgliteEngine() : await sqliteEngine()
  })

  afterAll(() => engine.close())

  const revisions = Object.entries(REVISIONS).filter(([, { only }]) => only === undefined || only === dialect)
  test.each(revisions)('%s', async (_, revision) => {
    const { schema, hazards } = plan(revision)
    await engine.fresh()
    await engine.run(dialects[dialect].render(diff(EMPTY_SCHEMA, schema), EMPTY_SCHEMA))
    await engine.exec(revision.rows)
    const told: Record<string, number | readonly number[]> = {}
    for (const hazard of hazards) {
      const counts: number[] = []
      for (const query of queriesOf(hazard, dialect)) counts.push(await run(engine, query))
      const key = `${hazard.code} ${hazard.object.replace('store.', '')}`
      const isMeant = hazard.targets === undefined || hazard.targets.includes(dialect)
      if (isMeant && (counts.length > 0 || key in revision.found)) told[key] = counts.length === 1 ? counts[0]! : counts
    }
    const missing = hazards.filter(({ targets }) => targets !== undefined && !targets.includes(dialect))
    const expected = Object.entries(revision.found).filter(([key]) =>
      missing.every(({ code, object }) => key !== `${code} ${object}`),
    )
    expect(told).toEqual(Object.fromEntries(expected))
  })
})
