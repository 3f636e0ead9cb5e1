import { CompletionItemKind } from 'vscode-languageserver-types'
import { quoteName } from '../../../../compiler/schema/name.ts'
import { textOf } from '../grammar/reading.ts'
import type { Offer } from '../spot.ts'
import { plain } from './old-names.ts'

const VERSIONS: Readonly<Record<string, readonly string[]>> = {
  postgres: ['18', '17', '16', '15', '14', '13'],
  sqlite: ['3.50', '3.45', '3.44', '3.41', '3.39', '3.38', '3.35'],
}

/** The oldest version that a target must be able to run on. */
export const versionOffer: Offer = ({ reads }) =>
  (VERSIONS[textOf(reads, 'TargetRule.dialect') ?? ''] ?? []).map(label => ({
    label,
    kind: CompletionItemKind.Value,
    detail: 'the oldest version that must be able to run it',
    rank: 0,
  }))

/** The folder of the revisions. */
export const migrationsOffer: Offer = ({ scene }) => {
  if (scene.cursor.kind === 'string') return []
  return [{ label: "'./migrations'", kind: CompletionItemKind.Folder, snippet: "'<1:./migrations>'", rank: 0 }]
}

const URLS: Readonly<Record<string, string>> = {
  postgres: 'postgres://localhost:5432/',
  sqlite: 'sqlite:./dev.db',
}

/** The URL of a database. */
export const urlOffer: Offer = ({ scene, reads }) => {
  const url = URLS[textOf(reads, 'Database.dialect') ?? '']
  if (scene.cursor.kind === 'string' || url === undefined) return []
  return [{ label: `'${url}'`, kind: CompletionItemKind.Value, snippet: `'<1:${url}>'`, rank: 0 }]
}

/** The variable of the environment that holds a URL. */
export const variableOffer: Offer = () => [{ label: 'DATABASE_URL', kind: CompletionItemKind.Variable, rank: 0 }]

/** The schemas of the database. */
export const schemaOffer: Offer = ({ scene }) =>
  [...new Set([...scene.schema.schemas.keys(), 'public'])].map(name => ({
    ...plain(name, CompletionItemKind.Module),
    rank: 0,
  }))

const EXTENSIONS: readonly (readonly [string, string])[] = [
  ['citext', 'Text without regard to case.'],
  ['pg_trgm', 'Similar texts, and indexes for `like`.'],
  ['pgcrypto', 'Hashes and encryption.'],
  ['uuid-ossp', 'Identifiers; `uuid()` needs no extension.'],
  ['hstore', 'Keys and values as text.'],
  ['ltree', 'Paths in trees.'],
  ['unaccent', 'Texts without accents.'],
  ['btree_gin', 'Plain columns in gin indexes.'],
  ['btree_gist', 'Plain columns in gist indexes.'],
  ['intarray', 'Arrays of whole numbers.'],
  ['fuzzystrmatch', 'Texts that sound alike.'],
  ['cube', 'Cubes of several dimensions.'],
  ['earthdistance', 'Distances on the globe.'],
  ['pg_stat_statements', 'What statements cost.'],
  ['postgis', 'Shapes and places.'],
  ['vector', 'Vectors and their nearest neighbours.'],
]

/** The extensions of Postgres that the project does not declare yet. */
export const extensionOffer: Offer = ({ scene }) =>
  EXTENSIONS.filter(([name]) => !scene.schema.extensions.has(name)).map(([label, documentation]) => ({
    label,
    insert: quoteName(label),
    kind: CompletionItemKind.Module,
    documentation,
    rank: 0,
  }))
