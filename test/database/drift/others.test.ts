import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inspect } from '../../../compiler/dialects/postgres/inspect.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { checkDatabase } from '../../../database/drift/check-database.ts'
import { loadDeclarations } from '../../language/load-text.ts'
import { TEST_DATABASES, type TestDatabase } from '../run/test-databases.ts'
import { revisionsOf, standAt } from './stand-at.ts'

const OWN = `
extension hstore schema public only postgres

table t {
  id   int primary
  a    text
  b    text
  tags text?
}

/// Without case
object folded only postgres {
  create \`create collation folded (provider = icu, locale = 'und-u-ks-level2', deterministic = false)\`
}

function same_letters(a text, b text) returns boolean language sql immutable only postgres = \`select lower(a) = lower(b)\`

object same only postgres {
  create \`create operator === (leftarg = text, rightarg = text, function = same_letters, commutator = ===)\`
}

object feed only postgres {
  create \`create publication feed for table t\`
}

object together only postgres {
  create \`create statistics together (ndistinct) on a, b from t\`
}

object words only postgres {
  create \`
    create text search configuration words (copy = simple);
    alter text search configuration words drop mapping for email
  \`
}

object far only postgres {
  create \`
    create foreign data wrapper far; create server far_server foreign data wrapper far;
    create foreign table far_rows (id int) server far_server
  \`
}

trigger far_kept on far_rows only postgres = \`before update for each row execute function suppress_redundant_updates_trigger()\`

trigger far_changed on far_rows only postgres = \`before update for each row when (new.id > 1) execute function suppress_redundant_updates_trigger()\`
`

const own = revisionsOf(diff(EMPTY_SCHEMA, loadDeclarations(OWN).schema))
const servers = TEST_DATABASES.filter(([name]) => name.startsWith('postgres'))

describe.each(servers)('on %s', (_, make) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await make()
    await standAt(database.look, own)
  })
  afterEach(() => database.remove())
  const told = async () => {
    const check = await checkDatabase(database.source, own, {})
    return { ...check, lines: check.findings.map(({ code, message }) => `${code} ${message}`) }
  }

  test('what the revisions made differs in nothing', async () => {
    expect((await told()).lines).toEqual([])
  })

  test('what an extension made is its own affair', async () => {
    const { objects, tables, views, enums } = await inspect(database.look.query)
    const keys = [...objects.keys(), ...tables.keys(), ...views.keys(), ...enums.keys()]
    expect(keys.filter(key => /hstore/.test(key))).toEqual([])
  })

  test('what somebody changed is told, and the SQL that is shown brings it back', async () => {
    const { exec } = database.look
    await exec(`drop collation folded;
      create collation folded (provider = icu, locale = 'de');
      comment on extension hstore is 'mine';
      comment on operator === (text, text) is 'mine';
      alter publication feed set (publish = 'insert');
      alter text search configuration words drop mapping for host;
      drop statistics together;
      drop trigger far_kept on far_rows;
      drop trigger far_changed on far_rows;
      create trigger far_changed before update on far_rows for each row when (new.id > 2) execute function suppress_redundant_updates_trigger();
      create trigger by_hand before insert on far_rows for each row execute function suppress_redundant_updates_trigger()`)
    const { lines, statements } = await told()
    expect(
      lines.map(line => line.replace(/: its create is .*?(?=;|\.$)/, ': its create').replace(/: it is .*/, '')),
    ).toEqual([
      'MIG571 Extension hstore is not as the revisions make it: its comment is not from the revisions.',
      'MIG572 Trigger far_rows.by_hand is in no revision.',
      'MIG571 Object "collation folded" is not as the revisions make it: its create; its comment is not there.',
      'MIG571 Object "operator ===(text, text)" is not as the revisions make it: its comment is not from the revisions.',
      'MIG571 Object "text search configuration words" is not as the revisions make it: its create.',
      'MIG570 Object "statistics together" is not there.',
      'MIG570 Trigger far_rows.far_kept is not there.',
      'MIG571 Trigger far_rows.far_changed is not as the revisions make it',
      'MIG571 Object "publication feed" is not as the revisions make it: its create.',
    ])
    for (const { sql } of statements) await exec(sql)
    await exec('drop trigger by_hand on far_rows')
    expect((await told()).lines).toEqual([])
  })
})
