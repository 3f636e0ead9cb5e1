import type { QName } from '../../schema/name.ts'
import { type Code, isName, isSign, readCode, wordAt } from '../code.ts'
import { applyEdits, type Edit } from '../edits.ts'
import { pathAt } from '../path-at.ts'
import { relationUses } from '../query-names.ts'
import { renameRelation } from '../rename.ts'
import { readNameText } from '../rename-object.ts'
import { meansRelation } from '../same-relation.ts'
import { splitStatements } from '../statements.ts'
import { pathText, readMade } from './made-thing.ts'

/** Whether what a text makes is the object of that name; a name without a schema is in that of the object. */
export function meansThing(made: QName, object: QName): boolean {
  return made.name === object.name && (made.schema === undefined || made.schema === object.schema)
}

/** All names that stand in a text, those in strings and the signs of operators too. */
export function namesInObject(text: string): readonly QName[] {
  const code = readCode(text)
  const found = new Map<string, QName>()
  const add = (name: QName | undefined) => name && found.set(pathText(name), name)
  for (const path of pathsIn(code)) add(nameAt(code, path))
  for (const [at, token] of code.tokens.entries()) {
    if (token.kind === 'string') add(wholeName(token.value))
    if (token.kind === 'operator') add({ name: signAt(code, at) })
  }
  return [...found.values()]
}

/** The sign that adjacent operator tokens from `at` on make. */
export function signAt({ text, tokens }: Code, at: number): string {
  let end = at
  while (tokens[end + 1]?.kind === 'operator' && tokens[end + 1]!.start === tokens[end]!.end) end++
  return text.slice(tokens[at]!.start, tokens[end]!.end)
}

/** What becomes of the names in a text. */
interface Renames {
  readonly relation: (name: QName) => QName
  readonly type: (text: string) => string
  /** What becomes of a statement that only reads and writes rows. */
  readonly query: (text: string) => string
}

/** The text with the names in it followed: in queries as in any, elsewhere wherever the name of a relation or type stands. */
export function mapNames(text: string, { relation, type, query }: Renames): string {
  return mapStatements(text, sql => {
    const code = readCode(sql)
    if (!isDefinition(code)) return query(sql)
    const paths = pathsIn(code)
    return applyEdits(
      sql,
      paths.flatMap((path, at) => {
        const old = nameAt(code, path)
        if (namesColumn(code, path[0]!)) return []
        const { start } = code.tokens[path[0]!]!
        const { end } = code.tokens[path.at(-1)!]!
        const written = sql.slice(start, end)
        if (namesFunction(code, paths, at)) {
          const called = query(`select ${written}()`).slice('select '.length, -'()'.length)
          return called === written ? [] : [{ start, end, text: called }]
        }
        const next = relation(old)
        if (next !== old) return [{ start, end, text: pathText(next) }]
        const typed = type(written)
        return typed === written ? [] : [{ start, end, text: typed }]
      }),
    )
  })
}

/** The text with what it makes under another name. */
export function renameMade(text: string, from: QName, to: QName): string {
  return mapStatements(text, sql => {
    const code = readCode(sql)
    if (!isDefinition(code)) return renameRelation(renameCommands(sql, from, to), from, to)
    const made = madeBy(sql, from)
    if (made === undefined) return sql
    const plain = made.name.schema === undefined && from.schema === to.schema
    return applyEdits(sql, [{ ...made.span, text: pathText(plain ? { name: to.name } : to) }])
  })
}

/** Where a text names what it makes: the stretches that `renameMade` changes. */
export function madeMentions(text: string, name: QName): readonly Pick<Edit, 'start' | 'end'>[] {
  return splitStatements(text).flatMap(({ text: sql, start: from }) => {
    const made = isDefinition(readCode(sql)) ? madeBy(sql, name) : undefined
    const uses = made === undefined ? usesIn(sql, name) : [made.span]
    return uses.map(({ start, end }) => ({ start: from + start, end: from + end }))
  })
}

function usesIn(sql: string, name: QName) {
  if (isDefinition(readCode(sql))) return []
  return [...commandsIn(sql, name), ...relationUses(sql).filter(use => meansRelation(use, name))]
}

