import type { Code } from '../../language/codes/code.ts'

/** What `mig verify` finds. */
export const VERIFY_CODES: readonly Code[] = [
  {
    code: 'MIG520',
    title: 'Going up leads to another schema than the steps say',
    explanation:
      'After the SQL of the revision had run, the catalog of the database was not that of a database which was built from the steps. The message names the steps that would bring it there.',
    remedy:
      'Restore the SQL file from version control, or remove it and run mig compile. SQL of your own belongs into a sql step.',
  },
  {
    code: 'MIG521',
    title: 'Going down does not lead back',
    explanation:
      'After the revision had gone up and down, the catalog of the database was not what it was before. The message names the steps that would bring it there.',
    remedy:
      'Restore the SQL file from version control, or remove it and run mig compile. SQL of your own belongs into a sql step.',
  },
  {
    code: 'MIG522',
    title: 'Rows are lost or changed',
    explanation:
      'The steps of the revision keep a column, and its values were not there any more after the SQL had run, or not with the same rows. The message shows a row.',
    remedy: 'Restore the SQL file from version control, or remove it and run mig compile.',
  },
  {
    code: 'MIG523',
    title: 'Hand-written SQL takes rows that were there before',
    explanation:
      'The SQL of a sql step deletes or changes rows that it did not make. That may be what is meant; a way down that deletes more than the way up has inserted rarely is.',
    remedy: 'Let the sql step name exactly the rows that it made.',
  },
  {
    code: 'MIG524',
    title: 'A revision can only run on rows of a certain kind',
    explanation:
      'On generated rows with everything that the schema allows the revision failed, on milder ones it did not: rows without duplicates, without nulls, far from the limits of their types, or none at all. It is a note where a hazard, an allow line or hand-written SQL tells of it; else, and where no row got through, a warning.',
    remedy: 'Look for such rows in production before the upgrade; mig show tells the hazards and how to find them.',
  },
  {
    code: 'MIG525',
    title: 'A revision cannot be undone',
    explanation: 'A step written by hand says none instead of SQL for the way down. The revision was only run up.',
    remedy: 'Nothing, if that is meant; else write the SQL for the way down.',
  },
  {
    code: 'MIG526',
    title: 'No rows could be made for a table',
    explanation:
      'Rows are generated from the types, the keys, the constants and patterns in the checks and the bounds of partitions, and the database said no to each of many. What becomes of rows of this table was not tried. It is a warning where a routine that a row runs cannot be run at all.',
    remedy:
      'Nothing is wrong with the revision. A check that says itself what is allowed, or a trigger that refuses less, lets rows be made; else try the revision on a copy of real rows.',
  },
  {
    code: 'MIG527',
    title: 'A schema cannot be built from the steps alone',
    explanation:
      'To compare with, the schema is built anew in an empty database. That failed: it uses something that no step makes, or that only a hand-written step makes in a way that needs rows.',
    remedy: 'Make what it uses a part of the schema files, or, as a function, of the `sql` step of a revision.',
  },
  {
    code: 'MIG519',
    title: 'A view or a trigger that SQLite cannot use',
    explanation:
      'SQLite keeps the text of a view or a trigger without a look at the names in it. After going up SQLite was asked to read the view, and how it would run the statements that fire the trigger, and refused that.',
    remedy: 'Mend the query or the trigger at the place that is named.',
  },
  {
    code: 'MIG528',
    title: 'The scratch database is not empty',
    explanation:
      'mig verify fills the database and drops everything in it at the end, so it takes only one that holds nothing.',
    remedy: 'Make an empty database and name that with --on, or leave --on out.',
  },
  {
    code: 'MIG529',
    title: 'There is no Postgres inside the process',
    explanation:
      'Without --on, revisions are verified on PGlite, the package @electric-sql/pglite: it is not installed, or it lacks an extension that the schema has.',
    remedy: 'npm install --save-dev @electric-sql/pglite, or name an empty database of a real server with --on.',
  },
]
