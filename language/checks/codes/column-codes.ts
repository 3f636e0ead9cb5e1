import type { Code } from '../../codes/code.ts'

/** Types, defaults and modifiers of columns. */
export const COLUMN_CODES: readonly Code[] = [
  {
    code: 'MIG150',
    title: 'The numbers behind a type',
    explanation:
      'Some types take a length, a precision or a scale, such as `varchar(20)`, `decimal(12, 2)` and `timestamp(3)`; others take none. Postgres refuses numbers that are out of range.',
    remedy: 'Write as many numbers as the type takes, in its range.',
  },
  {
    code: 'MIG151',
    title: 'A type that a target does not have',
    explanation:
      'Types such as `inet`, `citext`, `money`, `point` and the ranges are those of Postgres. SQLite has nothing like them, and what it should hold instead is not for the tool to guess.',
    remedy: 'Give each target its own type, `address inet, sqlite text`, or limit the column: `only postgres`.',
  },
  {
    code: 'MIG152',
    title: 'An array in SQLite',
    explanation:
      'SQLite has no arrays. The column is a text that holds JSON, and a check refuses what is no JSON. Queries read it with `json_each`, not with `any` and subscripts as in Postgres.',
    remedy: 'Nothing, if that is meant. A table of its own is what both databases can query alike.',
  },
  {
    code: 'MIG153',
    title: 'A type of a name that may be null',
    explanation:
      '`?` says that a column may be null. The type of an alias has no such property, and columns would not get it.',
    remedy: 'Remove the `?` from the alias, and put it behind the type where it is used.',
  },
  {
    code: 'MIG154',
    title: 'A collation that a target does not have',
    explanation:
      'Collations belong to their database: SQLite has BINARY, NOCASE and RTRIM, Postgres those of its operating system and of ICU.',
    remedy: 'Leave the collation out, or limit the column or the index to one database.',
  },
  {
    code: 'MIG155',
    title: 'A value that does not fit',
    explanation:
      "A default or a backfill is not a value of the column's type: a text where a number stands, a number out of range, a text too long, a day that no calendar has, `now()` in a number, a column of the row. It is an error where a database refuses it, at once or when the first row is written, and a warning where it would hold something else than what is written.",
    remedy: 'Write a value of the type, or change the type.',
  },
  {
    code: 'MIG156',
    title: 'A value that the enum does not have',
    explanation:
      'A default, a backfill, or a text that SQL compares with a column of the enum, is none of its values. When a value is removed or renamed, all that names it has to be mended in the same step.',
    remedy: 'Name a value of the enum, or add the value to it.',
  },
  {
    code: 'MIG157',
    title: 'Null where null cannot be',
    explanation:
      'A column is not null unless there is a `?` after its type. `default null` or `backfill null` would make every row fail that relies on it.',
    remedy: 'Let the column be null, or remove the value.',
  },
  {
    code: 'MIG158',
    title: 'Modifiers that exclude each other',
    explanation:
      'A column gets its value from one source: it counts (`identity`), it is computed (`= … stored`), or it has a `default`. What is computed needs neither `backfill` nor `convert`.',
    remedy: 'Keep one of them.',
  },
  {
    code: 'MIG159',
    title: 'A column that cannot count',
    explanation:
      '`identity` gives each row the next whole number. The column is `smallint`, `int` or `bigint`, it is never null, and where it starts fits the direction in which it counts.',
    remedy: 'Make the column `bigint` without `?`, or leave `identity` out.',
  },
  {
    code: 'MIG160',
    title: 'Counting in SQLite',
    explanation:
      'SQLite counts in one place only: an INTEGER column that is the primary key by itself, in a table with rowid (autoinc.html).',
    remedy: 'Make the column the primary key, or limit it to Postgres.',
  },
  {
    code: 'MIG161',
    title: 'A computed column where none can stand',
    explanation:
      'A computed column uses the other columns of its row. Postgres computes none from another computed one, and has no keys and indexes on virtual ones; SQLite has no computed primary keys.',
    remedy: 'Compute it from plain columns, or store it.',
  },
]
