import type { QName } from '../../schema/name.ts'
import { isName, readCode, wordAt } from '../code.ts'
import { applyEdits, type Edit } from '../edits.ts'
import { pathAt } from '../path-at.ts'
import { readNameText } from '../rename-object.ts'
import { meansRelation } from '../same-relation.ts'
import { pathText } from './made-thing.ts'

/** Casts that read a string as the name of something that only an `object` makes. */
const NAMED_BY_CAST: ReadonlySet<string> = new Set(['regconfig', 'regdictionary', 'regcollation'])

/** Functions whose first argument may be the name of a text search configuration or dictionary. */
const TAKES_NAME =
  /^(?:(?:json|jsonb)?_?to_ts(?:vector|query)|(?:plainto|phraseto|websearch_to)_tsquery|phraseto_tsquery|plainto_tsquery|websearch_to_tsquery|ts_headline|ts_debug|ts_lexize|json_to_tsvector|jsonb_to_tsvector)$/

interface Mention {
  readonly name: QName
  readonly start: number
  readonly end: number
  readonly isString: boolean
}

/** Where SQL names what only an `object` makes: behind `collate`, and in strings that are the names of configurations. */
export function namedIn(sql: string): readonly Mention[] {
  if (!/collate|regconfig|regdictionary|regcollation|tsvector|tsquery|ts_/i.test(sql)) return []
  const code = readCode(sql)
  return code.tokens.flatMap((token, at): readonly Mention[] => {
    if (wordAt(code, at) === 'collate' && isName(code, at + 1)) {
      const path = pathAt(code, at + 1, code.tokens.length)
      const [schema, name] = [path.at(-2), path.at(-1)!].map(one =>
        one === undefined ? undefined : code.tokens[one]!.value,
      )
      const { start } = code.tokens[path[0]!]!
      const { end } = code.tokens[path.at(-1)!]!
      return [{ name: { ...(schema !== undefined && { schema }), name: name! }, start, end, isString: false }]
    }
    if (token.kind !== 'string') return []
    const isCast = code.tokens[at + 1]?.text === '::' && NAMED_BY_CAST.has(wordAt(code, at + 2))
    const isFirst =
      code.tokens[at - 1]?.text === '(' && TAKES_NAME.test(wordAt(code, at - 2)) && code.tokens[at + 1]?.text === ','
    const name = isCast || isFirst || NAMED_BY_CAST.has(wordAt(code, at - 1)) ? readNameText(token.value) : undefined
    return name === undefined ? [] : [{ name, start: token.start, end: token.end, isString: true }]
  })
}

/** The SQL with a collation, a text search configuration or dictionary under another name. */
export function renameNamed(sql: string, from: QName, to: QName): string {
  const edits = namedIn(sql).flatMap(({ name, start, end, isString }): readonly Edit[] => {
    if (!meansRelation(name, from)) return []
    const text = pathText(name.schema === undefined && from.schema === to.schema ? { name: to.name } : to)
    return [{ start, end, text: isString ? `'${text.replaceAll("'", "''")}'` : text }]
  })
  return applyEdits(sql, edits)
}