function madeBy(sql: string, name: QName) {
  const made = readMade(sql) ?? readMade(sql, 'alter') ?? readDropped(sql)
  if (made?.name === undefined || made.span === undefined || !meansThing(made.name, name)) return undefined
  return { name: made.name, span: made.span }
}

function readDropped(sql: string) {
  const first = readCode(sql).tokens[0]
  if (first?.value !== 'drop') return undefined
  const made = readMade(`create${sql.slice(first.end).replace(/^(\s+)table\b/i, '$1virtual table')}`)
  if (made?.span === undefined) return made
  const shift = sql.length - `create${sql.slice(first.end).replace(/^(\s+)table\b/i, '$1virtual table')}`.length
  return { ...made, span: { start: made.span.start + shift, end: made.span.end + shift } }
}

/** `insert into notes(notes) values ('rebuild')`: the column of a command has the name of its table (fts5.html). */
function renameCommands(sql: string, from: QName, to: QName): string {
  const text = pathText({ name: to.name })
  return applyEdits(
    sql,
    commandsIn(sql, from).map(({ start, end }) => ({ start, end, text })),
  )
}

function commandsIn(sql: string, { name }: QName): readonly Pick<Edit, 'start' | 'end'>[] {
  const code = readCode(sql)
  if (wordAt(code, 1) !== 'into') return []
  return code.tokens.filter((token, at) => isSign(code, at - 1, '(') && token.value === name && isName(code, at))
}

function mapStatements(text: string, change: (sql: string) => string): string {
  let result = ''
  let done = 0
  for (const { text: sql, start, end } of splitStatements(text)) {
    result += text.slice(done, start) + change(sql)
    done = end
  }
  return result + text.slice(done)
}

function isDefinition(code: Code): boolean {
  return ['create', 'alter', 'drop', 'comment'].includes(wordAt(code, 0))
}

/** Whether a name is one of a column: `create statistics s on a, b from t`, `create publication p for table t (a, b)`. */
function namesColumn(code: Code, at: number): boolean {
  if (wordAt(code, 1) === 'publication') return code.tokens.some((_, open) => open < at && code.closes[open]! > at)
  if (wordAt(code, 1) !== 'statistics') return false
  return code.tokens.findLastIndex((_, place) => wordAt(code, place) === 'from') > at
}

/** Whether a name is that of a function: `with function f(int)`, `function = f`, `function 1 (int, int) f(int, int)`. */
function namesFunction(code: Code, paths: readonly (readonly number[])[], at: number): boolean {
  const first = paths[at]![0]!
  if (isSign(code, first - 1, '=')) return SUPPORT.has(wordAt(code, first - 2))
  const before = wordAt(code, first - 1)
  if (RUNS.has(before)) return true
  if (!isSign(code, paths[at]!.at(-1)! + 1, '(')) return false
  const number = code.tokens.findLastIndex((token, place) => place < first && token.kind === 'number')
  if (number < 0 || !['function', 'procedure'].includes(wordAt(code, number - 1))) return false
  return number + 1 === first || code.closes[number + 1] === first - 1
}

/** Words that the name of a function may follow (the manual, CREATE CAST, CREATE EVENT TRIGGER, CREATE FOREIGN DATA WRAPPER). */
const RUNS: ReadonlySet<string> = new Set(['function', 'procedure', 'handler', 'validator', 'inline'])

/** Options of operators, text search parsers and templates whose values are functions, and words for them. */
const SUPPORT: ReadonlySet<string> = new Set(
  'function procedure restrict join start gettoken end lextypes headline init lexize'.split(' '),
)

function pathsIn(code: Code): readonly (readonly number[])[] {
  return code.tokens.flatMap((_, at) =>
    isName(code, at) && !isSign(code, at - 1, '.') ? [pathAt(code, at, code.tokens.length)] : [],
  )
}

function nameAt(code: Code, path: readonly number[]): QName {
  const name = code.tokens[path.at(-1)!]!.value
  const schema = path.at(-2)
  const inside = schema === undefined ? undefined : code.tokens[schema]!.value
  return inside === undefined || inside === 'public' ? { name } : { schema: inside, name }
}

function wholeName(text: string): QName | undefined {
  return /^[\w$"]+(?:\.[\w$"]+)?$/.test(text) && /^[A-Za-z_"]/.test(text) ? readNameText(text) : undefined
}
