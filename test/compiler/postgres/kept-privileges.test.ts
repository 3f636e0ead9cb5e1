import { afterAll, describe, expect, test } from 'vitest'
import { dialects } from '../../../compiler/dialects/dialects.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import { readCase } from '../../cases/case-file.ts'
import { planCase } from '../../cases/plan-case.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import { postgresEngine } from '../../engines/postgres.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { ANEW, HANDS, OF_NEWER_RELATIONS, OF_RELATIONS, SAID } from './said-by-hand.ts'

const CASE = `Everything that goes and comes again.

== targets
postgres

== before
enum kind { plain
fancy }

table orders {
  id int primary
  total int
  kind kind default plain
}

function doubled(n int) returns int language sql immutable = \`select n * 2\`

view shown = \`select id, total from orders\`

view again = \`select id, total from shown\`

materialized view totals = \`select sum(total) as total from again\`

domain price = int

table prices { amount price }

table paid only postgres { id int primary }

grant select, insert on shown to app

grant usage on type kind to app, reader

revoke usage on type kind from public

== after
enum kind { fancy
plain }

table orders {
  id int primary
  price bigint was total
  kind kind default plain
}

function doubled(n int) returns bigint language sql immutable = \`select n::bigint * 2\`

view shown = \`select id, price from orders\`

view "odd one" was again = \`select id from shown\`

materialized view sums was totals = \`select sum(price) as total from shown\`

domain price = bigint

table prices { amount price }

table paid only postgres partition by hash (id) { id int primary }

partition paid_all of paid values with (modulus 1, remainder 0) only postgres

grant select on shown to app

grant usage on type kind to app

revoke usage on type kind from public
`

/** What an administrator has done by hand, and no schema says. */
const BY_HAND = `
grant delete on shown to app;
grant select on shown to reader with grant option;
grant select (id), update (total) on again to reader;
grant select on totals to public;
revoke execute on function doubled(int) from public;
grant execute on function doubled(int) to "Odd role";
grant create on schema public to owner_of_views;
alter view again owner to owner_of_views;
grant select on shown to owner_of_views;
alter default privileges grant all on tables to stranger;
revoke usage on type price from public;
grant usage on type kind to "Odd role";
grant usage on domain price to reader with grant option;
alter domain price owner to owner_of_views;
grant delete on paid to app;
grant update (id) on paid to reader;
alter table paid owner to owner_of_views;
alter default privileges grant usage on types to stranger;
`

const ACLS = `select name, owner, to_jsonb(array_agg(acl order by acl)) as acl from (
  select relname::text as name, relowner::regrole::text as owner, unnest(coalesce(relacl, acldefault('r', relowner)))::text as acl from pg_class
    where relname in ('shown', 'again', 'odd one', 'totals', 'sums', 'paid')
  union all select relname || '.' || attname, '', unnest(attacl)::text from pg_attribute join pg_class c on c.oid = attrelid
    where relname in ('shown', 'again', 'odd one', 'paid')
  union all select proname, proowner::regrole::text, unnest(coalesce(proacl, acldefault('f', proowner)))::text from pg_proc where proname = 'doubled'
  union all select typname, typowner::regrole::text, unnest(coalesce(typacl, acldefault('T', typowner)))::text from pg_type where typname in ('price', 'kind')) x
group by 1, 2 order by 1, 2`

const engines: readonly { name: string; start: () => Promise<TestEngine> }[] = [
  { name: 'pglite', start: pgliteEngine },
  { name: 'postgres 18', start: () => postgresEngine(18) },
  { name: 'postgres 13', start: () => postgresEngine(13) },
]

