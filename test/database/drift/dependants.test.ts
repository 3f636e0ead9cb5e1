import { expect, test } from 'vitest'
import { diff } from '../../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { checkDatabase } from '../../../database/drift/check-database.ts'
import { runStatements } from '../../engines/test-engine.ts'
import { loadDeclarations } from '../../language/load-text.ts'
import { TEST_DATABASES } from '../run/test-databases.ts'
import { revisionsOf, standAt } from './stand-at.ts'

const SHOP = `
enum kind {
  plain
  fancy
}

table orders only postgres {
  id    int primary
  owner text
  kind  kind default plain
  total decimal(10, 2)?
  row security
  policy own using \`orders.owner = current_user and exists (select from logs l where l.order_id = orders.id)\`
  policy fancy_ones as restrictive for insert check \`kind in ('fancy') and total between 1 and 9\`
}

table logs only postgres {
  order_id int
  note     text default ''
}

view shown with (security_barrier = on, check_option = local) only postgres = \`select id, total, kind from orders where total > 0\` {
  /// What it costs.
  total default 7
  kind default plain
}

materialized view totals only postgres = \`select kind, sum(total) as total from orders where kind <> 'plain' group by kind\` {
  index (total)
}

rule quiet on logs disabled only postgres = \`on delete where old.order_id in (1, 2) do instead nothing\`

rule noted on orders only postgres = \`on update where new.total<>old.total do also insert into logs (order_id, note) values (new.id, 'x' || new.owner)\`

rule shown_in on shown only postgres = \`on insert do instead insert into orders (id, owner, total) values (new.id, 'me', new.total)\`

function noop() returns trigger language plpgsql only postgres = \`begin return new; end\`

trigger asleep on orders disabled only postgres = \`before update of total for each row when (new.total in (1, 2)) execute function noop()\`

trigger late on orders enable always only postgres = \`constraint after insert deferrable initially deferred for each row execute function noop('a', '1')\`

revoke execute on function noop() from public only postgres
revoke usage on type kind from public only postgres
grant all on orders to pg_monitor only postgres
grant select (id) on shown to public only postgres
`

const servers = TEST_DATABASES.filter(([name]) => name !== 'sqlite')

test.each(servers)('rules, policies, views and triggers are compared in the words of %s', async (_, make) => {
  const database = await make()
  const history = revisionsOf(diff(EMPTY_SCHEMA, loadDeclarations(SHOP).schema))
  try {
    await standAt(database.look, history)
    const told = async () => {
      const { findings, statements, unmanaged } = await checkDatabase(database.source, history, {})
      return { lines: findings.map(({ message }) => message), statements, unmanaged }
    }
    expect(await told()).toMatchObject({ lines: [], unmanaged: [] })
    for (const sql of [
      `alter policy own on orders using (owner = current_user)`,
      'alter table logs enable rule quiet',
      'create or replace rule noted as on update to orders do also insert into logs (order_id) values (new.id)',
      'alter table orders enable trigger asleep',
      'alter table orders disable trigger late',
      'alter view shown reset (security_barrier)',
      'alter view shown alter column total set default 8',
      `comment on column shown.total is null`,
      'grant execute on function noop() to public',
      'create policy wide on orders using (true)',
      'create rule gone as on delete to shown do instead nothing',
      'grant select on orders to pg_signal_backend',
      'grant select on logs to pg_signal_backend',
    ])
      await database.look.exec(sql)
    const { lines, statements } = await told()
    expect(lines.filter(line => /[{}]|\[object|undefined/.test(line))).toEqual([])
    expect(lines.sort()).toMatchInlineSnapshot(`
      [
        "Grant on function noop() from public is not there.",
        "Grant on orders to pg_signal_backend is in no revision.",
        "Policy orders.own is not as the revisions make it: its condition for rows that are there is \`owner = CURRENT_USER\`, not \`owner = CURRENT_USER AND (EXISTS ( SELECT FROM logs l WHERE l.order_id = orders.id))\`.",
        "Policy orders.wide is in no revision.",
        "Rule logs.quiet is not as the revisions make it: it has no state \`disabled\`.",
        "Rule orders.noted is not as the revisions make it: its body is \`on update DO INSERT INTO logs (order_id) VALUES (new.id)\`, not \`on update WHERE new.total <> old.total DO INSERT INTO logs (order_id, note) VALUES (new.id, 'x'::tex…\`.",
        "Rule shown.gone is in no revision.",
        "Trigger orders.asleep is not as the revisions make it: it is enabled as any other.",
        "Trigger orders.late is not as the revisions make it: it is disabled.",
        "View shown is not as the revisions make it: its options are \`(check_option = local)\`, not \`(check_option = local, security_barrier = true)\`; the default of its column total is \`8\`, not \`7\`; the comment of its column total is \`none\`, not \`What it costs.\`.",
      ]
    `)
    await runStatements(database.look, statements)
    expect((await told()).lines.sort()).toEqual([
      'Grant on orders to pg_signal_backend is in no revision.',
      'Policy orders.wide is in no revision.',
      'Rule shown.gone is in no revision.',
    ])
  } finally {
    await database.remove()
  }
})
