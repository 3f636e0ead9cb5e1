import type { Code } from '../../language/codes/code.ts'

/** What can be wrong with revisions, their folder, their graph, and the words that name them. */
export const REVISION_CODES: readonly Code[] = [
  {
    code: 'MIG300',
    title: 'Several heads where one is meant',
    explanation:
      'Two people made revisions on the same parent, so the history has two ends, and `head` could be either.',
    remedy: 'Name one with --head, narrow it as in LABEL@head, or put one revision on top of the other.',
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
    remedy: 'Restore revision.mig if it is applied anywhere; else remove the SQL file and run mig compile.',
  },
  {
    code: 'MIG343',
    title: 'SQL of another revision',
    explanation: 'The head of the file names another revision, target or direction than its place does.',
    remedy: 'Remove it and run mig compile.',
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
]
