import type { Code } from '../../language/codes/code.ts'

/** What `mig check --database` finds. */
export const DRIFT_CODES: readonly Code[] = [
  {
    code: 'MIG570',
    title: 'The database lacks something that its revisions make',
    explanation:
      'By the ledger the database has the revision that makes the object, and the object is not there: somebody dropped it by hand, or the database was stamped without having it.',
    remedy:
      'mig check --database --verbose prints the SQL that brings it back. If it is to be gone, take it out of the schema files, run mig compile, and stamp this database.',
  },
  {
    code: 'MIG571',
    title: 'The database has something that is not as its revisions make it',
    explanation:
      'The object is there and differs; the message says in what, in the words of the database. Expressions, defaults, views and triggers are compared by what they mean to this server and not by how they are written. A comment that differs, and a constraint that is NOT VALID, are warnings.',
    remedy:
      'mig check --database --verbose prints the SQL that brings it back. If the change is meant, make it in the schema files, run mig compile, and stamp this database.',
  },
  {
    code: 'MIG572',
    title: 'A table has something that is in no revision',
    explanation:
      'A table of the project has a column, a key, a check, an index, a trigger, a policy or a rule that no revision makes and no hand-written SQL names, or something of which the schema declares a privilege has one more. Mig leaves it alone, and no step would take it away; a rebuild of the table keeps it.',
    remedy: 'Write it into the schema files if it is to stay, or drop it.',
  },
  {
    code: 'MIG573',
    title: 'A text cannot be told apart from that of the revisions',
    explanation:
      'Postgres keeps expressions and queries in words of its own, which differ by version. To know whether two texts are the same it is asked to spell the wanted one, as a temporary object in a transaction that is rolled back. That needs the right to make temporary tables on a server that takes writes; without it, whatever is not the same to the letter and might be the same in meaning is such a note.',
    remedy: 'grant temporary on database NAME to ROLE, or run the check on the primary server.',
  },
  {
    code: 'MIG574',
    title: 'Revisions have not run on the database yet',
    explanation: 'They are in the folder and not in the ledger. The database was compared with what it has.',
    remedy: 'Run mig upgrade when it is time.',
  },
  {
    code: 'MIG575',
    title: 'The database was not compared',
    explanation: 'The revisions cannot be read or do not fit together, so nobody knows what the database should hold.',
    remedy: 'Mend the errors in the migrations folder first.',
  },
  {
    code: 'MIG576',
    title: 'The role may use no schema of its search path',
    explanation:
      'Tables whose names have no schema lie in the first schema of the search path that the role may use. There is none, so they cannot be found.',
    remedy: 'grant usage on schema public to ROLE, or set the search path of the role.',
  },
  {
    code: 'MIG577',
    title: 'The database changes while it is looked at',
    explanation: 'The ledger was not the same before and after, three times in a row: somebody runs revisions.',
    remedy: 'Wait until the upgrade is done, and run the command again.',
  },
]
