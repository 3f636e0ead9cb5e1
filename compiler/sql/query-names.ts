import type { QName } from '../schema/name.ts'
import { isNamed } from './edits.ts'
import { readStatement } from './read-statement.ts'
import { type ColumnsOf, Resolver } from './resolve.ts'
import type { MergingJoin } from './scope.ts'

/** A table or view that a statement uses; `start` and `end` are those of its whole name. */
export interface RelationUse extends QName {
  readonly alias?: string
  /** True where SQLite means the WITH query of that name by it, and Postgres what is around that. */
  readonly maybe?: true
  readonly start: number
  readonly end: number
}

/** A column that a statement uses, with the relation that it belongs to where that can be told. */
export interface QueryColumnUse {
  readonly relation?: QName
  readonly name: string
  /** Where the column's own name stands, without its qualifier. */
  readonly start: number
  readonly end: number
  readonly certain: boolean
}

/** What is known of the world around a statement. */
export interface StatementOptions {
  /** The table of the trigger whose text this is: NEW and OLD are its rows. */
  readonly table?: QName
  /** The columns of other tables and views, which tell whose column a bare name in a join is. */
  readonly columnsOf?: ColumnsOf
}

/** The tables and views that a query, a statement or a trigger's text uses, in the order in which they stand. */
export function relationUses(statement: string, options: StatementOptions = {}): readonly RelationUse[] {
  const { code, relations } = readStatement(statement, options.table)
  return relations
    .map(({ path, source, alias, maybe }) => ({
      ...source.relation!,
      ...(alias !== undefined && { alias: code.tokens[alias]!.value }),
      ...(maybe && { maybe }),
      start: code.tokens[path[0]!]!.start,
      end: code.tokens[path.at(-1)!]!.end,
    }))
    .sort((a, b) => a.start - b.start)
}

/** The relations on the two sides of a join; undefined where rows come from somewhere else. */
export type JoinSides = readonly (readonly (QName | undefined)[])[]

/** A name in `using (…)`, which both sides of its join must have. */
export interface JoinColumnUse {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly sides: JoinSides
}

/** The columns by which a statement joins with `using`. */
export function joinColumnUses(statement: string, options: StatementOptions = {}): readonly JoinColumnUse[] {
  const { code, joins } = readStatement(statement, options.table)
  return joins.flatMap(join =>
    (join.using ?? []).map(at => {
      const { value: name, start, end } = code.tokens[at]!
      return { name, start, end, sides: sidesOf(join) }
    }),
  )
}

/** The sides of each natural join of a statement, in the order in which they stand. */
export function naturalJoins(statement: string, options: StatementOptions = {}): readonly JoinSides[] {
  const { joins } = readStatement(statement, options.table)
  return joins.filter(join => join.using === undefined).map(sidesOf)
}

/** Whether a statement joins by a column of that name for certain or perhaps: with `using`, or with a natural join. */
export function joinsByName(statement: string, name: string): boolean {
  if (!/\b(?:using|natural)\b/i.test(statement)) return false
  const { code, joins } = readStatement(statement)
  return joins.some(({ using }) => using === undefined || using.some(at => isNamed(code.tokens[at]!, name)))
}

function sidesOf({ left, right }: MergingJoin): JoinSides {
  return [left, right].map(side => side.map(source => (source.columns ? undefined : source.relation)))
}

/** The columns that a query, a statement or a trigger's text uses, in the order in which they stand. */
export function queryColumnUses(statement: string, options: StatementOptions = {}): readonly QueryColumnUse[] {
  const reading = readStatement(statement, options.table)
  const resolver = new Resolver(reading, options.columnsOf ?? (() => undefined))
  return reading.columns
    .filter(mention => !mention.star)
    .map(mention => {
      const { value: name, start, end } = reading.code.tokens[mention.path.at(-1)!]!
      const { relation, certain } = resolver.owner(mention)
      return { ...(relation && { relation }), name, start, end, certain }
    })
    .sort((a, b) => a.start - b.start)
}
