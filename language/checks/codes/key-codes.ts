import type { Code } from '../../codes/code.ts'

/** Keys and indexes. */
export const KEY_CODES: readonly Code[] = [
  {
    code: 'MIG162',
    title: 'A primary key that may be null',
    explanation: 'The columns of a primary key are never null: Postgres makes them so whatever the text says.',
    remedy: 'Remove the `?` after the type of the column.',
  },
  {
    code: 'MIG163',
    title: 'A key on values that cannot be compared',
    explanation:
      'Postgres has no order for `json`, `xml`, `point` and the other shapes, so it can build neither a key nor a plain index on them.',
    remedy: 'Use `jsonb` for `json`, or an index method that knows the type, such as `using gist`.',
  },
  {
    code: 'MIG165',
    title: 'An unknown column in a key',
    explanation:
      'A key, an index or a foreign key names a column that its table (or the table it goes to) does not have.',
    remedy: 'Correct the name or add the column.',
  },
  {
    code: 'MIG166',
    title: 'A column that stands twice in a key',
    explanation: 'The columns of a key are all different; Postgres refuses it otherwise.',
    remedy: 'Name it once.',
  },
  {
    code: 'MIG167',
    title: 'A foreign key between types that differ',
    explanation:
      'The values on both sides are compared. Postgres refuses a foreign key between types that it cannot compare; in SQLite a text never equals a number.',
    remedy: 'Give both columns one type.',
  },
  {
    code: 'MIG168',
    title: 'A foreign key to what is not unique',
    explanation:
      'A foreign key goes to a primary key, a unique key that is not deferrable, or a unique index on all rows, over just the columns that it names. Postgres refuses others; SQLite refuses the first row.',
    remedy: 'Make the columns unique, or let the foreign key go to the primary key.',
  },
  {
    code: 'MIG169',
    title: 'A foreign key that puts null where null cannot be',
    explanation:
      '`on delete set null` and its like change the rows that go there. Where the column is not null, the delete fails.',
    remedy: 'Let the column be null, or choose another action.',
  },
  {
    code: 'MIG170',
    title: 'A foreign key without an index',
    explanation:
      'Neither database makes an index for a foreign key. When a row is deleted that it goes to, the whole table is read to find the rows that went there. Small tables do not mind.',
    remedy: 'Put `index` behind the column, or add an index that begins with its columns.',
  },
  {
    code: 'MIG171',
    title: 'What a target leaves out',
    explanation:
      'Some parts of a line are known to one database only: index methods, operator classes, further columns of an index, the place of nulls, `match full`, where an identity starts. The other one does without, and the line still means the same, but for `deferrable` on a unique key, which SQLite checks row by row.',
    remedy: 'Nothing, if that is meant; or limit the line with `only`.',
  },
  {
    code: 'MIG172',
    title: 'Nulls that SQLite takes for different',
    explanation:
      '`nulls not distinct` lets one null into a unique key. SQLite takes any two nulls for different and would let in as many as come.',
    remedy: 'Leave it out, or limit the key to Postgres.',
  },
  {
    code: 'MIG178',
    title: 'One name for two things',
    explanation:
      'In Postgres the tables, views, indexes, unique keys and enums of a schema share one name space. In SQLite the tables, views and indexes of the whole database do, and the case of letters means nothing.',
    remedy: 'Give one of them another name.',
  },
  {
    code: 'MIG179',
    title: 'Names that differ only in the case of letters',
    explanation: 'SQLite does not see the case of letters in the names of columns.',
    remedy: 'Rename one of them.',
  },
]
