import type { FixCase } from '../fix-case.ts'

const HEAD = 'project p {\n  targets postgres 14, sqlite 3.38\n}\n'
const T = 'table t {\n  a int\n}\n'
const sure = { sure: true } as const
const main = (text: string, others: Readonly<Record<string, string>>) => ({ 'schema.mig': HEAD + text, ...others })

export const PROJECT_FIXES: readonly FixCase[] = [
  [
    'MIG110',
    "Change to './parts/billing.mig'",
    main("\nimport './billing.mig'\nimport './parts/billing.mig'\n", { 'parts/billing.mig': T }),
    main("\nimport './parts/billing.mig'\nimport './parts/billing.mig'\n", { 'parts/billing.mig': T }),
    sure,
  ],
  [
    'MIG110',
    "Change to './billing.mig'",
    main("\nimport './biling.mig'\n", {}),
    main("\nimport './billing.mig'\n", {}),
    { sure: true, around: { '/project/billing.mig': T } },
  ],
  [
    'MIG110',
    "Change to './billing.mig'",
    main("\nimport './billing'\n", {}),
    main("\nimport './billing.mig'\n", {}),
    { sure: true, around: { '/project/billing.mig': T } },
  ],
  [
    'MIG110',
    'Create other.mig',
    main("\nimport './other.mig'\n", {}),
    main("\nimport './other.mig'\n", { 'other.mig': '' }),
  ],
  [
    'MIG111',
    'Remove this import',
    main("\nimport './a.mig'\n", { 'a.mig': `import './schema.mig'\n\n${T}` }),
    main("\nimport './a.mig'\n", { 'a.mig': T }),
    sure,
  ],
  [
    'MIG112',
    'Change to `owned`',
    main("\nimport { ownd } from './a.mig'\n", { 'a.mig': 'mixin owned {\n  a int\n}\n' }),
    main("\nimport { owned } from './a.mig'\n", { 'a.mig': 'mixin owned {\n  a int\n}\n' }),
    sure,
  ],
  [
    'MIG112',
    'Remove `nothing` from the import',
    main("\nimport { t, nothing } from './a.mig'\n", { 'a.mig': T }),
    main("\nimport { t } from './a.mig'\n", { 'a.mig': T }),
    sure,
  ],
  [
    'MIG112',
    'Remove `nothing` from the import',
    main("\nimport { nothing, t } from './a.mig'\n", { 'a.mig': T }),
    main("\nimport { t } from './a.mig'\n", { 'a.mig': T }),
    sure,
  ],
  [
    'MIG112',
    'Import `e` from a.mig',
    main("\nimport { t } from './a.mig'\n", {
      'a.mig': 'enum e {\n  one\n}\n\ntable t {\n  a e\n}\n\ntable u {\n  a e\n}\n',
    }).valueOf() as Record<string, string>,
    main("\nimport { t, e } from './a.mig'\n", {
      'a.mig': 'enum e {\n  one\n}\n\ntable t {\n  a e\n}\n\ntable u {\n  a e\n}\n',
    }),
    sure,
  ],
  [
    'MIG112',
    'Import all of a.mig',
    main("\nimport { t } from './a.mig'\n", { 'a.mig': 'enum e {\n  one\n}\n\ntable t {\n  a e\n}\n' }),
    main("\nimport './a.mig'\n", { 'a.mig': 'enum e {\n  one\n}\n\ntable t {\n  a e\n}\n' }),
  ],
  [
    'MIG113',
    'Add `targets postgres 14, sqlite 3.38`',
    `project p {\n}\n${T}`,
    `project p {\n  targets postgres 14, sqlite 3.38\n}\n${T}`,
    sure,
  ],
  ['MIG113', 'Remove this project block', `${HEAD}\nproject q {\n  targets sqlite\n}\n\n${T}`, `${HEAD}\n${T}`, sure],
  ['MIG114', 'Leave `create` out', 'create table u {\n  a int\n}\n', 'table u {\n  a int\n}\n', sure],
  ['MIG114', 'Write `dropped table u`', `drop table u {\n  a int\n}\n\n${T}`, `dropped table u\n\n${T}`, sure],
  [
    'MIG114',
    'Write `removed`',
    `enum e {\n  one\n  moves two -> one\n}\n\ntable t {\n  a e\n}\n`,
    `enum e {\n  one\n  removed two -> one\n}\n\ntable t {\n  a e\n}\n`,
    sure,
  ],
  ['MIG114', 'Remove it', `\nrename table u to t\n\n${T}`, `\n${T}`],
  [
    'MIG120',
    "Import './types.mig', which declares it",
    '\ntable t {\n  a state\n}\n',
    "\nimport './types.mig'\n\ntable t {\n  a state\n}\n",
    {
      sure: true,
      around: { '/project/types.mig': 'enum state {\n  one\n}\n', '/project/b.mig': 'enum statement {\n  one\n}\n' },
    },
  ],
  [
    'MIG122',
    "Import './users.mig', which declares it",
    '\ntable t {\n  a int -> users index\n}\n',
    "\nimport './users.mig'\n\ntable t {\n  a int -> users index\n}\n",
    { sure: true, around: { '/project/users.mig': 'table users {\n  id int primary\n}\n' } },
  ],
  [
    'MIG117',
    'Import `u` from a.mig',
    main("\nimport { t } from './a.mig'\n", { 'a.mig': `${T}\n${T.replace('table t', 'table u')}` }),
    main("\nimport { t, u } from './a.mig'\n", { 'a.mig': `${T}\n${T.replace('table t', 'table u')}` }),
    sure,
  ],
  [
    'MIG117',
    'Import all of a.mig',
    main("\nimport { t } from './a.mig'\n", { 'a.mig': `${T}\nview v = \`select a from t\`\n` }),
    main("\nimport './a.mig'\n", { 'a.mig': `${T}\nview v = \`select a from t\`\n` }),
  ],
  [
    'MIG164',
    'Declare it: `schema audit`',
    'project p {\n  targets postgres 14\n}\n\ntable audit.t {\n  a int\n}\n',
    'project p {\n  targets postgres 14\n}\n\nschema audit\n\ntable audit.t {\n  a int\n}\n',
    sure,
  ],
  [
    'MIG174',
    'Declare it: `extension citext only postgres`',
    '\nextension hstore only postgres\n\ntable t {\n  a text, postgres citext\n}\n',
    '\nextension hstore only postgres\nextension citext only postgres\n\ntable t {\n  a text, postgres citext\n}\n',
    sure,
  ],
  [
    'MIG183',
    'Change to `customers`',
    '\ntable customers {\n  a int\n}\n\nview v = `select 1 as one from custmers`\n',
    '\ntable customers {\n  a int\n}\n\nview v = `select 1 as one from customers`\n',
    sure,
  ],
  [
    'MIG183',
    'Change to `"Users"`',
    '\ntable Users {\n  a int\n}\n\nview v = `select 1 as one from Userss`\n',
    '\ntable Users {\n  a int\n}\n\nview v = `select 1 as one from "Users"`\n',
    sure,
  ],
  [
    'MIG183',
    'Import `t` from u.mig',
    main("\nimport { u } from './u.mig'\n\nview v = `select 1 as one from t`\n", {
      'u.mig': `${T}\ntable u {\n  a int\n}\n`,
    }),
    main("\nimport { u, t } from './u.mig'\n\nview v = `select 1 as one from t`\n", {
      'u.mig': `${T}\ntable u {\n  a int\n}\n`,
    }),
    sure,
  ],
  [
    'MIG195',
    'Write `postgres 13`',
    'project p {\n  targets postgres 9.6, sqlite 3.38\n}\n',
    'project p {\n  targets postgres 13, sqlite 3.38\n}\n',
    sure,
  ],
  [
    'MIG196',
    'Say that the project runs on postgres 18 at least',
    'table t {\n  a int\n  b int = `a + 1` virtual\n}\n',
    'project p {\n  targets postgres 18, sqlite 3.38\n}\ntable t {\n  a int\n  b int = `a + 1` virtual\n}\n',
  ],
  [
    'MIG196',
    'Write `stored`',
    'table t {\n  a int\n  b int = `a + 1` virtual\n}\n',
    'table t {\n  a int\n  b int = `a + 1` stored\n}\n',
  ],
  [
    'MIG196',
    'Say that the project runs on sqlite 3.37 at least',
    'project p {\n  targets sqlite 3.36\n}\ntable t strict {\n  a int\n}\n',
    'project p {\n  targets sqlite 3.37\n}\ntable t strict {\n  a int\n}\n',
  ],
  [
    'MIG196',
    'Leave `strict` out',
    'project p {\n  targets sqlite 3.36\n}\ntable t strict {\n  a int\n}\n',
    'project p {\n  targets sqlite 3.36\n}\ntable t {\n  a int\n}\n',
  ],
  [
    'MIG196',
    'Say that the project runs on postgres 15 at least',
    'project p {\n  targets postgres\n}\ntable t {\n  a decimal(3, 5)\n  b int?\n\n  unique (b) nulls not distinct\n}\n',
    'project p {\n  targets postgres 15\n}\ntable t {\n  a decimal(3, 5)\n  b int?\n\n  unique (b) nulls not distinct\n}\n',
  ],
  [
    'MIG197',
    'Add `sqlite` to the targets',
    'project p {\n  targets postgres 15\n}\n\ntable t only sqlite {\n  a int\n}\n',
    'project p {\n  targets postgres 15, sqlite\n}\n\ntable t only sqlite {\n  a int\n}\n',
  ],
  [
    'MIG197',
    'Remove the line',
    'project p {\n  targets postgres 15\n}\n\ntable t {\n  a int only sqlite\n  b int\n}\n',
    'project p {\n  targets postgres 15\n}\n\ntable t {\n  b int\n}\n',
  ],
  [
    'MIG197',
    'Remove the line',
    "project p {\n  targets postgres 15\n  database sqlite 'a.db'\n}\n",
    'project p {\n  targets postgres 15\n}\n',
  ],
  ['MIG198', 'Remove it', `\n/// Nobody.\nmixin m {\n  a int\n}\n\n${T}`, `\n${T}`],
]
