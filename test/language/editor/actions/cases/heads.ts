import type { FixCase } from '../fix-case.ts'

const sure = { sure: true } as const
const HEAD = 'project p {\n  targets postgres 15\n}\n\n'
const BOTH = 'project p {\n  targets postgres 15, sqlite 3.38\n}\n\n'
const T = 'table t {\n  a int primary\n\n  row security\n}\n\n'
const one = (code: string, title: string, before: string, after: string, more?: FixCase[4]): FixCase => [
  code,
  title,
  `${HEAD}${T}${before}\n`,
  `${HEAD}${T}${after}\n`,
  more,
]
const limited = (before: string, after: string): FixCase => [
  'MIG188',
  'Limit it: `only postgres`',
  `${BOTH}${before}\n`,
  `${BOTH}${after}\n`,
  sure,
]

/** What stands in the heads of functions, policies, grants and whatever else has its own SQL. */
export const HEAD_FIXES: readonly FixCase[] = [
  one(
    'MIG133',
    'Add `returns void`',
    'function f() language sql = `select 1`',
    'function f() returns void language sql = `select 1`',
  ),
  one(
    'MIG133',
    'Add `returns trigger`',
    'function f() language plpgsql = `begin return new; end`',
    'function f() returns trigger language plpgsql = `begin return new; end`',
    sure,
  ),
  one(
    'MIG133',
    'Leave `returns setof int` out',
    'procedure f() returns setof int language sql = `select 1`',
    'procedure f() language sql = `select 1`',
    sure,
  ),
  one(
    'MIG133',
    'Change to `immutable`',
    'function f() returns int imutable = `select 1`',
    'function f() returns int immutable = `select 1`',
    sure,
  ),
  one(
    'MIG133',
    'Write `check`',
    'policy p on t for insert using `a > 0`',
    'policy p on t for insert check `a > 0`',
    sure,
  ),
  one(
    'MIG133',
    'Write `using`',
    'policy p on t for delete check `a > 0`',
    'policy p on t for delete using `a > 0`',
    sure,
  ),
  one(
    'MIG133',
    'Leave `with grant option` out',
    'revoke select on t from public with grant option',
    'revoke select on t from public',
    { sure: true, at: 'with' },
  ),
  one(
    'MIG133',
    'Change to `select`',
    'grant selct, update on t to public',
    'grant select, update on t to public',
    sure,
  ),
  one('MIG133', 'Leave `usage` out', 'grant select, usage on t to public', 'grant select on t to public'),
  one(
    'MIG133',
    'Write `local`',
    'view v with (check_option = all) = `select a from t`',
    'view v with (check_option = local) = `select a from t`',
  ),
  one(
    'MIG133',
    'Write `true`',
    'view v with (security_barrier = maybe) = `select a from t`',
    'view v with (security_barrier = true) = `select a from t`',
  ),
  [
    'MIG136',
    'Add `drop` with `drop role "clerk x"`',
    `${HEAD}object clerk {\n  create \`create role "clerk x" nologin\`\n}\n`,
    `${HEAD}object clerk {\n  create \`create role "clerk x" nologin\`\n  drop \`drop role "clerk x"\`\n}\n`,
    sure,
  ],
  one(
    'MIG194',
    'Declare a function `touch` for triggers',
    'function none() returns int = `select 1`\n\n/// Often.\ntrigger g on t = `after insert execute function touch()`',
    'function none() returns int = `select 1`\n\nfunction touch() returns trigger language plpgsql = `\n  begin\n    return new;\n  end\n`\n\n/// Often.\ntrigger g on t = `after insert execute function touch()`',
  ),
  [
    'MIG194',
    'Change to `app.tenant`',
    `${HEAD}schema app\n\nfunction app.tenant() returns int = \`select 1\`\n\nview v = \`select app.tennant() as a\`\n`,
    `${HEAD}schema app\n\nfunction app.tenant() returns int = \`select 1\`\n\nview v = \`select app.tenant() as a\`\n`,
    sure,
  ],
  [
    'MIG194',
    'Change to `length`',
    `${HEAD}view v = \`select lenght('a') as n\`\n`,
    `${HEAD}view v = \`select length('a') as n\`\n`,
    sure,
  ],
  limited('sequence s start 5', 'sequence s start 5 only postgres'),
  limited(
    'function f() returns int language sql = `select 1`',
    'function f() returns int language sql only postgres = `select 1`',
  ),
  limited('composite c {\n  a int\n}', 'composite c only postgres {\n  a int\n}'),
  limited('range r = int subtype_diff int4mi', 'range r only postgres = int subtype_diff int4mi'),
]
