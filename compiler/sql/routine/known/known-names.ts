import type { DialectName } from '../../../schema/dialect.ts'
import { EXTENSION_NAMES } from './extension-names.ts'
import { POSTGRES_FUNCTIONS } from './postgres-functions.ts'
import { POSTGRES_WORDS } from './postgres-words.ts'
import { SQLITE_FUNCTIONS } from './sqlite-functions.ts'
import { SQLITE_WORDS } from './sqlite-words.ts'

/** In wide use and in no server's box, with those of their functions that are called most; there are more. */
const OTHERS: Readonly<Record<string, string>> = {
  vector: 'cosine_distance l1_distance l2_distance inner_product vector_dims vector_norm',
  postgis:
    'st_makepoint st_point st_setsrid st_srid st_distance st_dwithin st_geomfromtext st_geogfromtext st_geomfromgeojson st_astext st_asgeojson st_contains st_intersects st_within st_transform st_buffer st_area st_makeenvelope',
}

/** What is called most comes first: of two names that are equally close, it is the one that is meant. */
const OFTEN =
  'lower upper length substr substring replace trim concat coalesce count sum min max avg abs round floor ceil now date greatest least nullif random format'

const FUNCTIONS: Readonly<Record<DialectName, string>> = { postgres: POSTGRES_FUNCTIONS, sqlite: SQLITE_FUNCTIONS }
const WORDS: Readonly<Record<DialectName, string>> = { postgres: POSTGRES_WORDS, sqlite: SQLITE_WORDS }
const lists: { [D in DialectName]?: ReadonlySet<string> } = {}

/** Everything that a database has before a bracket without being told, by lower-case names; read when it is first asked for. */
export function knownNames(dialect: DialectName): ReadonlySet<string> {
  lists[dialect] ??= wordsOf(FUNCTIONS[dialect] + WORDS[dialect])
  return lists[dialect]
}

/** The functions of a database that may be meant by another name: they begin alike, and those in wide use come first. */
export function likelyNames(dialect: DialectName, name: string): readonly string[] {
  const all = [...OFTEN.split(' '), ...wordsOf(FUNCTIONS[dialect])]
  return all.filter(one => one[0] === name[0]?.toLowerCase() && knownNames(dialect).has(one))
}

let complete: ReadonlyMap<string, ReadonlySet<string>> | undefined

/** The functions of an extension where all are known, which is so of those that come with Postgres. */
export function functionsOfExtension(extension: string): ReadonlySet<string> | undefined {
  complete ??= new Map(
    EXTENSION_NAMES.trim()
      .split('\n')
      .map(line => {
        const [name = '', functions = ''] = line.split(': ')
        return [name, wordsOf(functions)] as const
      }),
  )
  return complete.get(extension) ?? (/^pl|_pl/.test(extension) ? new Set() : undefined)
}

let owners: ReadonlyMap<string, string> | undefined

/** The extension of Postgres that a function comes with. */
export function extensionWith(name: string): string | undefined {
  if (owners === undefined) {
    functionsOfExtension('')
    const found = new Map<string, string>()
    for (const [extension, functions] of complete!) for (const one of functions) found.set(one, extension)
    for (const [extension, functions] of Object.entries(OTHERS))
      for (const one of functions.split(' ')) found.set(one, extension)
    owners = found
  }
  return owners.get(name)
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.trim()
  return new Set(words === '' ? [] : words.split(/\s+/))
}
