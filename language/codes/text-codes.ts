import type { Code } from './code.ts'

/** What can be wrong with a text, its names and its imports; the checks count theirs from 150. */
export const TEXT_CODES: readonly Code[] = [
  {
    code: 'MIG101',
    title: 'This cannot stand here',
    explanation:
      'The text does not follow the grammar of the language at this place. A line holds one declaration and ends with the line break; only one error is shown for each line.',
    remedy: 'Write what the message expects, or put a name that is no plain word in quotes: "odd name".',
  },
  {
    code: 'MIG102',
    title: 'Something is not closed',
    explanation:
      'A string (\'…\') and a quoted name ("…") end on the line where they start. SQL in backticks may span lines; when it swallows the head of the next declaration, its closing backtick is missing. A backtick inside of SQL is doubled.',
    remedy: "Add the closing mark. A line break in a string is written as \\n in the form E'two\\nlines'.",
  },
  {
    code: 'MIG103',
    title: 'Braces do not fit',
    explanation:
      'A `{` has no `}`, or the other way round. A declaration that starts at the left margin ends an open one.',
    remedy: 'Add or remove the brace.',
  },
  {
    code: 'MIG104',
    title: 'A sign that means nothing here',
    explanation:
      'The language has no such sign outside of strings, names in quotes and SQL. Lines need no `;`, comments start with `//`.',
    remedy: 'Remove it.',
  },
  {
    code: 'MIG105',
    title: 'The file is too large',
    explanation: 'Reading the file exceeded the limits of the parser.',
    remedy: 'Split it into several files and import them.',
  },
  {
    code: 'MIG106',
    title: 'A documentation comment that documents nothing',
    explanation:
      'A `///` comment becomes the comment of the declaration after it. There is none here, or something stands before it on its line.',
    remedy: 'Put it on a line of its own before the declaration, or write `//`.',
  },
  {
    code: 'MIG107',
    title: 'Said twice',
    explanation: 'An option, a modifier, or the SQL or type for one database is given twice, and only one can hold.',
    remedy: 'Keep one of them.',
  },
  {
    code: 'MIG108',
    title: 'Not a number or name of that form',
    explanation: 'A number has digits and at most one point; the id of a revision has 1 to 40 letters, digits and `_`.',
    remedy: 'Correct it.',
  },
  {
    code: 'MIG110',
    title: 'A file is missing',
    explanation: 'The path of an import is relative to the file it stands in.',
    remedy: 'Correct the path or add the file.',
  },
  {
    code: 'MIG111',
    title: 'Files import each other',
    explanation:
      'An import leads back to the file it stands in. All files of a project share their names, so only one direction is needed.',
    remedy: 'Remove one of the imports.',
  },
  {
    code: 'MIG112',
    title: 'A name that is not imported',
    explanation:
      'The file does not declare the name that is imported from it, or something imported uses a table or enum that is not.',
    remedy: 'Import the name too, or the whole file.',
  },
  {
    code: 'MIG113',
    title: 'The project block',
    explanation:
      'A project says once, in the file that the tool is started on, which databases it targets: `project shop { targets postgres 14, sqlite 3.38 }`.',
    remedy: 'Write it there, with its targets.',
  },
  {
    code: 'MIG114',
    title: 'Not in this kind of file',
    explanation:
      'A schema file holds declarations. A revision file starts with `revision` and holds steps; hints and imports have no meaning in it.',
    remedy: 'Remove the line or move it.',
  },
  {
    code: 'MIG115',
    title: 'A file that nothing imports',
    explanation:
      'The schema is the main file and what it imports. This file lies beside them or below, and none of them names it, so nothing that it declares is planned, checked or migrated.',
    remedy:
      "Write `import './FILE.mig'` in the main file. A file that is no part of the schema is better kept elsewhere.",
  },
  {
    code: 'MIG116',
    title: 'A hint that has done its work',
    explanation:
      'A hint says how to get to what the text says, and the revisions have got there: the column has its new name, the rows have their value. It does nothing any more, and never changes what is planned. Only editors say so.',
    remedy: 'Remove it. It may stay as long as you like.',
  },
  {
    code: 'MIG117',
    title: 'A declaration that nothing imports',
    explanation:
      "`import { a, b } from 'FILE'` takes only what it names. This declaration stands in such a file and is not named, so it is in no revision, and a table of that name in a database is not looked after.",
    remedy:
      "Name it in the import, or import the whole file: `import './FILE.mig'`. If it is left out on purpose, nothing needs to be done.",
  },
  {
    code: 'MIG120',
    title: 'An unknown type',
    explanation:
      'A type is a built-in one, an enum, an alias (`type name = …`), or anything the database knows in backticks.',
    remedy: 'Correct the name, declare it, or put a type that only the database knows in backticks.',
  },
  {
    code: 'MIG121',
    title: 'An unknown mixin',
    explanation: '`include NAME` puts the members of `mixin NAME` in its place.',
    remedy: 'Correct the name or declare the mixin.',
  },
  {
    code: 'MIG122',
    title: 'An unknown table',
    explanation:
      'A foreign key or a trigger names a table that the project does not declare. Where `missing` says that this is meant, SQLite refuses every insert, update and delete of the table that the key is on, until the other one is there.',
    remedy: 'Correct the name, declare the table or import its file.',
  },
  {
    code: 'MIG123',
    title: 'Declared twice',
    explanation:
      'Two declarations share a name, possibly in two files; or a project declares a table and a view of one name.',
    remedy: 'Rename or remove one of them.',
  },
  {
    code: 'MIG124',
    title: 'Two members of one name',
    explanation:
      'A table has two columns, or two keys, checks or indexes, of one name, or two primary keys; or an enum has a value twice.',
    remedy: 'Rename or remove one of them. A primary key of several columns is written `primary (a, b)`.',
  },
  {
    code: 'MIG125',
    title: 'A mixin or an alias that contains itself',
    explanation: 'Following the mixins that a mixin includes, or the types that an alias is made of, leads back to it.',
    remedy: 'Remove one of the links of the circle.',
  },
  {
    code: 'MIG127',
    title: 'A column or a hint',
    explanation:
      '`dropped NAME` says that a member is meant to go. When NAME is a type too, the line could as well declare a column called `dropped`.',
    remedy: 'Put the name of the column that is meant in quotes: `dropped "date"`, or `"dropped" date`.',
  },
  {
    code: 'MIG128',
    title: 'A value that cannot be read',
    explanation:
      'A value is a literal, `null`, the name of an enum value, `now()`, `today()`, `uuid()`, or SQL in backticks.',
    remedy: 'Write SQL in backticks for anything else.',
  },
  {
    code: 'MIG129',
    title: 'A foreign key without a clear target',
    explanation:
      'A foreign key goes to the primary key of its target unless columns are given, and has as many columns as that.',
    remedy: 'Name the target columns: `-> orders (id)`.',
  },
  {
    code: 'MIG130',
    title: 'A hint without its other half',
    explanation: '`revert` says how to undo a `convert`; alone it has no meaning in a schema file.',
    remedy: 'Add `convert`, or remove `revert`.',
  },
  {
    code: 'MIG131',
    title: 'A word of SQL too many',
    explanation: '`primary`, `unique` and `foreign` stand without `key`: what follows them is the name of the key.',
    remedy: 'Leave `key` out, or put it in quotes if it is the name.',
  },
  {
    code: 'MIG132',
    title: 'Two types of one name',
    explanation:
      'The project declares an enum or an alias that has the name of a built-in type. Without quotes the name means the built-in type.',
    remedy: 'Write the name in quotes for the declared type, or give that another name.',
  },
  {
    code: 'MIG133',
    title: 'A head that Postgres would not read',
    explanation:
      'What stands between the name of a function and its body is in the words of Postgres: the arguments in brackets, `returns …`, then options such as `language plpgsql`, `immutable` or `security definer`. An argument is `[in|out|inout|variadic] [NAME] TYPE [default VALUE]`. A sequence is owned by a column, which is written with its table.',
    remedy: 'Write it as `create function` has it, without the body.',
  },
  {
    code: 'MIG134',
    title: 'A function that cannot be found for sure',
    explanation:
      '`depends on NAME` says that something must be there first, and the project declares nothing of that name. Or two functions have one name, and defaults let one call mean both: Postgres refuses such a call.',
    remedy: 'Correct the name, or take a default away.',
  },
  {
    code: 'MIG135',
    title: 'Policies without row security',
    explanation:
      'Postgres asks the policies of a table only where the row security of the table is on. Without the line `row security` everybody sees every row.',
    remedy: 'Add the line `row security` to the table.',
  },
  {
    code: 'MIG136',
    title: 'An object that cannot be made or dropped',
    explanation:
      'An `object` holds the statements that make something for which the language has no word. How it is dropped, Mig tells by itself for casts, operators, operator classes and families, collations, text search objects, publications, event triggers, foreign data wrappers, servers, foreign tables, user mappings, statistics, conversions, transforms, access methods, languages and virtual tables; for anything else the text has to say it. Tables, functions and whatever else has a declaration of its own is declared by that, so that changes of it are seen.',
    remedy: 'Add the missing line, or use the declaration.',
  },
  {
    code: 'MIG137',
    title: 'A parent that cannot be one',
    explanation: 'A partition belongs to a table that says `partition by`, and no table has its columns from itself.',
    remedy: 'Say how the parent is divided, or name another.',
  },
  {
    code: 'MIG140',
    title: 'The head of a revision',
    explanation:
      "A revision file starts with `revision ID 'message'`, which names its parents after `after`, and a line `created TIME`.",
    remedy: 'Write the head, once.',
  },
  {
    code: 'MIG141',
    title: 'A step that is not whole',
    explanation:
      'A step holds all that it needs to be undone: the two sides of a change, the columns that a key goes to, the SQL of a `sql` step.',
    remedy: 'Write the missing part.',
  },
  {
    code: 'MIG142',
    title: 'SQL that would end the transaction',
    explanation:
      'Each revision runs in one transaction with its row in the ledger, so that it is there as a whole or not at all. `begin`, `commit` or `rollback` in a `sql` step would take that apart. Savepoints are free to use.',
    remedy: 'Remove the statement. What the database refuses inside a transaction, Mig sets apart by itself.',
  },
]
