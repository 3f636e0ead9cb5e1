import type { Code } from '../../codes/code.ts'

/** The project block and the hints. */
export const PROJECT_CODES: readonly Code[] = [
  {
    code: 'MIG190',
    title: 'A hint that cannot apply',
    explanation:
      'A hint says how to get to what the text says. `was` names what a thing was called before, so nothing else has that name now and no two things had it; what is `removed` or `dropped` is not there; rows move to a value that stays.',
    remedy: 'Correct the hint, or remove it once its revision is made.',
  },
  {
    code: 'MIG191',
    title: 'A backfill that is hardly needed',
    explanation:
      'A backfill fills the rows that are there when a column is new or stops being null. A column that may be null needs none; it is used only while the column is new.',
    remedy: 'Remove the `?` after the type, or the backfill.',
  },
  {
    code: 'MIG192',
    title: 'A conversion that reads another column than it seems to',
    explanation:
      'The SQL of `convert`, `revert` and `backfill` runs when the columns have their new names. An old name serves as well, but not while another column has it: then it means that column, as in two columns that change names.',
    remedy: 'Call the column by the name that it has now.',
  },
  {
    code: 'MIG195',
    title: 'A version that is not supported',
    explanation: 'The oldest versions that are supported are Postgres 13 and SQLite 3.35.',
    remedy: 'Write the oldest version that the project really runs on, 13 and 3.35 at least.',
  },
  {
    code: 'MIG196',
    title: 'Something that needs a newer version',
    explanation:
      'The version behind a target is the oldest that the project runs on. `nulls not distinct` and a list of columns after `set null` need Postgres 15, `compression` Postgres 14, a virtual column Postgres 18, a strict table SQLite 3.37, a scale outside of the precision Postgres 15.',
    remedy: 'Do without it, or raise the version of the target.',
  },
  {
    code: 'MIG197',
    title: 'A database that is no target, or given twice',
    explanation: '`database`, and `only`, speak of a database that the project is compiled for, and of each once.',
    remedy: 'Add it to the targets, or remove the line.',
  },
]
