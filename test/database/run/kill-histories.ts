import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { Runnables } from '../../../database/run/runnable.ts'
import { alone, historyOf, type TestRevision } from './history-of.ts'

/** How many rows the tables of the histories have. */
export const ROWS = 300

const trace = (what: string) => `insert into trace values ('${what}')`

/** A statement that takes a while, in which a runner can be killed. */
const SLOW: Readonly<Record<DialectName, string>> = {
  postgres: `insert into slow select 1 from pg_sleep(0.4)`,
  sqlite: `insert into slow with recursive n (i) as (select 1 union all select i + 1 from n where i < 1500000) select count(*) from n`,
}

const COMMON: (dialect: DialectName) => readonly TestRevision[] = dialect => [
  {
    id: 'first',
    up: [
      'create table trace (what text not null)',
      'create table slow (n int)',
      'create table parent (id integer primary key, name text)',
      `insert into parent with recursive n (i) as (select 1 union all select i + 1 from n where i < ${ROWS}) select i, 'name ' || i from n`,
    ],
    down: [],
  },
  {
    id: 'child',
    up: [
      trace('child up'),
      'create table child (id integer primary key, parent integer not null references parent (id) on delete cascade)',
      'insert into child select id, id from parent',
    ],
    down: ['drop table child', trace('child down')],
  },
  { id: 'slow', up: [trace('slow up'), SLOW[dialect]], down: [SLOW[dialect], trace('slow down')] },
]

/** Everything that Postgres runs differently: in a transaction, alone in one, outside of any. */
const POSTGRES: readonly TestRevision[] = [
  ...COMMON('postgres'),
  {
    id: 'parts',
    up: [
      trace('parts up 1'),
      alone('create index concurrently child_parent on public.child (parent)'),
      trace('parts up 2'),
      alone(trace('parts up alone')),
      alone('create unique index concurrently if not exists "Parent name" on parent (name)'),
      alone('vacuum child'),
    ],
    down: [
      alone('drop index concurrently "Parent name"'),
      trace('parts down 1'),
      alone('reindex index concurrently child_parent'),
      alone('drop index concurrently public.child_parent'),
      alone(trace('parts down alone')),
    ],
  },
  {
    id: 'retype',
    up: ['alter table parent alter name type varchar(100)', trace('retype up')],
    down: ['alter table parent alter name type text', trace('retype down')],
  },
  { id: 'empty', up: [], down: [] },
  { id: 'last', up: [alone('vacuum parent')], down: [alone('vacuum parent')] },
]

const rebuild = (columns: string, values: string) => [
  alone('pragma foreign_keys = off'),
  `create table _mig_parent (${columns})`,
  `insert into _mig_parent select ${values} from parent where (
    with recursive n (i) as (select parent.id union all select i + 1 from n where i < parent.id + 4000) select count(*) from n) > 0`,
  'drop table parent',
  'alter table _mig_parent rename to parent',
]

const SQLITE: readonly TestRevision[] = [
  ...COMMON('sqlite'),
  {
    id: 'rebuild',
    up: [
      ...rebuild('id integer primary key, name text not null', 'id, name'),
      trace('rebuild up'),
      alone('pragma foreign_keys = on'),
    ],
    down: [
      ...rebuild('id integer primary key, name text', 'id, name'),
      trace('rebuild down'),
      alone('pragma foreign_keys = on'),
    ],
  },
  {
    id: 'parts',
    up: [
      trace('parts up 1'),
      alone('vacuum'),
      alone(trace('parts up alone')),
      ...rebuild('id integer primary key, name text not null, n int', 'id, name, 1'),
      trace('parts up 2'),
      alone('pragma foreign_keys = on'),
      alone('pragma user_version = 7'),
    ],
    down: [
      alone('pragma user_version = 0'),
      ...rebuild('id integer primary key, name text not null', 'id, name'),
      trace('parts down 1'),
      alone('pragma foreign_keys = on'),
      alone(trace('parts down alone')),
      alone('vacuum'),
    ],
  },
  { id: 'empty', up: [], down: [] },
  { id: 'last', up: [alone('vacuum')], down: [alone('vacuum')] },
]

/** The revisions in which runners are killed. */
export const KILL_REVISIONS: Readonly<Record<DialectName, readonly TestRevision[]>> = {
  postgres: POSTGRES,
  sqlite: SQLITE,
}

/** The same as a migrations folder would hold them. */
export function killHistory(dialect: DialectName): Runnables {
  return historyOf(dialect, KILL_REVISIONS[dialect])
}
