import type { QName } from '../schema/name.ts'
import { type Code, isName, wordAt } from './code.ts'
import { pathAt } from './path-at.ts'

/** What a FROM clause offers: a relation, the rows of another query, or what only its function knows. */
export interface Source {
  /** The name by which columns are qualified, as written in the token at `labelAt`. */
  readonly label?: string
  readonly relation?: QName
  readonly rows?: Rows
  /** Names that the alias gives to the first columns: `t as x(a, b)`. */
  readonly columns?: readonly string[]
  /** True when the label is an alias, which stays when the relation is renamed. */
  readonly aliased?: true
  /** True for NEW, OLD and EXCLUDED, whose columns are never used bare. */
  readonly qualifiedOnly?: true
}

/** The sources that names in one query can mean, inside those of the query around it. */
export interface Scope {
  readonly parent?: Scope
  readonly sources: Source[]
  /** WITH queries that can be named here. */
  readonly ctes?: Map<string, Rows>
  /** Columns that a join merges: those of USING, or `all` of a natural join. */
  readonly merged: Set<string>
  /** Names that the select list gives with AS, which ORDER BY prefers. */
  readonly aliases: Set<string>
  naturalJoin?: true
}

/** A join whose columns are merged by their names: the sources on both sides of it. */
export interface MergingJoin {
  readonly scope: Scope
  readonly left: readonly Source[]
  readonly right: readonly Source[]
  /** The places of the names in `using (a, b)`; none for a natural join, which takes all that both sides have. */
  readonly using?: readonly number[]
  /** The tokens of `natural`, or of `using (…)`. */
  readonly from: number
  readonly to: number
}

/** The rows of a query that another query reads by name. */
export interface Rows {
  /** The names that `(a, b)` after its own name gives. */
  columns?: readonly string[]
  /** The select list of its first part; empty until it is read. */
  items: readonly Item[]
  scope?: Scope
  /** While a WITH query that is not recursive is read: its name means what is around it, to Postgres at least. */
  isOpen?: true
}

/** One entry of a select list. */
export interface Item {
  /** The name of the output column, where Postgres would choose it with certainty. */
  readonly name?: string
  /** The place of the column's name that the output is named after, when nothing else names it. */
  readonly origin?: number
  /** `*` or `t.*`. */
  readonly star?: { readonly of?: string }
  /** The entry's tokens, and that of its alias. */
  readonly from: number
  readonly to: number
  readonly alias?: number
}

/** Where a name stands that can be a column. */
export interface ColumnMention {
  readonly scope: Scope
  /** The tokens of the parts of the name, the column's last. */
  readonly path: readonly number[]
  /** Set where the grammar itself says whose column it is: `insert into t (a)`, `update t set a`. */
  readonly relation?: QName
  /** `t.*`: every part of the path is a qualifier. */
  readonly star?: true
  /** A word that one database reads as a value of its own: `user`. */
  readonly maybe?: true
  /** `using (a)`: one name for the columns of two relations. */
  readonly merged?: true
  /** A whole ORDER BY key, where an output column of that name wins. */
  readonly orders?: true
}

export interface RelationMention {
  readonly path: readonly number[]
  readonly source: Source
  readonly alias?: number
  /** The scope that it is a source of, where it is one. */
  readonly scope?: Scope
  /** True where SQLite would read the WITH query of that name, which is just being read. */
  readonly maybe?: true
}

/** The reading of one text, under way. */
export interface Reader {
  readonly code: Code
  readonly columns: ColumnMention[]
  readonly relations: RelationMention[]
  readonly functions: (readonly number[])[]
  /** The names of types, as far as casts and the like show them. */
  readonly types: (readonly number[])[]
  readonly joins: MergingJoin[]
  /** The select lists of queries whose rows another query reads, by the place of the name an output is named after. */
  readonly outputs: Map<number, Item>
  depth: number
  readonly readQuery: (reader: Reader, from: number, to: number, scope: Scope | undefined) => Rows
}

/** Queries inside queries are read this deep; no database runs deeper ones, and no text may exhaust the stack. */
export const DEEPEST = 150

/** A scope with nothing in it yet. */
export function newScope(parent?: Scope, ctes?: Map<string, Rows>): Scope {
  const scope = { sources: [], merged: new Set<string>(), aliases: new Set<string>() }
  return { ...scope, ...(parent && { parent }), ...(ctes && { ctes }) }
}

/** The WITH query of that name, seen from `scope`; `open` where its own text comes in between and it is not recursive. */
export function cteOf(scope: Scope | undefined, name: string): { readonly rows?: Rows; readonly open?: true } {
  let open: { readonly open?: true } = {}
  for (let at = scope; at !== undefined; at = at.parent) {
    const rows = at.ctes?.get(name)
    if (rows?.isOpen) open = { open: true }
    else if (rows !== undefined) return { rows, ...open }
  }
  return open
}

/** Remembers what the rows of a query are named after, since another query reads them by these names. */
export function noteOutputs(reader: Reader, rows: Rows): void {
  if (rows.columns !== undefined) return
  for (const item of rows.items) {
    const origin = item.origin ?? renamedOrigin(reader.code, item)
    if (origin !== undefined) reader.outputs.set(origin, item)
  }
}

/** The place of the column's name in `t.a as b`. */
function renamedOrigin(code: Code, item: Item): number | undefined {
  if (item.alias === undefined || !isName(code, item.from)) return undefined
  const last = pathAt(code, item.from, item.to).at(-1)!
  const next = last + 1
  return next === item.alias || (next === item.alias - 1 && wordAt(code, next) === 'as') ? last : undefined
}
