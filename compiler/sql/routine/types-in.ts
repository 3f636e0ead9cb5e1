import type { QName } from '../../schema/name.ts'
import { readCode, wordAt } from '../code.ts'
import { pathAt } from '../path-at.ts'
import { argumentsIn } from './read-arguments.ts'
import { writeArguments } from './write-head.ts'

/** The types that a text of a head names: `setof audit.mood[]` names one, `table (a int, b mood)` two. */
export function typesIn(text: string): readonly QName[] {
  return partsOf(text).map(part => {
    const code = readCode(part)
    const path = pathAt(code, wordAt(code, 0) === 'setof' ? 1 : 0, code.tokens.length)
    const [schema, name] = [path.at(-2), path.at(-1)!].map(at =>
      at === undefined ? undefined : code.tokens[at]?.value,
    )
    return schema === undefined ? { name: name ?? '' } : { schema, name: name ?? '' }
  })
}

/** The text with each type in it changed. */
export function mapTypeText(text: string, change: (type: string) => string): string {
  const columns = columnsOf(text)
  if (columns === undefined) return change(text)
  return `table (${writeArguments(columns.map(column => ({ ...column, type: change(column.type) })))})`
}

function partsOf(text: string): readonly string[] {
  return columnsOf(text)?.map(({ type }) => type) ?? [text]
}

/** The columns of `table (…)`. */
function columnsOf(text: string) {
  const code = readCode(text)
  if (wordAt(code, 0) !== 'table' || code.closes[1] === undefined || code.closes[1] < 0) return undefined
  return argumentsIn(code, 2, Math.min(code.closes[1], code.tokens.length)).filter(column => column !== undefined)
}
