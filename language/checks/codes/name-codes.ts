import type { Code } from '../../codes/code.ts'

/** Names and schemas. */
export const NAME_CODES: readonly Code[] = [
  {
    code: 'MIG164',
    title: 'A schema that is not declared',
    explanation:
      'An object stands in a schema that the project does not declare, or `default_schema` names one for all of them. Postgres refuses what stands there unless something else has made the schema.',
    remedy: 'Declare it: `schema audit only postgres`.',
  },
  {
    code: 'MIG174',
    title: 'What needs an extension that is not declared',
    explanation:
      'Types such as `citext`, `hstore` and `vector`, operator classes such as `gin_trgm_ops` and functions such as `uuid_generate_v4` and `crypt` come with an extension of Postgres. GiST and GIN compare plain values with `btree_gist` and `btree_gin`, and some extensions need another one. Without the extension Postgres refuses them; another tool may have made it.',
    remedy: 'Declare the extension: `extension citext`.',
  },
  {
    code: 'MIG180',
    title: 'A name that cannot be',
    explanation:
      'Postgres keeps the first 63 bytes of a name and cuts the rest without an error, so that the name in the database is another one than in the text. A letter outside of ASCII has more than one byte. A name is never empty.',
    remedy: 'Write a name of at most 63 bytes.',
  },
  {
    code: 'MIG181',
    title: 'A name that the database keeps for itself',
    explanation:
      'Every table of Postgres has the columns `tableoid`, `xmin`, `cmin`, `xmax`, `cmax` and `ctid`; names of schemas that start with `pg_` are its own, and in SQLite names that start with `sqlite_`.',
    remedy: 'Choose another name.',
  },
  {
    code: 'MIG187',
    title: 'Two triggers of one name in SQLite',
    explanation: 'In Postgres the name of a trigger belongs to its table; in SQLite it stands for itself.',
    remedy: 'Begin the name with that of the table.',
  },
  {
    code: 'MIG188',
    title: 'What SQLite does not have',
    explanation:
      'SQLite has no schemas inside of a database, no extensions that a migration could create, and no functions, procedures or sequences. It has no exclusion constraints, and a foreign key sets all of its columns or none.',
    remedy: 'Limit the object: `only postgres`. `default_schema` is fine: SQLite does without it.',
  },
  {
    code: 'MIG189',
    title: 'A table that SQLite refuses',
    explanation:
      'A table has at least one column, a table `without rowid` a primary key, and the columns of a `strict` table are INT, INTEGER, REAL, TEXT, BLOB or ANY.',
    remedy: 'Do as SQLite wants, or limit the table to Postgres.',
  },
  {
    code: 'MIG198',
    title: 'A declaration that nothing uses',
    explanation: 'A mixin that no table includes, or an alias or an enum that no column has.',
    remedy: 'Use it or remove it.',
  },
]
