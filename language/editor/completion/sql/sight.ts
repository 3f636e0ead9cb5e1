import { DIALECTS, type DialectName } from '../../../../compiler/schema/dialect.ts'
import type { QName } from '../../../../compiler/schema/name.ts'
import { readExpression, readStatement, type Reading as SqlReading } from '../../../../compiler/sql/read-statement.ts'
import { readTokens, type SqlToken } from '../../../../compiler/sql/tokens.ts'
import type { TableFacts } from '../facts.ts'
import { type Read, type Reading, readsOf, rulesOf, textOf } from '../grammar/reading.ts'
import type { Scene } from '../scene.ts'
import { ownFacts } from '../slots/columns.ts'

/** What SQL in backticks is for. */
export type SqlUse = 'expression' | 'default' | 'query' | 'trigger' | 'statements' | 'type'

/** SQL under a cursor, with a name of its own in the place of the word at the cursor. */
export interface Sight {
  readonly scene: Scene
  readonly use: SqlUse
  readonly dialects: readonly DialectName[]
  /** The table of an expression, or that of a trigger. */
  readonly table?: TableFacts
  readonly reading: SqlReading
  /** The place of the word among the tokens. */
  readonly at: number
  /** Whether the cursor is inside of a string. */
  readonly isLiteral: boolean
  /** The word under the cursor, in the file. */
  readonly start: number
  readonly end: number
  readonly reads: readonly Read[]
  readonly rules: readonly string[]
}

const MARK = 'mig_cursor_'

/** Reads the SQL around a cursor; nothing where no word can stand, as in a comment. */
export function sightOf(scene: Scene, readings: readonly Reading[]): Sight | undefined {
  const likeliest = readings.filter(one => one.leaf.type.name === 'SQL').sort((a, b) => a.cost - b.cost)[0]
  if (likeliest === undefined) return undefined
  const { cursor, place } = scene
  const body = place.parsed.text.slice(cursor.start, cursor.end)
  const stretch = wordAround(body, cursor.offset - cursor.start)
  if (stretch === undefined) return undefined
  const { start, end, isLiteral } = stretch
  const reads = readsOf(likeliest)
  const rules = rulesOf(likeliest.frame)
  const use = useOf(rules)
  const table = tableAround(scene, reads, rules, use)
  const before = isLiteral ? body.slice(0, start - 1) : body.slice(0, start)
  const behind = isLiteral && body[end] === "'" ? body.slice(end + 1) : body.slice(end)
  const text = `${before}${isLiteral ? `'${MARK}'` : MARK}${behind}`
  const reading = readAs(use, text, table?.name)
  const at = reading.code.tokens.findIndex(token => token.start === before.length)
  const dialects = dialectsFor(likeliest, reads, scene)
  const places = { start: cursor.start + start, end: cursor.start + end }
  return { scene, use, dialects, ...(table && { table }), reading, at, isLiteral, ...places, reads, rules }
}

/** Reads SQL by what it is for. */
export function readAs(use: SqlUse, text: string, table: QName | undefined): SqlReading {
  return use === 'expression' || use === 'default' || use === 'type'
    ? readExpression(text, table)
    : readStatement(text, table)
}

interface Word {
  readonly start: number
  readonly end: number
  readonly isLiteral: boolean
}

/** The word at an offset; the inside of a string; nothing in a comment or where text is quoted otherwise. */
function wordAround(body: string, offset: number): Word | undefined {
  const token = readTokens(body).find(one => one.start < offset && offset <= one.end)
  if (token === undefined) return { start: offset, end: offset, isLiteral: false }
  const { kind, start, end, text } = token
  const here = { start: offset, end: offset, isLiteral: false }
  if (kind === 'comment') return offset < end || text.startsWith('--') || !text.endsWith('*/') ? undefined : here
  if (kind === 'string') return inString(body, token, offset)
  if (kind === 'name') return { start, end, isLiteral: false }
  if (kind === 'quoted name') return { start, end: isClosed(token) ? end : offset, isLiteral: false }
  if (kind === 'unknown' && /^['"]/.test(text))
    return text[0] === "'"
      ? { start: start + 1, end: offset, isLiteral: true }
      : { start, end: offset, isLiteral: false }
  return kind === 'number' || kind === 'parameter' ? undefined : here
}

function inString(body: string, token: SqlToken, offset: number): Word | undefined {
  if (!token.text.startsWith("'"))
    return offset === token.end ? { start: offset, end: offset, isLiteral: false } : undefined
  const closed = isClosed(token)
  if (closed && offset === token.end) return { start: offset, end: offset, isLiteral: false }
  const isWhole = closed && !body.slice(offset, token.end).includes('\n')
  return { start: token.start + 1, end: isWhole ? token.end - 1 : offset, isLiteral: true }
}

function isClosed({ text }: SqlToken): boolean {
  return text.length > 1 && text.at(-1) === (text[0] === '[' ? ']' : text[0])
}

function useOf(rules: readonly string[]): SqlUse {
  if (rules.includes('Spelling')) return 'type'
  if (rules.includes('View')) return 'query'
  if (rules.includes('Trigger')) return 'trigger'
  if (rules.includes('SqlSide')) return 'statements'
  return rules.includes('DefaultMod') ? 'default' : 'expression'
}

function tableAround(
  scene: Scene,
  reads: readonly Read[],
  rules: readonly string[],
  use: SqlUse,
): TableFacts | undefined {
  if (use === 'trigger') {
    const on = textOf(reads, 'Trigger.table')
    return on === undefined ? undefined : scene.table(scene.keyOf(on))
  }
  if (use === 'query' || use === 'statements') return undefined
  return rules.includes('DroppedRule') ? scene.pastTable : ownFacts({ scene, reads })
}

/** The database that the SQL is tagged with, or that the line or its declaration is limited to, or all targets. */
function dialectsFor({ leaf }: Reading, reads: readonly Read[], scene: Scene): readonly DialectName[] {
  const tagged = DIALECTS.find(dialect => dialect === leaf.feature)
  if (tagged !== undefined) return [tagged]
  const only = reads.findLastIndex(read => read.token.image === 'only')
  const said = DIALECTS.find(dialect => only >= 0 && dialect === reads[only + 1]?.token.image)
  return said === undefined ? scene.targets : [said]
}
