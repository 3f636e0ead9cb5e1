import { type CheckCase, casesOf } from './check-case.ts'

const T = 'table t {\n  id int primary\n  name text\n}\n'

/** Functions that are called, run by triggers, or part of aggregates and ranges. */
export const FUNCTION_CASES: readonly CheckCase[] = [
  ...casesOf('MIG194', [
    [
      'a function in a schema of the project',
      `// targets postgres\nschema app\nschema other\nfunction app.tenant() returns int = \`select 1\`\ntable app.t {\n  id int primary\n}\npolicy p on app.t using \`id = «app.tennant»() and other.f() and id = app.tenant()\`\nrule r on app.t = \`on delete do also insert into app.t (id) values (app.tenant() + lower('a')::app.kind(1))\``,
      { severity: 'warning', says: 'Did you mean `app.tenant`?', beside: ['MIG135'] },
    ],
    [
      'a function that is declared nowhere',
      `${T}function touch() returns trigger language plpgsql only postgres = \`begin return new; end\`\ntrigger g on t only postgres = \`before update for each row execute function «tuch»()\``,
      { severity: 'warning', says: 'The project declares no function `tuch`. Did you mean `touch`?' },
    ],
    [
      'a function that returns something else',
      `${T}function touch() returns int language sql only postgres = \`select 1\`\ntrigger g on t only postgres = \`before update for each row execute function «public.touch»()\``,
      { says: 'The function `touch` is none that a trigger can run.' },
    ],
    [
      'a function of an aggregate in a schema of the project',
      'schema kit only postgres\naggregate «total»(int) sfunc kit.add stype int only postgres',
      { severity: 'warning', says: 'The project declares no function `kit.add`, the `sfunc` of this aggregate.' },
    ],
    [
      'functions that Postgres has itself',
      `${T}schema kit only postgres\nfunction kit.touch() returns trigger language plpgsql only postgres = \`begin return new; end\`\ntrigger g on t only postgres = \`before update for each row execute function suppress_redundant_updates_trigger()\`\ntrigger h on t only postgres = \`before update for each row execute procedure kit.touch()\`\naggregate total(int) sfunc int4pl stype int only postgres`,
    ],
    [
      'a call of a function that nobody has, wherever SQL stands',
      `// targets postgres
function is_tidy(a text) returns bool = \`select «tydy»(a)\`
domain label = text check \`«is_label»(value)\` default \`«blank»()\`
table t {
  id int primary default \`«nextid»()\`
  a text check \`«lenght»(a) > 3 and lower(a) = a and is_tidy(a) and coalesce(a, '') <> extract(year from now())::text\`
  b text = \`«is_tydy»(a)::text\` stored
  index (\`«my_lower»(a)\`) where \`«is_ok»(id)\`
  policy p using \`«tenant»() = id\`
}
view v = \`with q(a, b) as (select 1, 2), r(c) as materialized (values (1)) select «f»(a), sum(b) filter (where b > 1) over (partition by (a)) from q join lateral «gen»(a) g(x, y) on true, unnest(array[1]) with ordinality as z(i, n) where a in (1, 2) group by grouping sets ((a), rollup(b))\`
materialized view mv = \`select other.f(1), 1::foo(3), cast(1 as foo(3)), t(null), label('a'), «nope»(1) as a\`
rule r on t = \`on delete where «bad»(old.id) do also insert into t (id) values («worse»(1))\`
trigger g on t = \`before update of a, b when («cond»(old.id)) execute function suppress_redundant_updates_trigger()\`
function h(a int) returns int language plpgsql = \`
  declare
    x numeric(3, 1);
    y foo(3);
    c cursor (k int) for select * from t where id = k;
  begin
    perform «notify_all»(1);
    open c(1);
    for r in c(2) loop null; end loop;
    insert into t (id) values (1) on conflict (id) do update set (a, b) = (1, 2);
    create temp table tt (a int, b foo(3));
    create index i on tt (a);
    return «total_of»(1);
  end
\`
function e(a int) returns int set search_path to extensions = \`select elsewhere(a)\`
function py(a int) returns int language plpython3u = \`return foo(a)\``,
      { severity: 'warning' },
    ],
    [
      'a name that is close to one of the database',
      "// targets postgres\nview v = `select «lenght»('a') as n`",
      {
        severity: 'warning',
        says: 'The project declares no function `lenght`, and Postgres has none. Did you mean `length`?',
      },
    ],
    [
      'a function of both databases that one of them does not have',
      "table t {\n  a text check `«instr»(a, 'x') > 0`\n}",
      { severity: 'warning', says: 'Write the SQL of each database apart' },
    ],
    [
      'what an application may give to SQLite',
      "// targets sqlite\ntable t {\n  a text check `«slug»(a) = a and length(a) > 1 and json_valid(a)`\n}\nview v = `select highlight(f, 1, '', ''), j.value from f('x') f, json_each('[]') j`\nobject f {\n  create `create virtual table f using fts5(a)`\n  drop `drop table f`\n}",
      { severity: 'info', says: 'SQLite has no function `slug`. Leave this as it is when the application makes it' },
    ],
    [
      'the functions of an extension that is declared',
      "// targets postgres\nextension hstore\nview v = `select akeys('a=>1'), «mad»()`",
      { severity: 'warning' },
    ],
    [
      'a `do` block, which may make any',
      "// targets postgres\nobject o {\n  create `do 'begin create function made() returns int language sql as $$ select 1 $$; end'`\n  drop `drop function made()`\n}\nview v = `select made()`",
    ],
    [
      'an extension whose functions nobody knows',
      '// targets postgres\nextension pg_cron\nview v = `select schedules()`',
    ],
    [
      'what aggregates and ranges are made of',
      '// targets postgres\naggregate total(int) sfunc int4pl stype int\naggregate «bad»(int) sfunc int4plus stype int\nrange «r» = int subtype_diff int4_minus',
      { severity: 'warning', says: 'the `sfunc` of this aggregate' },
    ],
    [
      'a project that makes its functions in another way',
      `${T}trigger g on t only postgres = \`before update for each row execute function touch()\``,
    ],
  ]),
]
