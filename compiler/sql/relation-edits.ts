import { BUILTIN_TYPES } from '../schema/builtin-types.ts'
import type { QName } from '../schema/name.ts'
import type { Code } from './code.ts'
import { type Edit, inPlaceOf } from './edits.ts'
import { sqlName } from './name-text.ts'
import { type Qualifier, qualifiersIn } from './qualifiers.ts'
import type { Reading } from './read-statement.ts'
import { type ColumnsOf, labelled } from './resolve.ts'
import { meansRelation } from './same-relation.ts'
import type { RelationMention, Scope, Source } from './scope.ts'

/** The edits that rename a relation: where it is a source, and where columns are qualified by it. */
export function relationEdits(reading: Reading, from: QName, to: QName, columnsOf?: ColumnsOf): readonly Edit[] {
  const { code } = reading
  const qualifiers = qualifiersIn(reading, columnsOf).filter(({ source }) => meansRelation(source.relation, from))
  const kept = new Set<Source>(qualifiers.filter(one => isHidden(one, to)).map(one => one.source))
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

/**
 * The edits that rename a type where casts and the like name it; a table's name is that of its rows' type, too. A bare name
 * means the type of the database where there is one (the manual, The System Catalog Schema).
 */
export function typeEdits({ code, types }: Reading, from: QName, to: QName): readonly Edit[] {
  return [...new Set(types)].flatMap(path => {
    const [schema, name] = [path.at(-2), path.at(-1)!].map(at =>
      at === undefined ? undefined : code.tokens[at]!.value,
    )
    if (schema === undefined && BUILTIN_TYPES.has(name!)) return []
    const used = schema === undefined ? { name: name! } : { schema, name: name! }
    return used.name === from.name && meansRelation(used, from) ? nameEdits(code, path, from, to) : []
  })
}

/** Whether a nearer source has the new name, so that it could not be a qualifier here. */
function isHidden({ mention, scope: own }: Qualifier, to: QName): boolean {
  for (let scope: Scope | undefined = mention.scope; scope !== undefined && scope !== own; scope = scope.parent) {
    if (labelled(scope, to.name, () => true) !== undefined) return true
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
