/** What a word of the language means, and a line or two that use it. */
export interface Word {
  readonly text: string
  readonly example: string
}

const word = (text: string, example: string): Word => ({ text, example })

/** By the word; `word@Node` is its meaning in nodes of that type. The wording is that of docs/language.md. */
export const WORDS: Readonly<Record<string, Word>> = {
  project: word(
    'The project, once, in the file that the tool is started on.',
    'project shop {\n  targets postgres 15, sqlite 3.38\n}',
  ),
  targets: word(
    'The databases that the SQL is made for, each with the oldest version that must be able to run it.',
    'targets postgres 15, sqlite 3.38',
  ),
  migrations: word(
    'Where the revisions are, relative to this file; `./migrations` unless it is said.',
    "migrations './db/migrations'",
  ),
  database: word(
    'Where the commands find the database: a URL, or a variable of the environment.',
    'database postgres env DATABASE_URL',
  ),
  env: word(
    'The URL is in this variable of the environment; a `.env` file beside this one is read.',
    'database postgres env DATABASE_URL',
  ),
  default_schema: word(
    'The schema of Postgres that names without one are in: `public` unless it is said.',
    'default_schema app',
  ),
  import: word(
    'Takes a whole file, or only what is named. All files of a project see the same names.',
    "import { owned } from './shared.mig'",
  ),
  from: word(
    'The file that the names are imported from, relative to this one.',
    "import { owned } from './shared.mig'",
  ),
  extension: word('An extension of Postgres.', 'extension citext only postgres'),
  version: word('The version that the extension starts with.', "extension postgis version '3.4' only postgres"),
  schema: word('A schema of Postgres. What is in it is written `schema.name`.', 'schema audit only postgres'),
  'schema@ExtensionDeclaration': word(
    'The schema that the extension is put into.',
    'extension postgis schema audit only postgres',
  ),
  enum: word(
    'An enum: one value a line, in the order in which Postgres sorts them. In SQLite a TEXT with a check.',
    'enum tier {\n  free\n  paid\n}',
  ),
  type: word(
    'A name for a type, with a spelling for each database where they differ.',
    'type document = json, postgres jsonb',
  ),
  mixin: word(
    'Members that tables take over with `include`. Names are made for each table anew.',
    'mixin timestamps {\n  created_at timestamptz default now()\n}',
  ),
  include: word('Puts the members of a mixin in this place.', 'include timestamps'),
  'include@IndexMember': word(
    'Further columns that are only kept in the index (Postgres).',
    'index (title) include (hits) only postgres',
  ),
  table: word(
    'A table: columns, keys, checks, indexes and mixins, one a line.',
    'table accounts {\n  id bigint identity primary\n}',
  ),
  strict: word('SQLite refuses values of other types (3.37).', 'table settings strict {'),
  without: word('`without rowid`: SQLite keeps the rows in the primary key.', 'table settings without rowid {'),
  rowid: word('`without rowid`: SQLite keeps the rows in the primary key.', 'table settings without rowid {'),
  unlogged: word('Postgres writes no log for the table: fast, and empty after a crash.', 'table sessions unlogged {'),
  only: word('Only this database has it.', 'search tsvector? only postgres'),
  postgres: word(
    'What follows, or what stands before it after `only`, is for Postgres alone.',
    "added timestamptz default postgres `clock_timestamp()` sqlite `datetime('now')`",
  ),
  sqlite: word(
    'What follows, or what stands before it after `only`, is for SQLite alone.',
    "added timestamptz default postgres `clock_timestamp()` sqlite `datetime('now')`",
  ),
  'postgres@Target': word(
    'The SQL is made for Postgres, from this version on: at least 13.',
    'targets postgres 15, sqlite 3.38',
  ),
  'sqlite@Target': word(
    'The SQL is made for SQLite, from this version on: at least 3.35.',
    'targets postgres 15, sqlite 3.38',
  ),
  'postgres@DatabaseLine': word(
    'The commands find the database of Postgres there: a URL, or `env` and the name of a variable.',
    'database postgres env DATABASE_URL',
  ),
  'sqlite@DatabaseLine': word(
    'The commands find the database of SQLite there: `sqlite:` and the path of its file, or `env` and the name of a variable.',
    "database sqlite 'sqlite:./dev.db'",
  ),
  primary: word(
    'The primary key: of the column that it stands on, or of the columns in brackets.',
    'primary (order_id, product_id)',
  ),
  unique: word(
    'A unique key: of the column that it stands on, or of the columns in brackets.',
    'unique products_sku (kind, sku)',
  ),
  'unique@IndexMember': word(
    'An index that refuses equal keys; unlike a unique key it can have conditions and expressions.',
    'unique index (`lower(slug)`) where `not gone`',
  ),
  foreign: word(
    'A foreign key over the columns in brackets, to the primary key of its target unless columns are named.',
    'foreign (kind, sku) -> products (kind, sku) on delete restrict',
  ),
  check: word('What must hold for each row.', 'check adult `age is null or age >= 18`'),
  index: word(
    'An index on the column that it stands on, or on the columns and SQL in brackets.',
    "index (customer_id, created_at desc) where `status = 'open'`",
  ),
  identity: word(
    'The next whole number for each row: `generated by default as identity`, in SQLite `autoincrement`.',
    'id bigint identity primary',
  ),
  always: word('Nobody but the database may write the number (Postgres).', 'id bigint identity always primary'),
  start: word('The first number (Postgres).', 'id bigint identity (start 1000 increment 10) primary'),
  increment: word('By what it counts (Postgres).', 'id bigint identity (start 1000 increment 10) primary'),
  default: word(
    "What a row gets that says nothing: a literal, a value of the column's enum, `now()`, `today()`, `uuid()`, or SQL.",
    'is_active bool default true',
  ),
  stored: word(
    'Computed when the row is written, and kept.',
    "full_name text = `first_name || ' ' || last_name` stored",
  ),
  virtual: word(
    'Computed when the row is read; Postgres has it from version 18 on.',
    'short text = `substr(label, 1, 10)` virtual',
  ),
  collate: word('How it sorts; collations belong to their database.', 'nick text? collate nocase only sqlite'),
  on: word(
    'What becomes of the row when the one that it goes to is deleted or changes its key.',
    'customer_id bigint -> customers on delete cascade',
  ),
  'on@TriggerDeclaration': word('The table of the trigger.', 'trigger documents_touch on documents {'),
  'on@DroppedDeclaration': word('The table of the trigger.', 'dropped trigger carts_touch on carts'),
  delete: word(
    'What becomes of the row when the one that it goes to is deleted.',
    'customer_id bigint -> customers on delete cascade',
  ),
  update: word(
    'What becomes of the row when the key that it goes to changes.',
    'product_id bigint -> products on update cascade',
  ),
  cascade: word(
    'The row goes, or changes, with the one that it goes to.',
    'customer_id bigint -> customers on delete cascade',
  ),
  restrict: word('Refused at once, as long as a row goes to it.', 'customer_id bigint -> customers on delete restrict'),
  no: word(
    '`no action`: refused at the end of the statement, or of the transaction if the key is deferred. It holds where nothing is said.',
    'product_id bigint -> products on delete no action',
  ),
  action: word(
    '`no action`: refused at the end of the statement, or of the transaction if the key is deferred. It holds where nothing is said.',
    'product_id bigint -> products on delete no action',
  ),
  set: word(
    '`set null` or `set default`: the columns of the row lose what they went to.',
    'parent_id bigint? -> accounts on delete set null',
  ),
  null: word('`set null`: the columns of the row become null.', 'parent_id bigint? -> accounts on delete set null'),
  match: word('`match full`: all columns of the key are null, or none is.', 'foreign (a, b) -> t (a, b) match full'),
  full: word('`match full`: all columns of the key are null, or none is.', 'foreign (a, b) -> t (a, b) match full'),
  deferrable: word(
    'The key can be checked at the end of the transaction.',
    'foreign (order_id) -> orders deferrable initially deferred',
  ),
  initially: word(
    'When the key is checked unless a transaction says otherwise.',
    'foreign (order_id) -> orders deferrable initially deferred',
  ),
  deferred: word(
    'Checked at the end of the transaction.',
    'foreign (order_id) -> orders deferrable initially deferred',
  ),
  immediate: word(
    'Checked at once, unless a transaction says otherwise.',
    'unique (order_id, sku) deferrable initially immediate',
  ),
  nulls: word('`nulls first`, `nulls last`: where nulls are in the order.', 'index (last_name desc nulls last)'),
  'nulls@UniqueMember': word(
    '`nulls not distinct`: one null at most (Postgres 15).',
    'unique (email) nulls not distinct',
  ),
  'nulls@IndexMember': word(
    '`nulls not distinct`: one null at most (Postgres 15).',
    'unique index (email) nulls not distinct',
  ),
  not: word('`nulls not distinct`: one null at most (Postgres 15).', 'unique (email) nulls not distinct'),
  distinct: word('`nulls not distinct`: one null at most (Postgres 15).', 'unique (email) nulls not distinct'),
  first: word('Nulls come before all else.', 'index (slug nulls first)'),
  last: word('Nulls come behind all else.', 'index (last_name desc nulls last)'),
  asc: word('The least comes first, as it does unless `desc` is said.', 'index (hits desc, title asc)'),
  desc: word('The greatest comes first.', 'index (hits desc, title asc)'),
  using: word('The method of the index: `btree` unless it is said (Postgres).', 'index (tags) using gin only postgres'),
  where: word('Only the rows for which it holds are in the index.', "index (customer_id) where `status = 'pending'`"),
  with: word('Storage parameters of the index (Postgres).', 'index (tags) using gin with (fastupdate = off)'),
  view: word(
    'A view: a query under a name. In braces where the SQL of the databases differs.',
    'view recent_kinds = `select distinct kind from readings`',
  ),
  trigger: word(
    'What is done when rows of a table change: the SQL that follows its name and its table, which differs between the databases.',
    'trigger documents_touch on documents {\n  postgres `before update for each row execute function touch()`\n}',
  ),
  was: word(
    '**A hint**: it is renamed. Without it, one thing would go and another come, and what it holds would be lost.',
    'mail text unique was email',
  ),
  backfill: word(
    '**A hint**: the value for the rows that are there, where a column is new or stops being null. It never becomes the default.',
    "country char(2) backfill 'US'",
  ),
  'backfill@DroppedMember': word(
    '**A hint**: what the rows get if the column comes back.',
    "dropped nickname backfill ''",
  ),
  convert: word(
    '**A hint**: how each value is turned when the type changes.',
    "age smallint? convert `cast(nullif(age, '') as smallint)` revert `cast(age as text)`",
  ),
  revert: word(
    '**A hint**: how each value is turned back, going down.',
    "age smallint? convert `cast(nullif(age, '') as smallint)` revert `cast(age as text)`",
  ),
  removed: word(
    '**A hint**: rows that hold the value get the other one before it goes. Without `->`, it goes only if no row holds it: the migration counts first.',
    'removed cancelled -> refunded',
  ),
  dropped: word('**A hint**: it is meant to go, and is not the old name of something new.', 'dropped nickname'),
  moves: word('Rows that hold this value get the other one.', 'moves returned -> shipped'),
  renames: word('The value is renamed on the way back.', 'renames shipped -> sent'),
  '=@GeneratedModifier': word(
    'Computed from the other columns of its row.',
    "full_name text = `first_name || ' ' || last_name` stored",
  ),
  '->': word(
    'A foreign key, to the primary key of the table unless a column is named.',
    'customer_id bigint -> customers on delete cascade',
  ),
  '->@RemovedEntry': word('The value that its rows get.', 'removed cancelled -> refunded'),
  '->@MovesEntry': word('The value that its rows get.', 'moves returned -> shipped'),
  '?': word('The column may be null. Without it, it is NOT NULL.', 'nick text?'),
  revision: word(
    'A step of the history: its id, what it is for, and the revisions that it comes after.',
    "revision b5fa6c4653db 'add exercises' after ab52a8c0fcb8",
  ),
  after: word(
    'The revisions that this one comes after; several where it merges branches.',
    "revision b5fa6c4653db 'add exercises' after ab52a8c0fcb8",
  ),
  created: word('When the revision was made, in UTC.', 'created 2026-01-05T05:30:00Z'),
  label: word('A name by which commands find the revision or its branch.', "label 'training'"),
  needs: word('Revisions of other branches that must have been run before.', 'needs 1e5f00000000'),
  allow: word(
    'A hazard that somebody has looked at, and why it is no danger here.',
    "allow MIG204 users.phone 'the table is empty'",
  ),
  create: word('The step that makes a thing. Its reverse drops it.', 'create enum difficulty {\n  easy\n  hard\n}'),
  add: word(
    'The step that adds a column, a key, a check or an index to a table.',
    "add column users: avatar_url text? backfill ''",
  ),
  drop: word(
    'The step that drops a thing. It is written whole, so that it can come back.',
    'drop column users: nickname text?',
  ),
  rename: word(
    'The step that renames a thing; what uses the name follows.',
    'rename column workouts.reps_count to total_reps',
  ),
  alter: word(
    'The step that changes a thing, from its old form to the new one.',
    'alter column users: email text to email citext',
  ),
  to: word('The form, or the name, after the step.', 'rename table old_things to audit.things'),
  plain: word('A table without options.', 'alter table users: strict to plain'),
  sql: word(
    'SQL by hand, in both directions. It is run as it is written.',
    "sql 'seed' {\n  up   `insert into kinds (name) values ('a')`\n  down `delete from kinds`\n}",
  ),
  up: word('What runs when the revision is applied.', "up `insert into kinds (name) values ('a')`"),
  down: word('What runs when it is taken back.', "down `delete from kinds where name = 'a'`"),
  none: word('Nothing runs in this direction; the text says why.', "down none 'the old values are not kept'"),
  column: word('A column, behind its table.', 'add column users: avatar_url text?'),
  constraint: word('A key or a check, behind its table.', 'add constraint orders: unique (number)'),
}