describe.each(engines)('owners and privileges outlive what is made anew on $name', ({ start }) => {
  let engine: TestEngine | undefined
  afterAll(() => engine?.close())

  test('whether the schema declares them or not, in both directions', async () => {
    engine ??= await start()
    await engine.fresh()
    const { before, after, plan } = planCase(readCase(CASE))
    await makeRoles(engine)
    await engine.run(dialects.postgres.render(diff(EMPTY_SCHEMA, before), EMPTY_SCHEMA))
    await engine.exec(BY_HAND)
    const first = await engine.query(ACLS)
    await engine.run(dialects.postgres.render(plan.steps, before))
    const up = new Map((await engine.query(ACLS)).map(row => [row.name, row]))
    const me = String(first.find(row => row.name === 'shown')!.owner)
    expect(up.get('shown')?.acl).toEqual(
      [`app=rd/${me}`, `owner_of_views=r/${me}`, `${me}=arwdDxt/${me}`, `reader=r*/${me}`]
        .map(withMaintain(first))
        .sort(),
    )
    expect(up.get('odd one')?.owner).toBe('owner_of_views')
    expect(up.get('odd one.id')?.acl).toEqual(['reader=r/owner_of_views'])
    expect(up.has('odd one.total')).toBe(false)
    expect(up.get('sums')?.acl).toContain(`=r/${me}`)
    expect(String(up.get('sums')?.acl)).not.toContain('stranger')
    expect(up.get('doubled')?.acl).toEqual([`"Odd role"=X/${me}`, `${me}=X/${me}`].sort())
    expect(up.get('paid')).toEqual(first.find(row => row.name === 'paid'))
    expect(up.get('paid.id')?.acl).toEqual(['reader=w/owner_of_views'])
    const ofPrice = ['owner_of_views=U/owner_of_views', 'reader=U*/owner_of_views']
    expect(up.get('price')).toEqual({ name: 'price', owner: 'owner_of_views', acl: ofPrice })
    expect(up.get('kind')?.acl).toEqual([`"Odd role"=U/${me}`, `app=U/${me}`, `${me}=U/${me}`].sort())
    await engine.run(dialects.postgres.render(invertSteps(plan.steps), after))
    const last = (await engine.query(ACLS)).filter(row => row.name !== 'again.total')
    expect(last).toEqual(first.filter(row => row.name !== 'again.total'))
    const given = "select unnest(defaclacl)::text as acl from pg_default_acl where defaclacl::text like '%stranger%'"
    expect(String((await engine.query(given)).map(row => row.acl))).toMatch(/stranger=arwd.*stranger=U/)
    await engine.exec('alter default privileges revoke all on tables from stranger')
    await engine.exec('alter default privileges revoke all on types from stranger')
    await engine.fresh()
  })

  test('of every kind of thing, with all that was said by hand of what is made anew', async () => {
    engine ??= await start()
    await engine.fresh()
    await makeRoles(engine)
    const { before, after, plan } = planCase(readCase(ANEW))
    await engine.run(dialects.postgres.render(diff(EMPTY_SCHEMA, before), EMPTY_SCHEMA))
    await engine.exec('grant create on schema public to owner_of_views')
    for (const sql of HANDS) await engine.exec(sql)
    await engine.exec(OF_RELATIONS)
    if (engine.name !== 'postgres 13') await engine.exec(OF_NEWER_RELATIONS)
    const first = await engine.query(SAID)
    expect(first.length).toBeGreaterThan(40)
    await engine.run(dialects.postgres.render(plan.steps, before))
    expect(await engine.query(SAID)).toEqual(first)
    await engine.run(dialects.postgres.render(invertSteps(plan.steps), after))
    expect(await engine.query(SAID)).toEqual(first)
    await engine.exec(`alter default privileges revoke all on tables from stranger;
      alter default privileges in schema public revoke execute on functions from stranger;
      alter default privileges revoke usage on types from stranger`)
    await engine.fresh()
  })
})

async function makeRoles({ exec }: TestEngine): Promise<void> {
  for (const role of ['owner_of_views', 'stranger'])
    await exec(`do $$ begin create role ${role}; exception when duplicate_object then null; end $$`)
}

/** From 17 on a table has one privilege more. */
function withMaintain(rows: readonly Readonly<Record<string, unknown>>[]): (acl: string) => string {
  const has = JSON.stringify(rows).includes('arwdDxtm')
  return acl => (has ? acl.replace('arwdDxt', 'arwdDxtm') : acl)
}
