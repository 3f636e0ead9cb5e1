import type { QName } from '../schema/name.ts'
import { type Edit, inPlaceOf, isNamed } from './edits.ts'
import { mergedNames } from './merged-names.ts'
import { foldName, sqlName } from './name-text.ts'
import type { Reading } from './read-statement.ts'
import { type ColumnsOf, Resolver } from './resolve.ts'
import { meansRelation } from './same-relation.ts'
import type { ColumnMention, Scope, Source } from './scope.ts'
import type { SqlToken } from './tokens.ts'

/** A column and its new name. */
export interface ColumnRename {
  readonly table: QName
  readonly from: string
  readonly to: string
  /** The columns of the tables and views that are known, as they were named before. */
  readonly columnsOf?: ColumnsOf
}

/** The edits that rename a column wherever a reading uses it for certain. */
export function columnEdits(reading: Reading, rename: ColumnRename): readonly Edit[] {
  const { table, from, to } = rename
  const known = rename.columnsOf?.(table)
  const exact = from !== foldName(from) && known?.includes(foldName(from)) === true
  const resolver = new Resolver(reading, relation =>
    meansRelation(relation, table) ? [...(known ?? []), from] : columnsIn(relation, rename.columnsOf),
  )
  const takes = (source: Source) => {
    const relation = resolver.relationOf(source, from)
    return relation !== undefined && meansRelation(relation, table)
  }
  const clash = clashes(resolver, to, takes)
  const isMerged = mergedNames(reading, resolver, rename, takes)
  return reading.columns.flatMap(mention => {
    const token = reading.code.tokens[mention.path.at(-1)!]!
    if (mention.star) return []
    if (isMerged(mention)) return [renamed(reading, mention, token, inPlaceOf(token, to), to)]
    const isColumn = exact ? token.value === from : isNamed(token, from)
    if (!isColumn && !isNamed(token, to)) return []
    const { relation, source } = resolver.owner(mention)
    const bare = mention.path.length === 1 && source?.label !== undefined ? source : undefined
    if (!isColumn) return bare && clash.withNew(mention, bare) ? [qualified(token, bare)] : []
    if (relation === undefined || !meansRelation(relation, table)) return []
    const qualifier = bare && clash.withOthers(mention, bare) ? `${sqlName(bare.label!)}.` : ''
    return [renamed(reading, mention, token, qualifier + inPlaceOf(token, to), to)]
  })
}

/** A relation of the default schema may be known without its schema. */
function columnsIn(relation: QName, columnsOf: ColumnsOf = () => undefined): readonly string[] | undefined {
  const columns = columnsOf(relation)
  if (columns !== undefined || (relation.schema !== 'public' && relation.schema !== 'main')) return columns
  return columnsOf({ name: relation.name })
}

function qualified(token: SqlToken, source: Source): Edit {
  return { start: token.start, end: token.start, text: `${sqlName(source.label!)}.` }
}

/** Whether a bare name needs a qualifier because of the new name, asked once for each scope. */
interface Clashes {
  /** Whether another source in sight of a renamed name has a column of the new name. */
  readonly withOthers: (mention: ColumnMention, own: Source) => boolean
  /** Whether the renamed column comes into sight of a name that is the same and another's. */
  readonly withNew: (mention: ColumnMention, own: Source) => boolean
}

function clashes(resolver: Resolver, to: string, takesNew: (source: Source) => boolean): Clashes {
  const others = new Map<Scope, boolean>()
  const news = new Map<Scope, boolean>()
  const hasNew = (source: Source) => resolver.holds(source, to) === true
  return {
    withOthers: ({ scope, orders }, own) =>
      (orders === true && scope.aliases.has(foldName(to))) || inSight(others, scope, own, hasNew),
    withNew: ({ scope }, own) => inSight(news, scope, own, takesNew),
  }
}

/** Whether a source between a name and the source that it belongs to is such a one. */
function inSight(known: Map<Scope, boolean>, start: Scope, own: Source, isSuch: (source: Source) => boolean): boolean {
  const before = known.get(start)
  if (before !== undefined) return before
  let answer = false
  for (let scope: Scope | undefined = start; scope !== undefined && !answer; scope = scope.parent) {
    answer = scope.sources.some(source => source !== own && !source.qualifiedOnly && isSuch(source))
    if (scope.sources.includes(own)) break
  }
  known.set(start, answer)
  return answer
}

/** A query inside goes on giving the old name to the query around it; `b as a` becomes `a` again when b is renamed a. */
function renamed(reading: Reading, mention: ColumnMention, token: SqlToken, text: string, to: string): Edit {
  const item = reading.outputs.get(mention.path.at(-1)!)
  const { tokens } = reading.code
  if (item === undefined) return { start: token.start, end: token.end, text }
  if (item.alias === undefined) {
    const { end } = tokens[item.to - 1]!
    const rest = reading.code.text.slice(token.end, end)
    return { start: token.start, end, text: `${text}${rest} as ${sqlName(item.name!)}` }
  }
  const alias = tokens[item.alias]!
  const same = alias.value === to && item.to === item.alias + 1
  return { start: token.start, end: same ? alias.end : token.end, text }
}
