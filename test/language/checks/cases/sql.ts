import { type CheckCase, casesOf } from './check-case.ts'

const T = 'table t {\n  id int primary\n  name text\n}\n'
const U = 'table u {\n  id int primary\n  t_id int\n}\n'

export const SQL_CASES: readonly CheckCase[] = [
  ...casesOf('MIG182', [
    [
      'a column of a grant',
      '// targets postgres\ntable t {\n  amount int\n}\ngrant select (amuont) on «t» to app',
      { says: '`amount`' },
    ],
    ['a check', 'table t {\n  age int check `«agee» > 0`\n}', { says: 'Did you mean `age`?' }],
    ['a check on a line', 'table t {\n  a int\n  check `a > 0 and «b» < 5`\n}'],
    ['a check in several lines', 'table t {\n  a int\n  check `\n    a > 0\n      and «b» < 5\n  `\n}'],
    ['a computed column', 'table t {\n  a text\n  b text = `a || «c»` stored\n}'],
    ['an index', 'table t {\n  a text\n  index (`lower(«b»)`)\n}'],
    ['a partial index', 'table t {\n  a text\n  index (a) where `«b» is null`\n}'],
    ['for one database', 'table t {\n  a int\n  check postgres `«b» > 0` sqlite `a > 0`\n}'],
    [
      'a conversion',
      'table t {\n  a int convert `cast(«b» as int)` revert `cast(a as text) || «c»`\n}',
      { severity: 'warning' },
    ],
    [
      'a hint may say an old name',
      'table t {\n  a int was b convert `cast(b as int) + B + «c»` revert `t.b`\n  d int backfill `b`\n}',
      { severity: 'warning' },
    ],
    ['a check may not', 'table t {\n  a int was b\n  check `«b» > 0`\n}'],
    ['a backfill', 'table t {\n  a int backfill `«b» + 1`\n}', { severity: 'warning' }],
    [
      'capital letters without quotes',
      'table t {\n  Age int\n  check `«Age» > 0`\n}',
      { says: 'Did you mean `"Age"`?' },
    ],
    ['a text in double quotes', 'table t {\n  a text\n  check `a <> «"x"»`\n}', { says: "'x'" }],
    [
      'in a mixin, for one table',
      'mixin m {\n  check `«a» > 0`\n}\ntable t {\n  a int\n  include m\n}\ntable u {\n  b int\n  include m\n}',
    ],
    ['a view', `${T}view v = \`select «nme» from t\``, { says: 'Did you mean `name`?' }],
    ['a join', `${T}${U}view v = \`\n  select t.name, u.«nothing»\n  from t join u on u.t_id = t.id\n\``],
    [
      'a join with using',
      `${T}${U}view v = \`select t.name from t join u using («t_id»)\``,
      { says: 'wants the column on both sides, and `t` has none of that name.' },
    ],
    [
      'a join with using, the other side',
      `${T}${U}table w {\n  name text\n  t_idd int\n}\nview v = \`select w.name from t join u using (id) join w using («t_id»)\``,
      { says: 'Did you mean `t_idd`?' },
    ],
    [
      'a join of several with using',
      `${T}${U}table w {\n  a int\n}\nview v = \`select w.a from t join u on true join w using («a»)\``,
      { says: '`t` and `u` have none of that name. Join by a condition' },
    ],
    [
      'a view on a view',
      `${T}view v = \`select id, name as label from t\`\nview w = \`select v.«name» from v\``,
      { says: 'The view `v` has no column `name`.' },
    ],
    [
      'a trigger',
      `${T}trigger g on t {\n  postgres \`after insert for each row when (new.«nme» is null) execute function f()\`\n  sqlite \`after insert begin update t set name = new.«nme» where id = new.id; end\`\n}`,
    ],
    [
      'a trigger on columns',
      `${T}trigger g on t only postgres = \`after update of name, «nme» for each row execute function f()\``,
    ],
    [
      'policies',
      `// targets postgres\n${U}table t {\n  id int primary\n  owner text\n  row security\n  policy p to app using \`owner = current_user and «ownr» is null\` check \`\n    t.«ower» = 'x'\n  \`\n}\npolicy q on t using \`exists (select 1 from u where u.«tid» = t.id)\``,
      { says: 'Did you mean `owner`?' },
    ],
    [
      'a policy of a mixin',
      '// targets postgres\nmixin m {\n  row security\n  policy p using `«tenant» = current_user`\n}\ntable t {\n  include m\n  tenant text\n}\ntable t2 {\n  include m\n  id int\n}',
      { says: 'The table `t2` has no column `tenant`.' },
    ],
    [
      'rules',
      `// targets postgres\n${T}${U}rule r on t = \`on update where new.«nme» <> old.name do also (update u set «tid» = new.id where t_id = old.«idd»; delete from u where «nothing» = old.id)\``,
      { says: 'Did you mean `name`?' },
    ],
    [
      'fine policies and rules',
      `// targets postgres\nschema app\nfunction app.tenant() returns text = \`select current_setting('app.tenant', true)\`\n${U}table t {\n  id int primary\n  owner text\n  tags text[]\n  row security\n  policy p using \`owner = current_user or t.owner = session_user or (t).owner = app.tenant() or owner = any (tags) or t.ctid is null or owner in (select r.rolname from pg_roles r)\` check \`exists (select from u as m where m.t_id = id and m.id = t.id and current_date > date '2020-01-01') and pg_has_role(current_user, 'x', 'member') and (current_setting('a.b', true))::int = id\`\n}\nview v = \`select id, owner as who from t\`\nrule r on v = \`on insert do instead insert into t (id, owner) values (new.id, new.who) returning t.id, t.owner\`\nrule s on t = \`on delete where old.owner is not null do also select pg_notify('gone', old.owner), to_jsonb(old)\`\nrule n on u = \`on delete do instead nothing\``,
    ],
    [
      'fine ones',
      `table t {
  a int check \`t.a > 0 and current_date > '2020-01-01'\`
  "odd name" text check \`"odd name" <> ''\`
  Camel int
  b text = \`lower("odd name")\` stored
  index (\`coalesce(b, 'x')\`, a desc) where \`"Camel" is not null\`
  check \`case when a > 0 then true else cast(a as text) = b end\`
}`,
    ],
    [
      'SQLite does not see the case of letters',
      '// targets sqlite\ntable t {\n  Age int\n  check `age > 0 and rowid > 0`\n}',
    ],
    [
      'joins with using',
      `${T}${U}table w {\n  t_id int\n}\nview v = \`select 1 as one from t join u using (id) join w using (t_id) join (select 1 as z) x on true cross join t t2\`\nview v2 = \`select 1 as one from t cross join u join w using (t_id)\`\nview v3 only postgres = \`select 1 as one from t join (u join w using (t_id)) on true\``,
    ],
    ['what cannot be told', `${T}${U}view v = \`select nothing from t, u\``],
    [
      'rows of other queries',
      `${T}view v = \`with x as (select id as a, name from t) select x.a, y.b, x.name from x, (select 1 as b) y\``,
    ],
    [
      'a function over a table',
      `${T}view v only postgres = \`select t, t.ctid, g.n from t, generate_series(1, 5) as g(n)\``,
    ],
    [
      'a column on a broken line',
      'table t {\n  a int\n  b int defalt 1 (\n  check `b > 0`\n}',
      { beside: ['MIG101', 'MIG103'] },
    ],
  ]),
  ...casesOf('MIG139', [
    [
      'forth and back',
      '// targets postgres\ntable t {\n  tags json convert `to_json(tags)` revert `array(«select» json_array_elements_text(tags))`\n  b int convert `(«select» 1)`\n}',
      { says: 'Declare a function' },
    ],
    ['SQLite takes it', 'table t {\n  b int convert postgres `b::int` sqlite `(select 1)`\n}'],
    ['a word in a text', "table t {\n  b text convert `coalesce(b, '(select 1)')`\n}"],
  ]),
  ...casesOf('MIG183', [
    [
      'what policies and rules read',
      `// targets postgres\n${T}policy p on t using \`id in (select a from «nowhere»)\`\nrule r on t = \`on insert do also insert into «t_log» values (new.id)\``,
      { severity: 'warning', beside: ['MIG135'] },
    ],
    [
      'what a grant is on',
      '// targets postgres\ntable t {\n  a int\n}\ngrant select on «tt» to app',
      { severity: 'warning' },
    ],
    [
      'a function of a grant',
      '// targets postgres\nfunction f(a int) returns int = `select 1`\ngrant execute on function «f»(text) to app',
      { severity: 'warning' },
    ],
    [
      'what grants are on',
      '// targets postgres\nenum e {\n  one\n}\ntable t {\n  a e\n}\nmaterialized view m = `select a from t`\ngrant select on t to app\ngrant select on m to app\ngrant usage on type e to app\ngrant usage on language plpgsql to app',
    ],
    [
      'what a materialized view reads',
      '// targets postgres\nmaterialized view m = `select 1 from «nowhere»`',
      { severity: 'warning' },
    ],
    [
      'a table that is renamed',
      `table persons was people {\n  a int\n}\nview v = \`select a from «people»\``,
      { says: 'Write `persons`.' },
    ],
    [
      'a table that is renamed, by its new name',
      `table persons was people {\n  a int\n}\nview v = \`select a from persons\``,
    ],
    [
      'a view',
      `table customers {\n  a int\n}\nview v = \`select 1 as one from «custmers»\``,
      { severity: 'warning', says: 'Did you mean `customers`?' },
    ],
    ['a schema', `${T}view v only postgres = \`select 1 as one from «audit.t»\``, { severity: 'warning' }],
    [
      'a trigger',
      `${T}trigger g on t only sqlite = \`after insert begin insert into «log_entries» values (1); end\``,
      { severity: 'warning' },
    ],
    [
      'not imported',
      "import { u } from './u.mig'\nview v = `select 1 as one from «t»`",
      { severity: 'warning', says: 'It stands in u.mig', files: { '/project/u.mig': `${T}${U}` } },
    ],
    [
      'known ones',
      `${T}view v = \`select 1 as one from t\`\nview w = \`with x as (select 1 as one) select x.one from x, v\``,
    ],
    [
      'of the database',
      'view v only postgres = `select 1 as one from pg_class, information_schema.tables`\nview w only sqlite = `select 1 as one from sqlite_schema`',
    ],
    [
      'functions',
      "view v only postgres = `select g from generate_series(1, 5) as g`\nview w only sqlite = `select value from json_each('[]')`",
    ],
  ]),
  ...casesOf('MIG184', [
    ['a check', 'table t {\n  a int\n  check «postgres `a > 0`»\n}', { says: 'or limit it: `only postgres`' }],
    [
      'a check on a column',
      'table t {\n  a int check «postgres `a > 0`»\n}',
      { says: 'The check of `a` says nothing about SQLite.' },
    ],
    ['a default', 'table t {\n  a int default «sqlite `1 + 1`»\n}'],
    ['a computed column', 'table t {\n  a int\n  b int = «postgres `a + 1`» stored\n}'],
    ['an index', 'table t {\n  a text\n  index («postgres `lower(a)`»)\n}'],
    ['a partial index', 'table t {\n  a text\n  index (a) where «sqlite `a is null`»\n}'],
    ['a view', 'view «v» = postgres `select 1 as one`'],
    [
      'a trigger',
      `${T}trigger «g» on t {\n  postgres \`after insert execute function f()\`\n}`,
      { says: 'Add sqlite `…`' },
    ],
    ['a trigger of nothing', `${T}trigger «g» on t {\n}`],
    ['a type', 'table t {\n  a «postgres citext»\n}', { says: 'The type of `a` says nothing about SQLite.' }],
    ['through an alias', 'type folded = postgres citext\ntable t {\n  a «folded»\n}'],
    ['limited', 'table t {\n  a int\n  check postgres `a > 0` only postgres\n  b postgres citext only postgres\n}'],
    ['both', 'table t {\n  a int check postgres `a > 0` sqlite `a >= 1`\n  b text, postgres citext\n}'],
    ['hints need none', 'table t {\n  a int backfill postgres `1 + 1` convert postgres `a::int`\n}'],
  ]),
  ...casesOf('MIG185', [
    ['two views', 'view «a» = `select 1 as one from b`\nview b = `select 1 as one from a`', { says: 'a → b → a' }],
    ['one', 'view «a» = `select 1 as one from a`', { says: 'reads itself' }],
    ['a chain', 'view a = `select 1 as one from b`\nview b = `select 1 as one from c`\nview c = `select 1 as one`'],
  ]),
  ...casesOf('MIG186', [
    ['a check', `${T}table u {\n  a int check \`a in («select» id from t)\`\n}`],
    ['a default', `${T}table u {\n  a int default \`(«select» max(id) from t)\`\n}`],
    ['an index', `${T}table u {\n  a int\n  index (a) where \`exists («select» 1 from t)\`\n}`],
    ['a backfill', `${T}table u {\n  a int backfill \`(select max(id) from t)\`\n}`],
  ]),
  ...casesOf('MIG193', [
    [
      'the table once more',
      `${T}trigger g on t {\n  postgres \`before update «on t» for each row execute function f()\`\n  sqlite \`after update «on t» begin select 1; end\`\n}`,
      { says: 'Leave out `on t`.' },
    ],
    [
      'another table',
      `${T}${U}trigger g on t only postgres = \`\n  after insert or update of id «on\n  public.u»\n  for each row execute function f()\n\``,
      { says: 'The table is said outside of the backticks already: `trigger g on t`. Leave out `on public.u`.' },
    ],
    [
      'the whole statement',
      `${T}trigger g on t {\n  postgres \`«create or replace trigger g» before update «on t» for each row execute function f()\`\n  sqlite \`«CREATE TRIGGER IF NOT EXISTS "g"» after update «ON t» begin select 1; end\`\n}`,
      { says: 'begins with its event, `before update …`' },
    ],
    [
      'a constraint trigger',
      `${T}trigger g on t only postgres = \`«create constraint trigger g» after update «on t» deferrable for each row execute function f()\``,
    ],
    ['the word alone', `${T}trigger g on t only sqlite = \`«trigger» after update begin select 1; end\``],
    ['the name', `${T}trigger g on t only sqlite = \`«g» after update begin select 1; end\``],
    ['no event', `${T}trigger g on t only postgres = \`«for» each row execute function f()\``, { says: 'Begin with' }],
    ['no text', `${T}trigger g on t only sqlite = \`«»\``],
    [
      'no time',
      `${T}trigger g on t only postgres = \`«update» for each row execute function f()\``,
      { says: 'after update' },
    ],
    [
      'two events in SQLite',
      `${T}trigger g on t only sqlite = \`after insert «or update of name» begin select 1; end\``,
      { says: 'of its own for `update of name`' },
    ],
    ['truncate in SQLite', `${T}trigger g on t only sqlite = \`after «truncate» begin select 1; end\``],
    [
      'rows twice',
      `${T}trigger g on t only postgres = \`before update for each row «for each row» execute function f()\``,
      { says: 'stands once' },
    ],
    [
      'rows after the condition',
      `${T}trigger g on t {\n  postgres \`before update when (new.id > 1) «for each row» execute function f()\`\n  sqlite \`after update when new.id > 1 «for each row» begin select 1; end\`\n}`,
    ],
    ['rows at the end', `${T}trigger g on t only postgres = \`before update execute function f() «for each row»\``],
    [
      'a statement in SQLite',
      `${T}trigger g on t only sqlite = \`after update «for each statement» begin select 1; end\``,
    ],
    [
      'statements in Postgres',
      `${T}trigger g on t = \`after update for each row «begin» select 1; end\``,
      { says: 'execute function' },
    ],
    ['a function in SQLite', `${T}trigger g on t only sqlite = \`after update for each row «execute» function f()\``],
    ['no body', `${T}trigger g on t only postgres = \`after update for each «row»\``],
    ['no end', `${T}trigger g on t only sqlite = \`after update begin select 1«;»\``.replace('«;»', '; select «2»')],
    [
      'fine ones',
      `${T}trigger g on t {
  postgres \`
    -- on t
    after insert or update of id, "name"
    for each statement execute function f('on t', 'for each row');
  \`
  sqlite \`update of name for each row when exists (select 1 from t a join t b on a.id = b.id) begin update t set name = case when new.id > 1 then 'x' end; end;\`
}
trigger h on t only postgres = \`constraint after update deferrable initially deferred for each row when (old.* is distinct from new.*) execute procedure public.f()\`
trigger i on t only sqlite = \`delete begin select 1; end\`
trigger j on t only postgres = \`after update referencing old table as o new table as n execute function f()\``,
    ],
  ]),
]
