import type { Code } from '../../language/codes/code.ts'

/** What can go wrong while SQL runs. Those below MIG510 are raised by checks in the SQL itself, before any row is touched. */
export const DATABASE_CODES: readonly Code[] = [
  {
    code: 'MIG501',
    title: 'Rows have no place or no value in what is to come',
    explanation:
      'A column is NOT NULL from this revision on, and rows are there for which nothing says what it holds; or rows belong to none of the partitions that are to be, or into another one than they are in.',
    remedy: 'Write backfill VALUE on the column, declare a partition for the rows, or mend the rows first.',
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
  {
    code: 'MIG512',
    title: 'The server has no such role',
    explanation:
      'A grant, a policy or an owner names a role that this server does not have. Roles belong to a whole server, and no migration makes them. The transaction was rolled back.',
    remedy:
      'Have create role "name" run on the server by whoever may, or mend the name in the schema files; then run it again.',
  },
  {
    code: 'MIG530',
    title: 'The host of the database is not known',
    explanation: 'The name of the host in the URL has no address here.',
    remedy: 'Check it for a mistyped letter, and whether this machine can resolve it.',
  },
  {
    code: 'MIG531',
    title: 'No server listens there',
    explanation: 'The host is there, but nothing takes a connection at that port or socket.',
    remedy: 'Start the server, or check the host and the port. In a container localhost is the container itself.',
  },
  {
    code: 'MIG532',
    title: 'The server does not answer',
    explanation:
      'Nothing came back in time. A firewall that drops connections looks like this. Mig waits 15 seconds, or connect_timeout seconds where the URL says so.',
    remedy: 'Check the network between; a larger connect_timeout in the URL waits longer.',
  },
  {
    code: 'MIG533',
    title: 'The server does not let us in',
    explanation: 'The user, the password or the pg_hba.conf of the server does not allow the session.',
    remedy: 'Check the user and the password in the URL, percent-encoded, or PGPASSWORD.',
  },
  {
    code: 'MIG534',
    title: 'There is no such database',
    explanation: 'The server is there, and the database that the URL names is not.',
    remedy: 'Make it with createdb, or check its name.',
  },
  {
    code: 'MIG535',
    title: 'TLS is required, not offered, or not trusted',
    explanation: 'The server and the URL do not agree on an encrypted connection.',
    remedy:
      'sslmode=require in the URL asks for one, sslrootcert=FILE names the certificate to trust, no sslmode does without.',
  },
  {
    code: 'MIG536',
    title: 'The server takes no more sessions now',
    explanation: 'All connections are in use, or the server is just starting or stopping.',
    remedy: 'Wait and run the command again, or close sessions that nobody needs.',
  },
  {
    code: 'MIG537',
    title: 'The file is no database, or a damaged one',
    explanation: 'The file does not begin as an SQLite database does, or what it says does not fit together.',
    remedy: 'Check the path; restore a damaged file from a backup, or rescue its rows with sqlite3 FILE .recover.',
  },
  {
    code: 'MIG538',
    title: 'The database file cannot be opened',
    explanation:
      'The file or its folder is not there, is no file, or cannot be written. Only mig upgrade makes a file.',
    remedy: 'Check the path and who may write there.',
  },
  {
    code: 'MIG539',
    title: 'The connection cannot be made',
    explanation: 'The server refused the session, or what listens there does not speak as Postgres does.',
    remedy: 'The message says what it answered; see the log of the server.',
  },
  {
    code: 'MIG540',
    title: 'Not a name for a ledger',
    explanation:
      'The ledger is a table, TABLE or SCHEMA.TABLE, and Postgres cuts names of more than 63 letters: the table would not be found again.',
    remedy: 'Give it another name with --ledger.',
  },
  {
    code: 'MIG541',
    title: 'A newer Mig wrote the ledger',
    explanation:
      'The table that keeps what has run has a form that this version does not know, so it would misread it.',
    remedy: 'Install the version of Mig that ran last, or a newer one.',
  },
  {
    code: 'MIG542',
    title: 'The ledger is another table',
    explanation: 'A table or view of the name of the ledger is there, and lacks the columns that a ledger has.',
    remedy: 'Rename it, or give the ledger another name with --ledger.',
  },
  {
    code: 'MIG543',
    title: 'Ledgers elsewhere',
    explanation:
      'There is no ledger in the schema public, but there are tables of its name in other schemas: a second ledger would forget what the first one knows.',
    remedy: 'Say which one counts with --ledger SCHEMA.TABLE. A schema that is named outright is taken at its word.',
  },
  {
    code: 'MIG544',
    title: 'The database is at a revision that no folder holds',
    explanation: 'Newer code, or a branch that is not here, has run a revision on the database.',
    remedy:
      'Use the code that has that revision. Where it is gone for good, say what the database holds with mig stamp --purge REV.',
  },
  {
    code: 'MIG545',
    title: 'A gap in the ledger',
    explanation:
      'A revision is recorded, and one that it stands on is not. The line after of a revision may have been changed after it ran.',
    remedy: 'Restore the revision, or record what the database holds with mig stamp.',
  },
  {
    code: 'MIG546',
    title: 'A revision was edited after it ran',
    explanation: 'The ledger keeps the SHA-256 of what ran, and the file has another one now.',
    remedy:
      'Restore the file and make the change in a new revision. If the database does hold what the file says, take its sum over with mig stamp REV.',
  },
  {
    code: 'MIG547',
    title: 'A revision stands half way',
    explanation:
      'Some of its statements cannot run in a transaction, and it stopped between them. Nothing else runs before it has come to its end.',
    remedy: 'Mend the cause and run the command in the message: it goes on after the last statement that ran.',
  },
  {
    code: 'MIG548',
    title: 'Somebody else is at work',
    explanation:
      'Another runner holds the lock of the ledger, or another process writes to the SQLite file, for longer than --lock-timeout. A runner that was killed holds it as long as its last statement runs at the server.',
    remedy: 'Wait for it, or end it (select pg_terminate_backend(PROCESS)), and run the command again.',
  },
  {
    code: 'MIG549',
    title: 'A pooler shares out the sessions',
    explanation:
      'Between Mig and Postgres stands a pooler that gives each transaction another session, so no lock can hold other runners off.',
    remedy: 'Name the server itself, or a pool in session mode.',
  },
  {
    code: 'MIG550',
    title: 'The way down loses data',
    explanation: 'Statements on the way lose rows or values that nothing brings back.',
    remedy: 'Make a backup, then run it again with --allow-loss.',
  },
  {
    code: 'MIG551',
    title: 'The script does not fit the database',
    explanation:
      'A script made with --sql begins at one state of the database, and this one is at another: it ran before, or was made for another database. It stopped before it changed anything.',
    remedy: 'See mig current, and make the script for the range that is missing: mig upgrade A:B --sql.',
  },
  {
    code: 'MIG552',
    title: 'The ledger cannot be made',
    explanation:
      'The first revision needs the table that keeps what has run, and the database refused to make it. Since Postgres 15 not every role may make tables in the schema public.',
    remedy: 'Grant what is missing, or keep the ledger elsewhere with --ledger SCHEMA.TABLE.',
  },
  {
    code: 'MIG553',
    title: 'A setting of the session could not be put back',
    explanation:
      'A revision switched something off in the session of SQLite, such as the enforcement of foreign keys, and it could not be switched on again.',
    remedy: 'Close the session before anything else is done with it.',
  },
  {
    code: 'MIG554',
    title: 'The ledger does not show what is written to it',
    explanation:
      'A row that was written is not there when it is read: row level security, a trigger or a rule on the table stands between.',
    remedy: 'Remove it, or run Mig as the owner of the table.',
  },
  {
    code: 'MIG555',
    title: 'A statement begins or ends a transaction',
    explanation:
      'Each revision runs in one transaction that Mig begins and ends together with the ledger; a commit in between would leave half a revision behind when a later statement fails.',
    remedy: 'Remove the statement from the sql step.',
  },
  {
    code: 'MIG556',
    title: 'The session is inside a transaction',
    explanation:
      'A program gave Mig a session in the middle of a transaction of its own, which running revisions would end.',
    remedy: 'End it first, or give Mig a session of its own.',
  },
  {
    code: 'MIG560',
    title: 'Stopped, as asked',
    explanation:
      'Somebody pressed Ctrl+C or sent SIGTERM. The statement that ran came to its end, and its transaction was rolled back.',
    remedy: 'Run the command again to go on.',
  },
  {
    code: 'MIG561',
    title: 'The connection was lost',
    explanation: 'The server stopped, or somebody ended the session, or the network failed.',
    remedy: 'Run the command again when the database is back. Nothing runs twice.',
  },
  {
    code: 'MIG562',
    title: 'Nobody knows whether a statement ran',
    explanation:
      'A statement that cannot run in a transaction was begun, and the runner did not live to see how it ended. Of indexes Mig finds that out by itself, of this one nothing tells.',
    remedy:
      'Look whether the database shows what it does, bring it there by hand, and record the revision with mig stamp.',
  },
  {
    code: 'MIG563',
    title: 'The database refused what Mig asked of it',
    explanation: 'Not a statement of a revision failed, but one of Mig itself, such as reading the ledger.',
    remedy: 'The message says what the database answered.',
  },
]
