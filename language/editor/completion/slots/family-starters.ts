import type { DialectName } from '../../../../compiler/schema/dialect.ts'
import type { Starter } from './starter.ts'

/** Rank, what it is, and its text: `ONLY` is where a project for both databases says that only Postgres has it. */
const FAMILY: Readonly<Record<string, readonly [rank: number, about: string, snippet: string]>> = {
  function: [2, 'A function of Postgres.', 'function <1:name>($2) returns <3:void>ONLY = `\n  select $0\n`'],
  procedure: [3, 'A procedure of Postgres.', 'procedure <1:name>($2)ONLY = `\n  $0\n`'],
  aggregate: [4, 'An aggregate of Postgres.', 'aggregate <1:name>(<2:int>) sfunc <3:function> stype <0:int>ONLY'],
  sequence: [3, 'A sequence of Postgres.', 'sequence <1:name>ONLY'],
  domain: [
    2,
    'A type with checks of its own (Postgres; checks of the columns in SQLite).',
    'domain <1:name> = <2:text> check `$0`',
  ],
  composite: [3, 'A type of several fields (Postgres).', 'composite <1:name>ONLY {\n  <2:field> <0:text>\n}'],
  range: [4, 'A type of ranges (Postgres).', 'range <1:name>ONLY = <0:int>'],
  materialized: [3, 'A view that keeps its rows (Postgres).', 'materialized view <1:name>ONLY = `\n  select $0\n`'],
  partition: [
    4,
    'A part of a table that is divided (Postgres).',
    'partition <1:name> of <2:table> values from (<3:1>) to (<0:2>)ONLY',
  ],
  policy: [
    4,
    'Which rows of a table somebody sees or writes (Postgres).',
    'policy <1:name> on <2:table> for <3|select,insert,update,delete,all|> using `$0`ONLY',
  ],
  rule: [
    5,
    'Rewrites statements before they run (Postgres).',
    'rule <1:name> on <2:table>ONLY = `on <3:insert> do <0:nothing>`',
  ],
  grant: [4, 'What a role may do (Postgres).', 'grant <1:select> on <2:table> to <0:role>ONLY'],
  revoke: [5, 'What a role may no longer do (Postgres).', 'revoke <1:execute> on <2:function f()> from <0:public>ONLY'],
  object: [5, 'Anything else, by its own SQL.', 'object <1:name>ONLY {\n  create `$2`\n  drop `$0`\n}'],
}

/** How an object of Postgres starts, where the project is for Postgres. */
export function familyStarter(word: string, targets: readonly DialectName[]): Starter | undefined {
  const found = FAMILY[word]
  if (found === undefined || (targets.length > 0 && !targets.includes('postgres'))) return undefined
  const [rank, about, snippet] = found
  return {
    in: 'schema',
    rank,
    about,
    snippet: snippet.replace('ONLY', targets.includes('sqlite') ? ' only postgres' : ''),
  }
}
