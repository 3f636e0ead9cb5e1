import type { Code } from '../../language/codes/code.ts'

/** What can go wrong while SQL runs. Those below MIG510 are raised by checks in the SQL itself, before any row is touched. */
export const DATABASE_CODES: readonly Code[] = [
  {
    code: 'MIG501',
    title: 'Rows have no value for a column that must have one',
    explanation: 'A column is NOT NULL from this revision on, and rows are there for which nothing says what it holds.',
    remedy: 'Write backfill VALUE on the column, or mend the rows first.',
  },
  {
    code: 'MIG502',
    title: 'Rows hold an enum value that goes away',
    explanation: 'A value leaves the enum, rows still hold it, and nothing says what becomes of them.',
    remedy: 'Write removed VALUE -> OTHER in the enum, or mend the rows first.',
  },
  {
    code: 'MIG503',
    title: 'Rows would point to rows that are not there',
    explanation: 'After the change a foreign key would not hold. Everything was rolled back.',
    remedy: 'Mend or delete those rows first.',
  },
  {
    code: 'MIG504',
    title: 'Rows hold text that cannot become the new type',
    explanation: 'A column changes its type, and some rows hold a value that the new type has no form for.',
    remedy: 'Write convert SQL on the column, or mend the rows first.',
  },
  {
    code: 'MIG505',
    title: 'The database holds something that Mig cannot read',
    explanation: 'The description of an object in the database does not have the form that its documentation promises.',
    remedy: 'The message names the object; report it with its definition.',
  },
  {
    code: 'MIG510',
    title: 'The database refused a statement',
    explanation:
      'The message names the file, the line, and what the database said. The transaction was rolled back; parts of a file outside of a transaction that had run before stay.',
    remedy: 'Mend the cause and run it again.',
  },
  {
    code: 'MIG511',
    title: 'A revision has no way in this direction',
    explanation: 'A step written by hand says none instead of SQL, with the reason.',
    remedy: 'Stop before this revision, or write the SQL after all.',
  },
]
