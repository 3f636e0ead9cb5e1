import { CompletionItemKind } from 'vscode-languageserver-types'
import { isSign } from '../../../../compiler/sql/code.ts'
import type { Candidate } from '../candidate.ts'
import { SQL_FUNCTIONS } from './function-list.ts'
import type { Sight } from './sight.ts'

/** The functions that all databases have which the SQL is for; those of groups only in queries. */
export function functionNames({ dialects, use, reading, at }: Sight): readonly Candidate[] {
  const isQuery = use === 'query' || use === 'statements' || use === 'trigger'
  const isCalled = isSign(reading.code, at + 1, '(')
  return SQL_FUNCTIONS.filter(
    one => dialects.every(dialect => one.dialects.includes(dialect)) && (isQuery || !one.aggregate),
  ).map(({ name, parameters, about }) => ({
    label: name,
    kind: CompletionItemKind.Function,
    detail: `${name}(${parameters.join(', ')})`,
    documentation: about,
    insert: name,
    ...(!isCalled && { snippet: parameters.length === 0 ? `${name}()` : `${name}($1)` }),
    rank: 6,
  }))
}
