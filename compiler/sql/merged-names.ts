import { isNamed } from './edits.ts'
import type { Reading } from './read-statement.ts'
import type { Resolver } from './resolve.ts'
import { meansName } from './same-relation.ts'
import type { ColumnMention, MergingJoin, Scope, Source } from './scope.ts'

/**
 * Finds the names that stand for a column of two relations at once, those in `using (a)` and bare ones that mean what it
 * merges, and can have the new name: by now every relation that is joined there has a column of that name.
 */
export function mergedNames(
  reading: Reading,
  resolver: Resolver,
  { from, to }: { readonly from: string; readonly to: string },
  takes: (source: Source) => boolean,
): (mention: ColumnMention) => boolean {
  const isFrom = (at: number) => isNamed(reading.code.tokens[at]!, from)
  const joins = reading.joins.filter(join => join.using?.some(isFrom))
  const ready = new Set<Scope>()
  for (const [scope, own] of Map.groupBy(joins, join => join.scope)) {
    if (isReady(scope, own)) ready.add(scope)
  }
  return mention => {
    if (ready.size === 0 || mention.star || mention.path.length > 1 || !isFrom(mention.path[0]!)) return false
    return mention.merged ? ready.has(mention.scope) : meansMerged(mention)
  }

  function isReady(scope: Scope, own: readonly MergingJoin[]): boolean {
    const group = new Set<Source>()
    const hasNew = (source: Source) => takes(source) || resolver.holds(source, to) === true
    for (const { left, right } of own) {
      const sides = [left, right]
      if (sides.flat().some(source => !takes(source) && resolver.holds(source, from) !== false)) return false
      const found = sides.map(side => side.filter(hasNew))
      if (!found.every(some => some.length === 1 || (some.length > 1 && some.every(one => group.has(one)))))
        return false
      for (const one of found.flat()) group.add(one)
    }
    return [...group].some(takes) && !scope.sources.some(source => !group.has(source) && hasNew(source))
  }

  function meansMerged({ scope: start, relation, orders }: ColumnMention): boolean {
    if (relation !== undefined || (orders && [...start.aliases].some(alias => meansName(alias, from)))) return false
    for (let scope: Scope | undefined = start; scope !== undefined; scope = scope.parent) {
      if ([...scope.merged].some(name => meansName(name, from))) return ready.has(scope)
      if (scope.sources.some(source => !source.qualifiedOnly && resolver.holds(source, from) !== false)) return false
    }
    return false
  }
}
