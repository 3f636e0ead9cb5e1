import { readTokens } from '../../compiler/sql/tokens.ts'

/** A statement that builds or drops an index without holding writes off. */
export interface IndexStatement {
  readonly kind: 'create' | 'drop' | 'reindex'
  /** Its name, in parts; empty where Postgres is to find one. Of `reindex` that of the index or the table. */
  readonly name: readonly string[]
  /** The table, in parts, where the statement names it. */
  readonly table?: readonly string[]
  /** Whether it says `if not exists`, and so accepts an index that is invalid. */
  readonly isLenient: boolean
}

const FORMS: Readonly<Record<IndexStatement['kind'], RegExp>> = {
  create: /^create (?:unique )?index concurrently (if not exists )?/,
  drop: /^drop index concurrently (if exists )?/,
  reindex: /^reindex (?:\( [^)]* \) )?(?:index|table) concurrently /,
}

/** Reads a statement; undefined when it is none of these. */
export function readIndexStatement(sql: string): IndexStatement | undefined {
  const words = wordsOf(sql)
  const plain = words.map(word => word.plain).join(' ')
  for (const kind of ['create', 'drop', 'reindex'] as const) {
    const form = FORMS[kind].exec(plain)
    if (form === null) continue
    const name = nameAt(words, form[0].trim().split(' ').length)
    const table = kind === 'create' ? tableOf(words) : undefined
    const isLenient = kind === 'create' && form[1] !== undefined
    return { kind, name, isLenient, ...(table === undefined ? {} : { table }) }
  }
  return undefined
}

interface Word {
  readonly plain: string
  readonly name: string
}

function wordsOf(sql: string): readonly Word[] {
  return readTokens(sql)
    .filter(token => token.kind !== 'comment')
    .map(token => ({ plain: token.text.toLowerCase(), name: token.value }))
}

function tableOf(words: readonly Word[]): readonly string[] | undefined {
  const on = words.findIndex(word => word.plain === 'on')
  if (on < 0) return undefined
  return nameAt(words, words[on + 1]?.plain === 'only' ? on + 2 : on + 1)
}

/** The name that begins at a word: its parts between points. */
function nameAt(words: readonly Word[], start: number): readonly string[] {
  if (words[start] === undefined || words[start].plain === 'on') return []
  const parts = [words[start].name]
  for (let at = start + 1; words[at]?.plain === '.' && words[at + 1]; at += 2) parts.push(words[at + 1]!.name)
  return parts
}
