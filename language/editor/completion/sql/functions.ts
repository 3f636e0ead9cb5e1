import { CompletionItemKind } from 'vscode-languageserver-types'
import { nameText } from '../../../../compiler/schema/name.ts'
import { isSign } from '../../../../compiler/sql/code.ts'
import { sqlName } from '../../../../compiler/sql/name-text.ts'
import { writeArguments } from '../../../../compiler/sql/routine/write-head.ts'
import { readName } from '../../../literals/name-literal.ts'
import type { Candidate } from '../candidate.ts'
import { SQL_FUNCTIONS } from './function-list.ts'
import type { Sight } from './sight.ts'

/** The functions that all databases have which the SQL is for; those of groups only in queries. */
export function functionNames(sight: Sight): readonly Candidate[] {
  const { use, reading, at } = sight
  const isQuery = use === 'query' || use === 'statements' || use === 'trigger'
  const isCalled = isSign(reading.code, at + 1, '(')
  return [...ownFunctions(sight, isQuery, isCalled), ...builtinFunctions(sight, isQuery, isCalled)]
}

/** The functions of the project that give a trigger its work. */
export function triggerFunctions({ scene }: Sight): readonly Candidate[] {
  return [...scene.schema.objects.values()].flatMap(object => {
    if (object.kind !== 'function' || !/^trigger$/i.test(object.returns ?? '')) return []
    const call = `${writtenInSql(nameText(object.name), scene)}()`
    const { comment: documentation } = object
    return [{ label: call, kind: CompletionItemKind.Function, insert: call, documentation, rank: 0 }]
  })
}

/** The functions and aggregates of the project, which only Postgres has. */
function ownFunctions({ dialects, scene, use }: Sight, isQuery: boolean, isCalled: boolean): readonly Candidate[] {
  if (!dialects.every(dialect => dialect === 'postgres') || use === 'default') return []
  const seen = new Set<string>()
  return [...scene.schema.objects.values()].flatMap(object => {
    if (object.kind !== 'function' && (object.kind !== 'aggregate' || !isQuery)) return []
    const name = writtenInSql(nameText(object.name), scene)
    if (seen.has(name) || (object.kind === 'function' && /^(?:event_)?trigger$/i.test(object.returns ?? ''))) return []
    seen.add(name)
    return [
      {
        label: name,
        kind: CompletionItemKind.Function,
        detail: `${name}(${writeArguments(object.arguments)})`,
        documentation: object.comment,
        insert: name,
        ...(!isCalled && { snippet: object.arguments.length === 0 ? `${name}()` : `${name}($1)` }),
        rank: 5,
      },
    ]
  })
}

function writtenInSql(key: string, scene: Sight['scene']): string {
  const { schema, name } = readName(scene.writtenKey(key))
  return schema === undefined ? sqlName(name) : `${sqlName(schema)}.${sqlName(name)}`
}

function builtinFunctions({ dialects }: Sight, isQuery: boolean, isCalled: boolean): readonly Candidate[] {
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
