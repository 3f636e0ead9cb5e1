import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Direction } from '../../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'

/** Which SQL a `mig-sql:` document shows. */
export interface SqlAddress {
  /** The file that the project begins with. */
  readonly main: string
  readonly dialect: DialectName
  readonly direction: Direction
  /** The key of the declaration whose steps alone are shown. */
  readonly object?: string
}

const SCHEME = 'mig-sql:'
const NAME = /^(.*)\/(?:([^/]+)\.)?(postgres|sqlite)\.(up|down)\.sql$/s

/** The URI of SQL that is not written yet: `mig-sql:///shop/schema.mig/users.postgres.up.sql`. */
export function printSqlUri({ main, dialect, direction, object }: SqlAddress): string {
  const name = `${dialect}.${direction}.sql`
  const path = join(main, object === undefined ? name : `${object.replaceAll('/', SLASH)}.${name}`)
  return pathToFileURL(path).href.replace(/^file:/, SCHEME)
}

/** What a URI of SQL means; nothing for any other. */
export function readSqlUri(uri: string): SqlAddress | undefined {
  if (!uri.startsWith(SCHEME)) return undefined
  const path = pathOf(uri.slice(SCHEME.length))
  const [, main, object, dialect, direction] = NAME.exec(path?.replaceAll('\\', '/') ?? '') ?? []
  if (main === undefined) return undefined
  return {
    main: path!.slice(0, main.length),
    dialect: dialect as DialectName,
    direction: direction as Direction,
    ...(object !== undefined && { object: object.replaceAll(SLASH, '/') }),
  }
}

/** A slash in a name, which would begin a folder; this sign stands in no name that anybody writes. */
const SLASH = '\u2215'

function pathOf(rest: string): string | undefined {
  try {
    return fileURLToPath(`file:${rest}`)
  } catch {
    return undefined
  }
}
