import type { QName } from '../schema/name.ts'
import type { Reading } from './read-statement.ts'
import { type ColumnsOf, placeOf, Resolver } from './resolve.ts'
import type { ColumnMention, Scope, Source } from './scope.ts'

/** A qualifier, or the name of a whole row, that means a source by the relation's own name. */
export interface Qualifier {
  readonly source: Source & { readonly relation: QName }
  /** The scope in which it is a source. */
  readonly scope: Scope
  readonly mention: ColumnMention
  /** The tokens of its parts, the relation's own name last. */
  readonly path: readonly number[]
}

/** Every place where a relation is named before a column of it, or for its whole row, by its own name and no alias. */
export function qualifiersIn(reading: Reading, columnsOf: ColumnsOf = () => undefined): readonly Qualifier[] {
  const resolver = new Resolver(reading, columnsOf)
  const { tokens } = reading.code
  return reading.columns.flatMap(mention => {
    const qualifier = mention.star ? mention.path : mention.path.slice(0, -1)
    if (qualifier.length === 0 && !isWholeRow(reading, mention, resolver)) return []
    const path = qualifier.length === 0 ? mention.path : qualifier
    const place = placeOf(
      mention.scope,
      path.map(part => tokens[part]!.value),
    )
    if (place === undefined) return []
    const { source, scope } = place
    if (source.relation === undefined || source.aliased || source.qualifiedOnly) return []
    return [{ source: source as Qualifier['source'], scope, mention, path }]
  })
}

/** A bare name can be a row of a source, where no column in sight has that name. */
function isWholeRow(reading: Reading, mention: ColumnMention, resolver: Resolver): boolean {
  if (mention.relation !== undefined || mention.merged) return false
  const name = reading.code.tokens[mention.path[0]!]!.value
  const place = placeOf(mention.scope, [name])
  if (place === undefined) return false
  for (let scope: Scope | undefined = mention.scope; scope !== undefined; scope = scope.parent) {
    if (scope.sources.some(other => resolver.holds(other, name) !== false)) return false
    if (scope === place.scope) return true
  }
  return false
}
