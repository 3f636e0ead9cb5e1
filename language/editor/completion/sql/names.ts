import { CompletionItemKind } from 'vscode-languageserver-types'
import { nameText } from '../../../../compiler/schema/name.ts'
import { sqlName } from '../../../../compiler/sql/name-text.ts'
import { placeOf } from '../../../../compiler/sql/resolve.ts'
import type { ColumnMention, Scope, Source } from '../../../../compiler/sql/scope.ts'
import type { Candidate } from '../candidate.ts'
import { describe } from '../slots/columns.ts'
import type { Sight } from './sight.ts'
import { columnsOfRelation, columnsOfSource, type SqlColumn } from './sources.ts'

/** The columns that a name at the cursor can mean. */
export function columnNames(mention: ColumnMention, sight: Sight): readonly Candidate[] {
  const { reading, at } = sight
  if (mention.relation !== undefined) return listed(mention, sight)
  if (mention.merged) return shared(sight)
  const before = mention.path.slice(0, mention.path.indexOf(at)).map(part => reading.code.tokens[part]!.value)
  if (before.length > 0) return qualified(before, mention.scope, sight)
  return bare(mention.scope, sight)
}

/** The columns of the table that is changed, without those that stand in the list already. */
function listed({ relation, scope }: ColumnMention, sight: Sight): readonly Candidate[] {
  const { reading, at } = sight
  const others = reading.columns.filter(one => one.relation === relation && one.scope === scope && one.path[0] !== at)
  const taken = new Set(others.map(one => reading.code.tokens[one.path.at(-1)!]!.value))
  return columnsOfRelation(relation!, sight)
    .filter(one => !taken.has(one.name))
    .map(one => candidate(one, '', 0))
}

/** The columns that both sides of a join have. */
function shared(sight: Sight): readonly Candidate[] {
  const join = sight.reading.joins.find(one => one.using?.includes(sight.at))
  const names = (sources: readonly Source[]) => sources.flatMap(source => columnsOfSource(source, sight))
  const right = new Set(names(join?.right ?? []).map(one => one.name))
  return names(join?.left ?? [])
    .filter(one => right.has(one.name))
    .map(one => candidate(one, '', 0))
}

function qualified(qualifier: readonly string[], scope: Scope, sight: Sight): readonly Candidate[] {
  const source = placeOf(scope, qualifier)?.source
  const [name, schema] = qualifier.toReversed()
  const columns =
    source === undefined
      ? columnsOfRelation({ name: name!, ...(schema !== undefined && { schema }) }, sight)
      : columnsOfSource(source, sight)
  return columns.map(one => candidate(one, '', 0))
}

/** The columns of all sources in sight, with their label where two have one of that name; and the labels themselves. */
function bare(start: Scope, sight: Sight): readonly Candidate[] {
  const found: Candidate[] = []
  let rank = 1
  for (let scope: Scope | undefined = start; scope !== undefined; scope = scope.parent) {
    const sources = scope.sources.filter(source => !source.qualifiedOnly)
    const columns = sources.map(source => ({ source, columns: columnsOfSource(source, sight) }))
    const count = new Map<string, number>()
    for (const one of columns) for (const { name } of one.columns) count.set(name, (count.get(name) ?? 0) + 1)
    for (const { source, columns: own } of columns)
      for (const one of own) {
        const isAlone = count.get(one.name) === 1 || scope.merged.has(one.name)
        found.push(candidate(one, isAlone || source.label === undefined ? '' : `${sqlName(source.label)}.`, rank))
      }
    if (sight.use !== 'expression') found.push(...labelsOf(scope))
    for (const alias of scope.aliases)
      found.push({ ...named(alias), kind: CompletionItemKind.Variable, rank: rank + 1 })
    rank++
  }
  return found
}

/** The names by which columns can be qualified. */
function labelsOf({ sources }: Scope): readonly Candidate[] {
  return sources.flatMap(({ label, relation }) => {
    if (label === undefined) return []
    const detail = relation === undefined ? 'rows' : nameText(relation)
    return [{ ...named(label), kind: CompletionItemKind.Variable, detail, rank: 2 }]
  })
}

function candidate({ name, column }: SqlColumn, qualifier: string, rank: number): Candidate {
  const insert = `${qualifier}${sqlName(name)}`
  return {
    label: `${qualifier}${name}`,
    insert,
    kind: CompletionItemKind.Field,
    ...(column && describe(column)),
    rank,
    ...(qualifier !== '' && { filter: `${name} ${insert}` }),
  }
}

function named(name: string): Pick<Candidate, 'label' | 'insert'> {
  return { label: name, insert: sqlName(name) }
}
