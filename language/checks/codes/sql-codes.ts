import type { Code } from '../../codes/code.ts'

/** The SQL between backticks. */
export const SQL_CODES: readonly Code[] = [
  {
    code: 'MIG182',
    title: 'An unknown column in SQL',
    explanation:
      'SQL names a column that its table does not have. Only names are reported that can be nothing else. Postgres folds names without quotes to lower case, so a column `"Age"` is `"Age"` in SQL, too.',
    remedy: 'Correct the name. A text stands in single quotes.',
  },
  {
    code: 'MIG183',
    title: 'An unknown table in SQL',
    explanation:
      'A view, a trigger, a policy or a rule reads a table or view that the project does not declare, or a grant, a policy or a rule is on something that it does not. An extension or another tool may have made it.',
    remedy: 'Correct the name or declare it; leave it as it is when something else makes it.',
  },
  {
    code: 'MIG184',
    title: 'A target without a spelling',
    explanation:
      'A type or SQL is given for one database only, and the object is for both. The other one would silently do without it.',
    remedy: 'Add the spelling for the other database, or limit the object with `only`.',
  },
  {
    code: 'MIG185',
    title: 'Views that read each other',
    explanation: 'A view is created after those that it reads. In a circle there is no first one.',
    remedy: 'Let one of them read the tables.',
  },
  {
    code: 'MIG186',
    title: 'A query where none can be',
    explanation:
      'A check, a default, a computed column and an index see one row. Neither database allows a query in them.',
    remedy: 'Use a foreign key, a trigger or a function.',
  },
  {
    code: 'MIG139',
    title: 'A query in a conversion',
    explanation:
      'Postgres turns the values of a column while it writes its table anew (`alter column … type … using …`), and lets no query stand in that. SQLite takes one.',
    remedy: 'Declare a function that asks it, and call that function in `convert` or `revert`.',
  },
  {
    code: 'MIG193',
    title: 'A trigger that is told twice, or not whole',
    explanation:
      'Between the backticks stands what follows `create trigger NAME … ON TABLE`: the event, for which rows, on what condition, and what is done. The name and the table stand before them, and are put where the database wants them. Postgres runs a function (`execute function f()`), SQLite the statements between `begin` and `end`.',
    remedy:
      'Write `trigger NAME on TABLE`, then postgres `before update for each row execute function f()` and sqlite `after update begin …; end`.',
  },
  {
    code: 'MIG194',
    title: 'A function that is not declared, or does not fit',
    explanation:
      'A trigger runs a function that the project does not declare and that Postgres does not have itself, or one that has arguments or returns something else than `trigger`. The same is said of the functions of an aggregate or a range, and of those that any SQL calls, by their names alone or by a schema whose functions the project declares, unless the database has them: what Postgres 13 to 18 and the extensions that come with it have is known by name. Nothing is said where they may come from elsewhere: from an extension whose functions are not known, a `do` block, a schema that is not in the project, or, for triggers, where the project declares no function at all. An application may give functions to SQLite, so there it is a note.',
    remedy: 'Declare it: `function touch() returns trigger language plpgsql = …`, or name another.',
  },
  {
    code: 'MIG199',
    title: 'Something that a target does not have',
    explanation:
      'A key, an index, a view, a trigger or a column is for both databases and needs something that is limited to one of them.',
    remedy: 'Limit it, too, or take the limit away.',
  },
]
