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
      'Some parts of a line are known to one database only: index methods, operator classes, further columns of an index, the place of nulls, `match full`, where an identity starts, where and how rows are kept, `not valid`. The other one does without, and the line still means the same, but for `deferrable` on a unique key, which SQLite checks row by row.',
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
    code: 'MIG173',
    title: 'A column that is not the parent’s',
    explanation:
      'A partition has the columns of its table: its own lines can only give them another default or NOT NULL. A table that inherits a column from several others has it once, so it must be of one type.',
    remedy: 'Add the column to the table that is divided, or give the column one type.',
  },
  {
    code: 'MIG175',
    title: 'A bound of another kind',
    explanation:
      'What a partition says about its rows has to fit how its table is divided: from and to by range, in a list, modulus and remainder by hash, with one value for each key.',
    remedy: 'Write the bound that belongs to `partition by`.',
  },
  {
    code: 'MIG143',
    title: 'Partitions that overlap',
    explanation:
      'A row of a divided table belongs to one partition: ranges do not overlap (what stands after `to` is in the next one), a value is in one list, a remainder is said once, and there is one default partition. Postgres refuses the second partition. Numbers and days are compared here; how texts sort only the database knows.',
    remedy: 'Give one of the partitions other bounds.',
  },
  {
    code: 'MIG144',
    title: 'A parameter of long values where there are none',
    explanation:
      'Postgres keeps long values of a table elsewhere, and the parameters that begin with `toast.` are about that place. A table has it once it has a column whose values can be long, such as `text`, `jsonb` or an array. Without one, Postgres takes the parameter without a word and forgets it.',
    remedy: 'Leave the parameter out until there is such a column.',
  },
  {
    code: 'MIG138',
    title: 'A foreign key to a table that may be emptied',
    explanation:
      'Postgres empties an `unlogged` table after a crash. A table that is logged keeps its rows, which would then point nowhere, so Postgres makes no such foreign key. The other way round, and between two unlogged tables, it does.',
    remedy: 'Take `unlogged` from the table that is pointed at, or write it at both.',
  },
  {
    code: 'MIG176',
    title: 'A key without the columns a table is divided by',
    explanation:
      'Postgres keeps a unique key in each partition for itself. It is unique in the whole only when its columns say which partition a row is in.',
    remedy: 'Add the columns of `partition by` to the key.',
  },
  {
    code: 'MIG177',
    title: 'What only SQLite does with a conflict',
    explanation:
      'In SQLite a key or NOT NULL can say what becomes of a row that breaks it: `on conflict replace`, `ignore`, `fail`, `rollback`. Postgres refuses such a row; there the statement says it, `insert … on conflict do …`.',
    remedy: 'Say it in the statements, or limit the line, the column or the table to SQLite.',
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
