import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Candidate } from '../candidate.ts'
import type { Scene } from '../scene.ts'
import { familyStarter } from './family-starters.ts'
import type { Starter } from './starter.ts'

const STARTERS: Readonly<Record<string, Starter>> = {
  table: {
    in: 'schema',
    rank: 0,
    about: 'A table.',
    snippet: 'table <1:name> {\n  id bigint identity primary\n  $0\n}',
  },
  enum: {
    in: 'schema',
    rank: 1,
    about: 'An enum: a type with named values, in their order.',
    snippet: 'enum <1:name> {\n  <0:value>\n}',
  },
  view: {
    in: 'schema',
    rank: 1,
    about: 'A view: a query under a name.',
    snippet: 'view <1:name> = `\n  select $0\n`',
  },
  mixin: {
    in: 'schema',
    rank: 1,
    about: 'Columns and keys that several tables `include`.',
    snippet: 'mixin <1:name> {\n  $0\n}',
  },
  type: {
    in: 'schema',
    rank: 1,
    about: 'A name for a type, with a spelling per database.',
    snippet: 'type <1:name> = <0:text>',
  },
  trigger: {
    in: 'schema',
    rank: 1,
    about: 'A trigger of a table, in the SQL of each database.',
    snippet: 'trigger <1:name> on <2:table> = `<0:after update>`',
  },
  import: { in: 'schema', rank: 1, about: 'Takes the declarations of another file.', snippet: "import '<0:./>'" },
  schema: { in: 'schema', rank: 2, about: 'A schema of Postgres.', snippet: 'schema <1:name> only postgres' },
  extension: {
    in: 'schema',
    rank: 2,
    about: 'An extension of Postgres.',
    snippet: 'extension <1:name> only postgres',
  },
  project: {
    in: 'schema',
    rank: 0,
    about: 'The project: what databases it is for, and where its revisions are.',
    snippet: 'project <1:name> {\n  targets <0:postgres 14, sqlite 3.38>\n}',
  },
  dropped: { in: 'schema', rank: 3, about: 'Says that something is meant to be dropped.', snippet: 'dropped ' },
  revision: {
    in: 'revision',
    rank: 0,
    about: 'The first line of a revision.',
    snippet: "revision <1:id> '<2:message>'",
  },
  created: { in: 'revision', rank: 0, about: 'When the revision was made, in UTC.', snippet: 'created ' },
  label: { in: 'revision', rank: 4, about: 'A name for the branch that begins here.', snippet: "label '<1:name>'" },
  needs: { in: 'revision', rank: 4, about: 'Revisions that must run before, on other branches.', snippet: 'needs ' },
  allow: {
    in: 'revision',
    rank: 4,
    about: 'Owns a hazard, and says why.',
    snippet: "allow <1:MIG2> <2:object> '<3:reason>'",
  },
  create: { in: 'revision', rank: 1, about: 'Creates an object, written whole.', snippet: 'create ' },
  drop: {
    in: 'revision',
    rank: 1,
    about: 'Drops an object, which is written whole so that it can come back.',
    snippet: 'drop ',
  },
  add: { in: 'revision', rank: 1, about: 'Adds a column, a constraint or an index to a table.', snippet: 'add ' },
  rename: { in: 'revision', rank: 1, about: 'Renames an object; its data stays.', snippet: 'rename ' },
  alter: {
    in: 'revision',
    rank: 1,
    about: 'Changes an object, from what it was to what it becomes.',
    snippet: 'alter ',
  },
  sql: {
    in: 'revision',
    rank: 1,
    about: 'SQL of your own, for both directions.',
    snippet: "sql '<1:what it does>' {\n  up   `$2`\n  down `$0`\n}",
  },
}

/** A word that starts a line of a file, where it makes sense. */
export function starter(word: string, scene: Scene): readonly Candidate[] {
  const found = STARTERS[word] ?? familyStarter(word, scene.targets)
  if (found === undefined || (found.in === 'revision') !== scene.isRevision) return []
  if (isThere(word, scene)) return []
  const { snippet, about, rank } = found
  const insert = /^\w+ ?$/.test(snippet) ? { insert: snippet } : { insert: `${word} `, snippet }
  return [{ label: word, kind: CompletionItemKind.Keyword, documentation: about, rank, ...insert }]
}

/** What a file has once: the project block in the main file, the head of a revision. */
function isThere(word: string, { elements, place, cursor }: Scene): boolean {
  const type = ONCE[word]
  if (type === undefined) return false
  if (word === 'project' && place.model.main !== place.parsed.file) return true
  return elements.some(node => node.$type === type && node.$cstNode?.offset !== cursor.start)
}

const ONCE: Readonly<Record<string, string>> = {
  project: 'ProjectDeclaration',
  revision: 'RevisionLine',
  created: 'CreatedLine',
}

/** The object of `create`, as it would stand in a schema file. */
export function objectOf(word: string): Candidate {
  const { snippet, about } = STARTERS[word] ?? familyStarter(word, []) ?? { snippet: word, about: '' }
  return { label: word, kind: CompletionItemKind.Keyword, insert: `${word} `, snippet, documentation: about, rank: 0 }
}
