import type { DialectName } from '../dialect.ts'
import { nameText, type QName, quoteName } from '../name.ts'

/** What privileges can be granted on; a view is a table here, as it is to Postgres. */
export type GrantTarget =
  | 'table'
  | 'sequence'
  | 'function'
  | 'procedure'
  | 'schema'
  | 'type'
  | 'language'
  | 'foreign server'
  | 'foreign data wrapper'
  | 'database'

/** Whether what is granted on has its name within no schema. */
export function isPlainTarget(on: GrantTarget): boolean {
  return on !== 'table' && on !== 'sequence' && on !== 'function' && on !== 'procedure' && on !== 'type'
}

/** A privilege on the whole, or on some columns. */
export interface Privilege {
  readonly name: string
  readonly columns?: readonly string[]
}

/** What one role may do with one object, or what is taken from everybody that Postgres lets everybody do. */
export interface GrantObject {
  readonly kind: 'grant'
  /** What it is on; a schema has its name here. The database is the one that the migration runs on, whatever it is called. */
  readonly name: QName
  readonly on: GrantTarget
  /** The types of the arguments of a function or procedure. */
  readonly types?: readonly string[]
  readonly role: string
  /** In the order of their letters, each once. */
  readonly privileges: readonly Privilege[]
  /** True for what is revoked: `public` has it unless it is said. */
  readonly revoked?: true
  /** Whether the role may grant them to others. */
  readonly grantable?: true
  readonly dependsOn?: readonly QName[]
  readonly comment?: string
  readonly only?: DialectName
}

/** How a grant is called: `on function add(integer) to app with grant option`. */
export function grantLabel(
  grant: Pick<GrantObject, 'name' | 'on' | 'types' | 'role' | 'grantable' | 'revoked'>,
): string {
  if (grant.revoked) return `${grantPlace(grant)} from ${quoteName(grant.role)}`
  return `${grantPlace(grant)} to ${quoteName(grant.role)}${grant.grantable ? ' with grant option' : ''}`
}

/** The words that say what a grant is on. */
const TARGET_WORDS: ReadonlySet<string> = new Set(
  'table sequence function procedure schema type domain language foreign database'.split(' '),
)

/** `on orders`, `on function add(integer)`, `on database`; a table whose name is such a word is `on table database`. */
export function grantPlace({ name, on, types }: Pick<GrantObject, 'name' | 'on' | 'types'>): string {
  const target = types === undefined ? nameText(name) : `${nameText(name)}(${types.join(', ')})`
  if (on === 'database') return 'on database'
  const isWord = TARGET_WORDS.has(name.schema ?? name.name)
  return on === 'table' && !isWord ? `on ${target}` : `on ${on} ${target}`
}

/** Privileges in one form: those on columns after those on the whole, columns and names in the order of their letters. */
export function plainPrivileges(list: readonly Privilege[]): readonly Privilege[] {
  const whole = new Set(list.filter(one => one.columns === undefined).map(one => one.name))
  const columns = new Map<string, Set<string>>()
  for (const { name, columns: some = [] } of list) {
    for (const column of some) columns.set(name, (columns.get(name) ?? new Set()).add(column))
  }
  return [
    ...[...whole].sort().map(name => ({ name })),
    ...[...columns.keys()].sort().map(name => ({ name, columns: [...columns.get(name)!].sort() })),
  ]
}
