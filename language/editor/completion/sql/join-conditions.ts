import { CompletionItemKind } from 'vscode-languageserver-types'
import type { ForeignKey } from '../../../../compiler/schema/constraint.ts'
import { nameText } from '../../../../compiler/schema/name.ts'
import { wordAt } from '../../../../compiler/sql/code.ts'
import { sqlName } from '../../../../compiler/sql/name-text.ts'
import type { ColumnMention, Source } from '../../../../compiler/sql/scope.ts'
import type { Candidate } from '../candidate.ts'
import type { TableFacts } from '../facts.ts'
import type { Sight } from './sight.ts'
import { tableNamed } from './sources.ts'

interface Joined {
  readonly source: Source
  readonly facts: TableFacts
}

/** Whole conditions for a join, right after its ON: along the foreign keys between the tables it joins. */
export function joinConditions({ scope, path }: ColumnMention, sight: Sight): readonly Candidate[] {
  const { reading, at } = sight
  if (path.length > 1 || wordAt(reading.code, at - 1) !== 'on') return []
  const joined = scope.sources.flatMap(source => {
    const facts = source.relation && tableNamed(source.relation, sight)
    return facts === undefined || source.label === undefined || source.qualifiedOnly ? [] : [{ source, facts }]
  })
  return joined.flatMap((one, index) =>
    joined.slice(0, index).flatMap(other => [...between(one, other), ...between(other, one)]),
  )
}

function between(from: Joined, to: Joined): readonly Candidate[] {
  const keys = from.facts.constraints.filter(item => item.kind === 'foreign')
  return keys.filter(key => nameText(key.target) === to.facts.key).map(key => condition(key, from, to))
}

function condition({ columns, targetColumns }: ForeignKey, from: Joined, to: Joined): Candidate {
  const targets = targetColumns.length > 0 ? targetColumns : primaryOf(to.facts)
  const side = ({ source }: Joined, column: string) => `${sqlName(source.label!)}.${sqlName(column)}`
  const label = columns.map((column, at) => `${side(to, targets[at] ?? 'id')} = ${side(from, column)}`).join(' and ')
  return { label, kind: CompletionItemKind.Snippet, detail: 'foreign key', rank: 0, insert: label }
}

function primaryOf({ constraints }: TableFacts): readonly string[] {
  for (const item of constraints) if (item.kind === 'primary') return item.columns
  return []
}
