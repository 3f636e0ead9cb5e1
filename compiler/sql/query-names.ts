import type { QName } from '../schema/name.ts'
import { readStatement } from './read-statement.ts'
import { type ColumnsOf, Resolver } from './resolve.ts'

/** A table or view that a statement uses; `start` and `end` are those of its whole name. */
export interface RelationUse extends QName {
  readonly alias?: string
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
    .map(({ path, source, alias }) => ({
      ...source.relation!,
      ...(alias !== undefined && { alias: code.tokens[alias]!.value }),
      start: code.tokens[path[0]!]!.start,
      end: code.tokens[path.at(-1)!]!.end,
    }))
    .sort((a, b) => a.start - b.start)
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
