import type { Code } from '../../language/codes/code.ts'

/** What can be wrong with a command line, a project or its surroundings, and what a check finds. */
export const USAGE_CODES: readonly Code[] = [
  {
    code: 'MIG400',
    title: 'Mig has a bug',
    explanation: 'Something happened that Mig did not foresee. It is not your fault.',
    remedy: 'Report it with the output of the same command under MIG_DEBUG=1, which shows where it happened.',
  },
  {
    code: 'MIG401',
    title: 'Wrong usage',
    explanation: 'The command line names a command, an option or an argument that there is not, or leaves one out.',
    remedy: 'See mig --help, or mig COMMAND --help.',
  },
  {
    code: 'MIG402',
    title: 'No such project file',
    explanation: '--project names a file that is not there, or a folder.',
    remedy: 'Name the schema file that holds the project block.',
  },
  {
    code: 'MIG403',
    title: 'No project here',
    explanation:
      'A project begins with the file schema.mig, which is looked for in the current folder and in every folder above it.',
    remedy: 'Run mig init to begin one, go to the folder of the project, or name its file with --project FILE.',
  },
  {
    code: 'MIG404',
    title: 'The project is there already',
    explanation: 'mig init never overwrites a file.',
    remedy: 'Name another folder: mig init DIR.',
  },
  {
    code: 'MIG405',
    title: 'The clock is set to no time',
    explanation: 'MIG_NOW and SOURCE_DATE_EPOCH set the time that a revision says it was made.',
    remedy: 'Write MIG_NOW like 2026-01-05T05:30:00Z, SOURCE_DATE_EPOCH as seconds since 1970, or unset them.',
  },
  {
    code: 'MIG406',
    title: 'No such migrations folder',
    explanation: '--migrations names a folder that is not there, or a file.',
    remedy: 'Name the folder that holds the revisions.',
  },
  {
    code: 'MIG410',
    title: 'A file or folder cannot be used',
    explanation:
      'The system refused to open, read or write the path in the message. Files are written whole or not at all.',
    remedy: 'Mend the path, its permissions or the disk, and run the command again.',
  },
  {
    code: 'MIG420',
    title: 'A file is not formatted',
    explanation: 'mig format --check found a file that mig format would change.',
    remedy: 'Run mig format.',
  },
  {
    code: 'MIG421',
    title: 'The schema has changes in no revision',
    explanation:
      'The schema files say something that the revisions do not add up to: somebody edited them and forgot to compile.',
    remedy: "Run mig compile -m 'MESSAGE', read the SQL, and commit the folder.",
  },
  {
    code: 'MIG422',
    title: 'A revision lacks SQL',
    explanation: 'The folder of a revision has no SQL file for one of the targets: it is a draft, or a target is new.',
    remedy: 'Run mig compile, and commit what it writes.',
  },
  {
    code: 'MIG423',
    title: 'A revision is still empty',
    explanation: 'mig revision made it with an empty sql step, and its SQL is rendered once the step is filled in.',
    remedy: 'Write SQL into the step, or none where there is nothing to do, and run mig compile.',
  },
  {
    code: 'MIG424',
    title: 'SQL is rendered anew',
    explanation:
      'The steps of a revision, or of one before it, were edited after its SQL was rendered. Nobody touched the SQL since, so mig compile replaces it. SQL that was edited by hand is left alone, and compile stops.',
    remedy: 'If the revision is applied anywhere, restore its files from version control instead.',
  },
  {
    code: 'MIG430',
    title: 'No database is named',
    explanation:
      'The command talks to a database, and neither --database nor a database line of the project nor DATABASE_URL says which.',
    remedy: 'Give --database URL, or set one of the others.',
  },
  {
    code: 'MIG431',
    title: 'A variable that names the database is not set',
    explanation:
      'The project block says database DIALECT env NAME, and the variable is neither in the environment nor in the .env beside the project file.',
    remedy: 'Set it, or give --database URL.',
  },
  {
    code: 'MIG432',
    title: 'Several databases',
    explanation: 'The project block names a database for several targets, or several for one.',
    remedy: 'Choose with --target, or give --database URL.',
  },
  {
    code: 'MIG433',
    title: 'Not a database that Mig knows',
    explanation: 'A database is named by a URL that begins with postgres:, postgresql: or sqlite:.',
    remedy: 'Write postgres://USER:PASSWORD@HOST:PORT/NAME, or sqlite:PATH.',
  },
  {
    code: 'MIG434',
    title: 'A URL that does not hold together',
    explanation:
      'The URL of a database cannot be read, most often because of a sign in the password that means something in a URL. A password is printed as ***.',
    remedy:
      'Percent-encode such signs: @ is %40, : is %3A, / is %2F, ? is %3F, # is %23, % is %25. In a .env file set the value in quotes.',
  },
  {
    code: 'MIG435',
    title: 'Another kind of database',
    explanation:
      'The database is of a kind that the project has no SQL for, or not of the kind that --target or the database line names.',
    remedy: 'Name a database of a target, or add the target and run mig compile.',
  },
  {
    code: 'MIG436',
    title: 'A database in memory',
    explanation: 'What a command does to a database in memory is gone when the command ends.',
    remedy: 'Name a file: sqlite:PATH.',
  },
]
