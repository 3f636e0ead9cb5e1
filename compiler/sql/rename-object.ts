import type { QName } from '../schema/name.ts'
import { type Code, isSign, readCode, wordAt } from './code.ts'
import { applyEdits, type Edit, inPlaceOf } from './edits.ts'
import { sqlName } from './name-text.ts'
import { pathAt } from './path-at.ts'

import { relationEdits } from './relation-edits.ts'
import { readBody } from './routine/body-names.ts'
import { meansRelation } from './same-relation.ts'

/** The SQL with a function renamed wherever it is called. */
export function renameFunction(sql: string, from: QName, to: QName): string {
  const { code, functions } = readBody(sql)
  return applyEdits(
    sql,
    functions.flatMap(path => pathEdits(code, path, from, to)),
  )
}

/** The SQL with a sequence renamed: in `nextval('name')` and its like, and where it is read as a relation. */
export function renameSequence(sql: string, from: QName, to: QName): string {
  const reading = readBody(sql)
  const edits = [...relationEdits(reading, from, to)]
  const { code } = reading
  for (const [at, token] of code.tokens.entries()) {
    if (token.kind !== 'string' || !namesRelation(code, at)) continue
    const name = readNameText(token.value)
    if (name === undefined || !meansRelation(name, from)) continue
    const schema = to.schema !== undefined && (name.schema !== undefined || from.schema !== to.schema)
    const text = `${schema ? `${sqlName(to.schema!)}.` : ''}${sqlName(to.name)}`
    edits.push({ start: token.start, end: token.end, text: `'${text.replaceAll("'", "''")}'` })
  }
  return applyEdits(sql, edits)
}

const TAKE_SEQUENCES = new Set(['nextval', 'currval', 'setval'])

/** Whether a string constant is read as the name of a relation. */
export function namesRelation(code: Code, at: number): boolean {
  if (isSign(code, at + 1, '::') && wordAt(code, at + 2) === 'regclass') return true
  return isSign(code, at - 1, '(') && TAKE_SEQUENCES.has(wordAt(code, at - 2))
}

/** The sequences that SQL names in string constants. */
export function sequencesNamed(sql: string): readonly QName[] {
  if (!/nextval|currval|setval|regclass/i.test(sql)) return []
  const code = readCode(sql)
  return code.tokens.flatMap((token, at) => {
    const name = token.kind === 'string' && namesRelation(code, at) ? readNameText(token.value) : undefined
    return name === undefined ? [] : [name]
  })
}

/** The name that a string constant spells. */
export function readNameText(text: string): QName | undefined {
  const code = readCode(text)
  const path = code.tokens.length === 0 ? [] : pathAt(code, 0, code.tokens.length)
  const [schema, name] = [path.at(-2), path.at(-1)].map(at => (at === undefined ? undefined : code.tokens[at]!.value))
  if (name === undefined) return undefined
  return schema === undefined ? { name } : { schema, name }
}

function pathEdits(code: Code, path: readonly number[], from: QName, to: QName): readonly Edit[] {
  const name = code.tokens[path.at(-1)!]!
  const schema = path.at(-2)
  const used = schema === undefined ? { name: name.value } : { schema: code.tokens[schema]!.value, name: name.value }
  if (!meansRelation(used, from)) return []
  if (from.schema === to.schema) return [{ start: name.start, end: name.end, text: inPlaceOf(name, to.name) }]
  const before = to.schema === undefined ? '' : `${sqlName(to.schema)}.`
  const { start } = code.tokens[path.at(-2) ?? path.at(-1)!]!
  return [{ start, end: name.end, text: before + inPlaceOf(name, to.name) }]
}
