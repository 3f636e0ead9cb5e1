import type { DialectName } from '../../schema/dialect.ts'
import type { QName } from '../../schema/name.ts'
import { meansRelation } from '../../sql/same-relation.ts'

/** Where a name is looked for: relations are tables, views and sequences; a table is a type, too. `object`: what only an `object` makes. */
export type NameSpace = 'relation' | 'type' | 'routine' | 'column' | 'object'

/** A name that something has. */
export interface ProvidedName {
  readonly space: NameSpace
  readonly name: QName
  /** What others of that name need not share: the types of the arguments of a function. */
  readonly overload?: string
  /** With how many arguments a function can be called. */
  readonly takes?: readonly [least: number, most: number]
  /** The table of a column. */
  readonly of?: QName
}

/** A name that something uses. */
export interface UsedName {
  /** `any` where the text does not show what it is the name of. */
  readonly space: NameSpace | 'any'
  readonly name: QName
  /** True where Postgres does not mind when it is missing: the body of a function in PL/pgSQL is text until it runs. */
  readonly soft?: true
  /** With how many arguments a function is called, where the text shows it. */
  readonly given?: number
  /** The table of a column, where the text shows it. */
  readonly of?: QName
}

/** What becomes of names in an object when something that it names is called otherwise. */
export interface NameEdits {
  /** An expression, a query, a trigger's text; `table` is the one whose rows `new` and `old` are. */
  readonly sql: (text: string, dialect: DialectName | 'all', table?: QName) => string
  /** A type in the head of a function, the type of a domain … */
  readonly type: (text: string) => string
  readonly relation: (name: QName) => QName
  readonly column: (table: QName, column: string) => string
  /** The name of a function or procedure of those arguments. */
  readonly routine: (name: QName, types: readonly string[]) => QName
}

const same = <T>(value: T) => value

/** Changes nothing. */
export const NO_EDITS: NameEdits = {
  sql: same,
  type: same,
  relation: same,
  column: (_, column) => column,
  routine: same,
}

/** Whether a use can mean a name: the same space, and for a function a number of arguments that it takes. */
export function canMean(used: UsedName, name: ProvidedName): boolean {
  if (used.space !== name.space && used.space !== 'any') return false
  if (!meansRelation(used.name, name.name)) return false
  if (used.space === 'type' && used.name.name !== name.name.name) return false
  if (used.given === undefined || name.takes === undefined) return true
  return name.takes[0] <= used.given && used.given <= name.takes[1]
}
