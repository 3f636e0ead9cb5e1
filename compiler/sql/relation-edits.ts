import type { QName } from '../schema/name.ts'
import type { Code } from './code.ts'
import { type Edit, inPlaceOf } from './edits.ts'
import { sqlName } from './name-text.ts'
import type { Reading } from './read-statement.ts'
import { type ColumnsOf, labelled, type Place, placeOf, Resolver } from './resolve.ts'
import { meansRelation } from './same-relation.ts'
import type { ColumnMention, RelationMention, Scope } from './scope.ts'

/** The edits that rename a relation: where it is a source, and where columns are qualified by it. */
export function relationEdits(reading: Reading, from: QName, to: QName, columnsOf?: ColumnsOf): readonly Edit[] {
  const { code } = reading
  const qualifiers = qualifiersOf(reading, from, columnsOf)
  const kept = new Set(qualifiers.filter(one => isHidden(one, to)).map(one => one.source))
  const edits: Edit[] = []
  for (const mention of reading.relations) {
    if (!meansRelation(mention.source.relation!, from)) continue
    edits.push(...nameEdits(code, mention.path, from, to))
    if (!kept.has(mention.source) && !needsAlias(mention, to)) continue
    const { end } = code.tokens[mention.path.at(-1)!]!
    edits.push({ start: end, end, text: ` as ${sqlName(mention.source.label!)}` })
    kept.add(mention.source)
  }
  for (const { source, path } of qualifiers) if (!kept.has(source)) edits.push(...qualifierEdits(code, path, from, to))
  return [...edits, ...typeEdits(reading, from, to)]
}

/** The edits that rename a type where casts and the like name it; a table's name is that of its rows' type, too. */
export function typeEdits({ code, types }: Reading, from: QName, to: QName): readonly Edit[] {
  return [...new Set(types)].flatMap(path => {
    const [schema, name] = [path.at(-2), path.at(-1)!].map(at =>
      at === undefined ? undefined : code.tokens[at]!.value,
    )
    const used = schema === undefined ? { name: name! } : { schema, name: name! }
    return meansRelation(used, from) ? nameEdits(code, path, from, to) : []
  })
}

/** A qualifier, or the name of a whole row, that means a source by the relation's own name. */
interface Qualifier extends Place {
  readonly mention: ColumnMention
  readonly path: readonly number[]
}

function qualifiersOf(reading: Reading, from: QName, columnsOf: ColumnsOf = () => undefined): readonly Qualifier[] {
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
    const source = place?.source
    if (source?.relation === undefined || source.aliased || source.qualifiedOnly) return []
    return meansRelation(source.relation, from) ? [{ ...place!, mention, path }] : []
  })
}

/** Whether a nearer source has the new name, so that it could not be a qualifier here. */
function isHidden({ mention, scope: own }: Qualifier, to: QName): boolean {
  for (let scope: Scope | undefined = mention.scope; scope !== undefined && scope !== own; scope = scope.parent) {
    if (labelled(scope, to.name, () => true) !== undefined) return true
  }
  return false
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

/** Without an alias two sources of one query would come to share the new name. */
function needsAlias({ source, scope }: RelationMention, to: QName): boolean {
  if (source.aliased || source.label === undefined || scope === undefined) return false
  return labelled(scope, to.name, other => other !== source) !== undefined
}

function nameEdits(code: Code, path: readonly number[], from: QName, to: QName): readonly Edit[] {
  const name = code.tokens[path.at(-1)!]!
  if (from.schema === to.schema) return [{ start: name.start, end: name.end, text: inPlaceOf(name, to.name) }]
  const schema = to.schema === undefined ? '' : `${sqlName(to.schema)}.`
  const { start } = code.tokens[path.at(-2) ?? path.at(-1)!]!
  return [{ start, end: name.end, text: schema + inPlaceOf(name, to.name) }]
}

/** A qualifier of one part stays one part. */
function qualifierEdits(code: Code, path: readonly number[], from: QName, to: QName): readonly Edit[] {
  return nameEdits(code, path, path.length > 1 ? from : to, to)
}
