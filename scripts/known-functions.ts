import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PGlite } from '@electric-sql/pglite'
import { connectPostgres } from '../database/postgres.ts'
import { startPostgres } from '../test/engines/postgres-server.ts'

/** Writes compiler/sql/routine/known/: the names of the functions that the databases have, asked of them. */
const FOLDER = resolve(import.meta.dirname, '../compiler/sql/routine/known')

type Ask = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>

const FUNCTIONS = `select proname::text as name from pg_proc where pronamespace = 'pg_catalog'::regnamespace`

/** What else can stand before a bracket: types (`int4(x)`), and words of the grammar. */
const WORDS = `select typname::text as name from pg_type where typnamespace = 'pg_catalog'::regnamespace and typtype in ('b', 'r', 'm') and typelem = 0
  union select word from pg_get_keywords()`

/** Those of an extension that SQL can call. */
const OF_EXTENSION = `select distinct p.proname::text as name from pg_depend d join pg_extension e on e.oid = d.refobjid
  join pg_proc p on p.oid = d.objid
  where d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_extension'::regclass and d.deptype = 'e' and e.extname = `

/** Languages and the like, whose functions nobody calls by name. */
const NOT_ASKED = /^pl|_pl|^jsonb_pl|^hstore_pl|^ltree_pl/

/** Of builds with more in them (sqlite.org: compile.html, json1.html, series.html, loadext.html), table-valued functions among them. */
const OTHER_BUILDS = `generate_series icu_load_collation json_each json_tree jsonb_each jsonb_tree regexp soundex sqlite_offset`

/** The words of SQLite's grammar (lang_keywords.html) that a bracket may follow. */
const WORDS_OF_SQLITE = `all and as between by case cast check collate conflict default distinct else escape except exists
  filter from glob group having if in indexed insert intersect into is isnull key limit match materialized not notnull
  nulls of offset on or order over partition primary raise recursive references regexp returning select set table then
  union unique update using values when where window with`

const functions = new Set<string>()
const others = new Set<string>()
const extensions = new Map<string, Set<string>>()

async function read(ask: Ask): Promise<void> {
  for (const { name } of await ask(FUNCTIONS)) functions.add(String(name))
  for (const { name } of await ask(WORDS)) others.add(String(name))
}

async function readExtensions(ask: Ask): Promise<void> {
  for (const { name } of await ask('select name::text from pg_available_extensions')) {
    if (NOT_ASKED.test(String(name))) continue
    await ask(`create extension if not exists "${name}" cascade`)
    const found = extensions.get(String(name)) ?? new Set()
    for (const row of await ask(`${OF_EXTENSION}'${name}'`)) found.add(String(row.name))
    if (found.size > 0) extensions.set(String(name), found)
  }
}

for (const version of [13, 15, 18] as const) {
  const server = await startPostgres(version)
  const connection = await connectPostgres(`${server.url}/postgres`)
  await read(connection.query)
  await readExtensions(connection.query)
  await connection.close()
  await server.stop()
}
const pglite = await PGlite.create()
await read(async sql => (await pglite.query<Record<string, unknown>>(sql)).rows)
await pglite.close()

const database = new DatabaseSync(':memory:')
const listed = database
  .prepare('select distinct name from pragma_function_list')
  .all()
  .map(({ name }) => String(name))
const modules = database
  .prepare('pragma module_list')
  .all()
  .map(({ name }) => String(name))
const pragmas = database
  .prepare('pragma pragma_list')
  .all()
  .map(({ name }) => `pragma_${name}`)
const inSqlite = new Set([...listed, ...modules, ...pragmas, ...words(OTHER_BUILDS)])

write('postgres-functions.ts', 'POSTGRES_FUNCTIONS', 'The functions of Postgres 13 to 18.', byLetter(functions))
write(
  'postgres-words.ts',
  'POSTGRES_WORDS',
  'The words of Postgres 13 to 18, types among them, that are no functions.',
  byLetter(new Set([...others].filter(name => !functions.has(name)))),
)
write(
  'sqlite-functions.ts',
  'SQLITE_FUNCTIONS',
  'The functions of SQLite, those of optional builds, too.',
  byLetter(inSqlite),
)
write(
  'sqlite-words.ts',
  'SQLITE_WORDS',
  'The words of SQLite that a bracket may follow.',
  byLetter(new Set(words(WORDS_OF_SQLITE).filter(name => !inSqlite.has(name)))),
)
write(
  'extension-names.ts',
  'EXTENSION_NAMES',
  'The functions of the extensions that come with Postgres 13 to 18: an extension a line, its name first.',
  [...extensions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, found]) => `${name}: ${[...found].filter(isWord).sort().join(' ')}`),
)

function byLetter(names: ReadonlySet<string>): readonly string[] {
  const lines = new Map<string, string[]>()
  for (const name of [...names].filter(isWord).sort()) lines.set(name[0]!, [...(lines.get(name[0]!) ?? []), name])
  return [...lines.values()].map(line => line.join(' '))
}

function isWord(name: string): boolean {
  return /^[a-z_][a-z0-9_]*$/.test(name)
}

function words(text: string): readonly string[] {
  return text.split(/\s+/)
}

function write(file: string, name: string, says: string, lines: readonly string[]): void {
  const text = `/** ${says} Written by scripts/known-functions.ts. */\nexport const ${name} = \`\n${lines.join('\n')}\n\`\n`
  writeFileSync(join(FOLDER, file), text)
}

spawnSync('npx', ['biome', 'check', '--write', FOLDER], { stdio: 'inherit' })
