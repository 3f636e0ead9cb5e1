import { CompletionItemKind } from 'vscode-languageserver-types'
import { hasWords, isSign, wordAt } from '../../../../compiler/sql/code.ts'
import type { Candidate } from '../candidate.ts'
import { clauseAt } from './clause.ts'
import type { Sight } from './sight.ts'

/** Words that begin or make up a value. */
export function operandWords(sight: Sight): readonly Candidate[] {
  const { reading, at, use, dialects } = sight
  const { code } = reading
  const words = ['not', 'null', 'true', 'false', 'case', 'cast', 'current_timestamp', 'current_date']
  if (use !== 'default' && use !== 'expression') words.push('exists')
  if (!dialects.includes('sqlite')) words.push('interval', 'array')
  const before = wordAt(code, at - 1)
  if (before === 'select') words.push('distinct', '*')
  if (isSign(code, at - 1, '(') && use !== 'expression' && use !== 'default') words.push('select')
  if (clauseAt(code, at).inCase && before === 'case') words.push('when')
  return words.map(word => keyword(word, 5))
}

const AFTER_VALUE = [
  'and',
  'or',
  'is null',
  'is not null',
  'in',
  'not in',
  'between',
  'like',
  'not like',
  'is distinct from',
  'collate',
]

const SOURCES = ['join', 'left join', 'inner join', 'cross join', 'on', 'using']
const LATER = ['group by', 'having', 'order by', 'limit', 'union', 'union all', 'except', 'intersect']

/** What can follow a complete thing, by the clause it stands in. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  select: ['from', 'as', ...AFTER_VALUE, 'over', 'filter'],
  from: [...SOURCES, 'as', 'where', ...LATER],
  join: ['on', 'using', ...SOURCES, 'as', 'where', ...LATER],
  using: [...SOURCES, 'where', ...LATER],
  on: [...AFTER_VALUE, 'join', 'left join', 'inner join', 'cross join', 'where', ...LATER],
  where: [...AFTER_VALUE, ...LATER, 'returning'],
  group: ['by', 'having', 'order by', 'limit', 'union', 'union all'],
  having: [...AFTER_VALUE, 'order by', 'limit'],
  order: ['by', 'asc', 'desc', 'nulls first', 'nulls last', 'limit', 'offset'],
  limit: ['offset'],
  offset: [],
  insert: ['into'],
  into: ['values', 'select', 'default values', 'on conflict', 'returning'],
  values: ['on conflict', 'returning'],
  update: ['set', 'as'],
  set: [...AFTER_VALUE, 'from', 'where', 'returning'],
  delete: ['from', 'using', 'where', 'returning'],
  returning: ['as'],
  with: ['as', 'select', 'recursive'],
  union: ['all', 'select'],
  except: ['select'],
  intersect: ['select'],
}

/** Words where no name can stand: what follows, or how a statement begins. */
export function followingWords(sight: Sight): readonly Candidate[] {
  const { reading, at, use } = sight
  const { code } = reading
  const { word, inBrackets, inCase, isInner } = clauseAt(code, at)
  const isExpression = use === 'expression' || use === 'default'
  const inCaseWords = inCase ? ['when', 'then', 'else', 'end'] : []
  if (isExpression) return words([...inCaseWords, ...AFTER_VALUE, ...extra(sight)])
  if (word === '') return words(isStart(sight) ? startWords(sight) : AFTER_VALUE)
  if (inBrackets && !isInner && word !== 'into') return words([...inCaseWords, ...AFTER_VALUE, ...extra(sight)])
  if (isAfterConflict(sight)) return words(['do nothing', 'do update set'])
  return words([...inCaseWords, ...(AFTER[word] ?? []), ...(AFTER[word]?.includes('and') ? extra(sight) : [])])
}

/** Whether a word of a statement follows where the reader would see a value. */
export function isStatementWord(sight: Sight): boolean {
  const { code } = sight.reading
  const { at, use } = sight
  if (use === 'expression' || use === 'default') return false
  const before = wordAt(code, at - 1)
  if (['union', 'except', 'intersect'].includes(before) || hasWords(code, at - 2, 'union', 'all')) return true
  const { word, inBrackets } = clauseAt(code, at)
  return isAfterConflict(sight) || (word === 'into' && !inBrackets && before !== 'into')
}

function isAfterConflict({ reading: { code }, at }: Sight): boolean {
  if (!isSign(code, at - 1, ')')) return hasWords(code, at - 2, 'on', 'conflict')
  return hasWords(code, code.closes.indexOf(at - 1) - 2, 'on', 'conflict')
}

function extra({ dialects }: Sight): readonly string[] {
  if (!dialects.includes('sqlite')) return ['ilike', 'similar to', 'at time zone']
  return dialects.includes('postgres') ? [] : ['glob', 'is', 'regexp']
}

function isStart({ reading: { code }, at }: Sight): boolean {
  return at <= 0 || isSign(code, at - 1, ';') || isSign(code, at - 1, '(') || wordAt(code, at - 1) === 'begin'
}

function startWords({ use }: Sight): readonly string[] {
  if (use === 'query') return ['select', 'with', 'values']
  return ['select', 'insert into', 'update', 'delete from', 'with', ...(use === 'trigger' ? ['end'] : [])]
}

function words(list: readonly string[]): readonly Candidate[] {
  return list.map((word, index) => keyword(word, 1 + Math.min(index, 8) / 10))
}

/** A keyword of SQL. */
export function keyword(word: string, rank: number): Candidate {
  return { label: word, kind: CompletionItemKind.Keyword, rank }
}
