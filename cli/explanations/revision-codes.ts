import type { Code } from '../../language/codes/code.ts'

/** What can be wrong with revisions, their folder, their graph, and the words that name them. */
export const REVISION_CODES: readonly Code[] = [
  {
    code: 'MIG300',
    title: 'Several heads where one is meant',
    explanation:
      'Two people made revisions on the same parent, so the history has two ends, and `head` could be either.',
    remedy: "Join them with mig merge -m 'MESSAGE', name one with --head, or narrow it as in LABEL@head.",
  },
  {
    code: 'MIG301',
    title: 'No such revision',
    explanation:
      'A revision is named by its id, by the beginning of its id (four letters or more), by a label, or by a word like head.',
    remedy: 'See mig history for what there is.',
  },
  {
    code: 'MIG302',
    title: 'The beginning of several ids',
    explanation: 'More than one revision has an id that begins like this.',
    remedy: 'Give more of the id.',
  },
  {
    code: 'MIG303',
    title: 'Not on that branch',
    explanation: 'LABEL@REV names a revision on the branch of that label, and this one is elsewhere.',
    remedy: 'Name the revision alone, or one of that branch.',
  },
  {
    code: 'MIG304',
    title: 'Several ways to go',
    explanation: 'Counting steps with +N or -N reached a place where the history forks or merges.',
    remedy: 'Name the revision to go to.',
  },
  {
    code: 'MIG305',
    title: 'Past the end',
    explanation: 'There are fewer revisions than +N or -N counts.',
    remedy: 'Count less, or name base, head or an id.',
  },
  {
    code: 'MIG306',
    title: 'Not one line of descent',
    explanation: 'The two ends of a range, or the target and where the database is, do not stand on each other.',
    remedy: 'Name two revisions of one line, the older one first.',
  },
  {
    code: 'MIG307',
    title: 'Revisions that overlap',
    explanation: 'Of the revisions named, one stands on another, so one of them says it all.',
    remedy: 'Name the newest of each line only.',
  },
  {
    code: 'MIG308',
    title: 'No range here',
    explanation:
      'The database itself says where it is, so a command that runs takes only the target. A range is for --sql.',
    remedy: 'Name only where to go.',
  },
  {
    code: 'MIG309',
    title: 'Not a range',
    explanation: 'A range is written A:B, A: or :B, the older revision first.',
    remedy: 'Write it like that.',
  },
  {
    code: 'MIG310',
    title: 'A step does not fit',
    explanation:
      'Folding the history, a step says that it changes something which is not there like that: a revision was edited, or one is missing.',
    remedy: 'Restore the files from version control and run mig check.',
  },
  {
    code: 'MIG311',
    title: 'The parent is no head',
    explanation: 'Another revision stands on the parent already. A second one there begins a branch.',
    remedy: 'Name a head, or give --splice if a branch is meant.',
  },
  {
    code: 'MIG312',
    title: 'A parent named twice',
    explanation: 'The same revision was named twice as a parent.',
    remedy: 'Name each once.',
  },
  {
    code: 'MIG313',
    title: 'The database is not at the heads',
    explanation: 'The command works only on a database to which every revision was applied.',
    remedy: 'Run the missing revisions first.',
  },
  {
    code: 'MIG314',
    title: 'Ranges that begin at different places',
    explanation: 'One script starts at one state of the database.',
    remedy: 'Begin each range at the same revision, or make two scripts.',
  },
  {
    code: 'MIG315',
    title: 'Targets that exclude each other',
    explanation: 'The targets cannot both be where the database is.',
    remedy: 'Leave out one of them.',
  },
  {
    code: 'MIG316',
    title: 'Steps that need each other',
    explanation:
      'A function, a view, a default or the like can be made only after what it uses. Here each of several needs the next one, and the last the first, so that none can be made first.',
    remedy:
      'Take one of the uses away, or make it in two revisions. A body in `language plpgsql` may name what comes later.',
  },
  {
    code: 'MIG320',
    title: 'A revision is missing',
    explanation: 'A revision comes after another one, or needs one, whose folder is not there.',
    remedy: 'Restore the folder from version control, or correct the line that names it.',
  },
  {
    code: 'MIG321',
    title: 'Two revisions with one id',
    explanation: 'An id names one revision for ever; two folders claim the same.',
    remedy: 'Remove one of the folders, or give the one that is applied nowhere another id.',
  },
  {
    code: 'MIG322',
    title: 'Ids that differ in upper and lower case only',
    explanation: 'Some file systems do not tell such names apart.',
    remedy: 'Give one of them another id.',
  },
  {
    code: 'MIG323',
    title: 'A revision is its own ancestor',
    explanation: 'Following the after lines leads in a circle.',
    remedy: 'Correct the after line of one of the revisions in the message.',
  },
  {
    code: 'MIG324',
    title: 'A revision needs itself',
    explanation: 'Following the after and needs lines leads in a circle.',
    remedy: 'Correct the needs line of one of the revisions in the message.',
  },
  {
    code: 'MIG325',
    title: 'A label used twice',
    explanation: 'A label names one branch.',
    remedy: 'Give the branch another label.',
  },
  {
    code: 'MIG326',
    title: 'Not an id',
    explanation: 'An id has 1 to 40 letters, digits and `_`, and is none of the words head, heads, base and current.',
    remedy: 'Give another id.',
  },
  {
    code: 'MIG327',
    title: 'Not a label',
    explanation: 'A label must not look like the words and signs that name revisions.',
    remedy: 'Use letters, digits, `_`, `.` and `/`.',
  },
  {
    code: 'MIG330',
    title: 'A file that belongs to no revision',
    explanation: 'The migrations folder holds revisions only, so that nothing in it is overlooked.',
    remedy: 'Move it out, or give it a name that begins with README or a dot.',
  },
  {
    code: 'MIG331',
    title: 'A folder without revision.mig',
    explanation: 'A revision is what its revision.mig says; without it the folder means nothing.',
    remedy: 'Restore the file from version control, or remove the folder.',
  },
  {
    code: 'MIG332',
    title: 'A file or folder cannot be read',
    explanation: 'The system refused to read a part of the migrations folder.',
    remedy: 'Check the path and who may read it.',
  },
  {
    code: 'MIG333',
    title: 'The revision is there already',
    explanation: 'A revision with this id has a folder; nothing overwrites it.',
    remedy: 'Give the new one another message or an --id, or remove the folder that is not meant to stay.',
  },
  {
    code: 'MIG334',
    title: 'The migrations folder cannot be written',
    explanation: 'The system refused to write. A revision is written whole or not at all, so nothing is there.',
    remedy: 'Check who may write there, and that the disk has room.',
  },
  {
    code: 'MIG335',
    title: 'A folder with the name of another revision',
    explanation: 'The id in the name of the folder is not the one in its revision.mig.',
    remedy: 'Rename the folder as the message says, or restore revision.mig from version control.',
  },
  {
    code: 'MIG340',
    title: 'A SQL file is missing',
    explanation: 'Every revision has SQL for every target, up and down.',
    remedy: 'Run mig compile to render it.',
  },
  {
    code: 'MIG341',
    title: 'SQL that was changed by hand',
    explanation: 'The SQL is derived from the steps and carries a checksum, so that what was reviewed is what runs.',
    remedy: 'Restore it. SQL of your own belongs into a sql step of revision.mig.',
  },
  {
    code: 'MIG342',
    title: 'SQL that its steps no longer give',
    explanation: 'The steps of the revision, or of one before it, were edited after the SQL was rendered.',
    remedy: 'Restore revision.mig if it is applied anywhere; else run mig compile, which renders the SQL anew.',
  },
  {
    code: 'MIG343',
    title: 'SQL of another revision',
    explanation:
      'The head of the file names another revision, target or direction than its place does, or other parents than revision.mig.',
    remedy: 'Run mig compile where only the parents differ; else remove the file before.',
  },
  {
    code: 'MIG344',
    title: 'A revision that cannot be undone',
    explanation: 'A step written by hand says that there is no way back, with the reason.',
    remedy: 'Write a down for the step if there is a way back after all.',
  },
  {
    code: 'MIG345',
    title: 'Steps that cannot be undone one by one',
    explanation: 'Inverting the steps does not lead back to where they began: the revision was edited.',
    remedy: 'Restore it from version control.',
  },
  {
    code: 'MIG346',
    title: 'A revision that was edited, though it gives the same SQL',
    explanation:
      'The SQL files name the revision.mig that they were rendered from, and this one is another: a comment, a label or the message was edited. An editor says so while the file is open; mig check does not, since nothing that runs has changed.',
    remedy: 'Render it again in the editor, or leave it as it is.',
  },
  {
    code: 'MIG350',
    title: 'Both branches change the same thing',
    explanation:
      'After the revision of one branch, a step of the other no longer fits: both add the same column, or one drops what the other alters. No revision above the two can help, since both must run before it.',
    remedy: 'Put one branch on top of the other: mig merge --rebase REV.',
  },
  {
    code: 'MIG351',
    title: 'The order of two branches decides',
    explanation:
      'Both branches can run after the other, but what is there in the end depends on which ran first. The schema must follow from which revisions ran, whatever their order, or a database could not tell where it is.',
    remedy: 'Put one branch on top of the other: mig merge --rebase REV.',
  },
  {
    code: 'MIG352',
    title: 'SQL that was written without the other branch',
    explanation:
      "The SQL of a revision is fixed when it is written. Where it makes a whole thing anew (SQLite's rebuild of a table, a type swap in Postgres), it names only what its author knew of: run on a database that has the other branch too, it would lose the other's columns or values, or fail.",
    remedy: 'Put one branch on top of the other, which writes its SQL anew: mig merge --rebase REV.',
  },
  {
    code: 'MIG353',
    title: 'Both branches take one name',
    explanation:
      'Each branch makes something of the same name. In Postgres tables, views, indexes, keys and enums share their names; in SQLite tables, views and indexes do, over all tables.',
    remedy: 'Put one branch on top of the other with another name: mig merge --rebase REV.',
  },
  {
    code: 'MIG354',
    title: 'One branch uses what the other takes away',
    explanation:
      'A key, an index, a view or hand-written SQL of one branch names a table or a column that the other branch drops.',
    remedy: 'Put one branch on top of the other and say what is to become of it: mig merge --rebase REV.',
  },
  {
    code: 'MIG356',
    title: 'Hand-written SQL beside changes of another branch',
    explanation:
      'Hand-written SQL of one branch speaks of a table that the other branch changes or writes to. A database may run the two in either order, and nobody but a person can tell whether that matters.',
    remedy: 'Look at both. If their order matters, mig merge --rebase REV puts one branch on top of the other.',
  },
  {
    code: 'MIG357',
    title: 'A branch that cannot be written anew',
    explanation:
      'mig merge --rebase takes the steps of each revision over to the other branch as they are, and plans only the last revision anew from the schema files where its steps no longer fit. This branch needs more than that.',
    remedy:
      'Undo its revisions on your own database, remove their folders, and run mig compile: it plans from the schema files.',
  },
  {
    code: 'MIG358',
    title: 'Two branches do not go together on one database',
    explanation:
      'A program asked for several heads at once. SQL is written for the database that its branch knows, and here one branch would undo the other, or fail on it. The command line tells the same with MIG350 to MIG354, at its places.',
    remedy:
      "Join the heads with `mig merge -m 'MESSAGE'`, or put one branch on top of the other with `mig merge --rebase REV`.",
  },
]
