import { DIALECTS, type DialectName } from '../schema/dialect.ts'
import { splitStatements } from '../sql/statements.ts'
import { sha256 } from './identity.ts'
import type { Revision } from './revision.ts'
import { commentLines, oneLine, readComment, readMark } from './sql-comment.ts'
import { DIRECTIONS, type Direction } from './stored-revision.ts'

/** What stands at the top of a SQL file. */
export interface SqlFileHead extends Pick<Revision, 'id' | 'parents' | 'message'> {
  readonly dialect: DialectName
  readonly direction: Direction
  /** The version of the renderer: SQL that another version rendered is not expected to come out the same. */
  readonly renderer: string
  /** The sum of the `revision.mig` that it is rendered from: while it is the same, nothing need be rendered to compare. */
  readonly source?: string
  /** Why the file holds nothing to run, where steps have no way in this direction. */
  readonly refused?: string
}

/** A statement of a SQL file: what a dialect renders. */
export interface FileStatement {
  readonly sql: string
  readonly about: string
  readonly lossy?: string
  /** The 1-based line of the file on which it begins. */
  readonly line: number
}

/** Statements that run one after another, in one transaction or in none. */
export interface SqlPart {
  readonly transaction: boolean
  readonly statements: readonly FileStatement[]
}

/** What a SQL file says of itself at its top; a file that was edited by hand may lack any part of it. */
export interface SqlHead {
  readonly id: string
  readonly parents: readonly string[]
  readonly dialect?: DialectName
  readonly direction?: Direction
  readonly renderer: string
  readonly source: string
  readonly sum: string
}

/** What a SQL file says. */
export interface SqlFile extends SqlHead {
  readonly refused?: string
  /** Whether the body is the one that the sum was made of. */
  readonly sumHolds: boolean
  readonly parts: readonly SqlPart[]
}

/** What a dialect renders, or what was read from a file. */
export type PrintedStatement = Pick<FileStatement, 'sql' | 'about' | 'lossy'> & { readonly transaction: boolean }

const BEGIN: Readonly<Record<DialectName, string>> = { postgres: 'begin', sqlite: 'begin immediate' }
const FRAME = /^(begin|begin immediate|commit)$/
const SHELL: Readonly<Record<DialectName, string>> = {
  postgres: 'psql -v ON_ERROR_STOP=1 -f',
  sqlite: 'sqlite3 -bail DATABASE <',
}

/**
 * The text of a SQL file, which is plain SQL: any driver can run it, and so can `psql -f` and `sqlite3 <`. Each
 * transactional part stands between `begin` and `commit`. Without the switches in its head both shells go on after an error.
 */
export function printSqlFile(head: SqlFileHead, statements: readonly PrintedStatement[]): string {
  const body = printBody(head, statements)
  const marks = [
    `revision ${head.id}`,
    ['after', ...(head.parents.length === 0 ? ['base'] : head.parents)].join(' '),
    `message ${oneLine(head.message)}`.trimEnd(),
    `${head.dialect} ${head.direction}`,
    `renderer ${head.renderer}`,
    ...(head.source === undefined ? [] : [`source ${head.source}`]),
    `by hand ${SHELL[head.dialect]} ${head.dialect}.${head.direction}.sql`,
    `sha-256 ${sha256(body)}`,
  ]
  return `${marks.map(mark => `-- mig: ${mark}\n`).join('')}\n${body}`
}

/** Reads what `printSqlFile` printed; line ends that version control turned into CR LF are turned back. */
export function readSqlFile(file: string): SqlFile {
  const text = withPlainLineEnds(file)
  const head = readSqlHead(text)
  const cut = text.indexOf('\n\n')
  const body = cut < 0 ? '' : text.slice(cut + 2)
  const refused = refusalOf(body)
  const firstLine = text.slice(0, text.length - body.length).split('\n').length
  return {
    ...head,
    ...(refused === undefined ? {} : { refused }),
    sumHolds: head.sum === sha256(body),
    parts: readBody(body, firstLine, head.dialect ?? 'postgres'),
  }
}

/** Reads the lines above the statements alone. */
export function readSqlHead(file: string): SqlHead {
  const [head = ''] = file.split(/\r?\n\r?\n/, 1)
  const marks = head.split(/\r?\n/).flatMap(line => readMark(line) ?? [])
  const said = (word: string) => marks.find(mark => mark.startsWith(`${word} `))?.slice(word.length + 1) ?? ''
  const dialect = DIALECTS.find(name => said(name) !== '')
  const direction = DIRECTIONS.find(name => dialect !== undefined && said(dialect) === name)
  const after = said('after')
  return {
    id: said('revision'),
    parents: after === '' || after === 'base' ? [] : after.split(' '),
    ...(dialect === undefined ? {} : { dialect }),
    ...(direction === undefined ? {} : { direction }),
    renderer: said('renderer'),
    source: said('source'),
    sum: said('sha-256'),
  }
}

/** The SHA-256 of the body of a SQL file's text, as it is now. */
export function sumOfBody(file: string): string {
  const text = withPlainLineEnds(file)
  const cut = text.indexOf('\n\n')
  return sha256(cut < 0 ? '' : text.slice(cut + 2))
}

/** Line ends that version control turned into CR LF are turned back. */
function withPlainLineEnds(file: string): string {
  return /(^|[^\r])\n/.test(file) ? file : file.replaceAll('\r\n', '\n')
}

function printBody(head: SqlFileHead, statements: readonly PrintedStatement[]): string {
  const blocks: string[] = []
  if (head.refused !== undefined) blocks.push(`-- mig: refused: ${oneLine(head.refused)}`)
  if (statements.length === 0) blocks.push('-- mig: nothing to run')
  let open: boolean | undefined
  const close = () => {
    if (open !== undefined) blocks.push(open ? 'commit;' : '-- mig: transaction')
  }
  for (const statement of statements) {
    if (statement.transaction !== open) {
      close()
      open = statement.transaction
      blocks.push(open ? `${BEGIN[head.dialect]};` : '-- mig: no transaction')
    }
    blocks.push(printStatement(statement))
  }
  close()
  return `${blocks.join('\n\n')}\n`
}

function printStatement({ sql, about, lossy }: PrintedStatement): string {
  const lines: string[] = []
  if (lossy !== undefined) lines.push(`-- mig: lossy: ${oneLine(lossy)}`)
  if (about !== '') lines.push(...commentLines(about))
  const text = sql.trim()
  if (text.startsWith('--') || FRAME.test(text)) lines.push('-- mig: statement')
  const lastLine = text.slice(text.lastIndexOf('\n') + 1)
  lines.push(`${text}${lastLine.includes('--') ? '\n' : ''};`)
  return lines.join('\n')
}

function refusalOf(body: string): string | undefined {
  return /^-- mig: refused: (.*)$/m.exec(body)?.[1]
}

/** Reads the statements; `firstLine` is the line of the file on which the body begins. */
function readBody(body: string, firstLine: number, dialect: DialectName): SqlPart[] {
  const parts: { transaction: boolean; statements: FileStatement[] }[] = []
  let read = 0
  let line = firstLine
  let transaction = true
  let open = false
  for (const chunk of splitStatements(body)) {
    const { marks, statement, offset } = readChunk(chunk.text)
    line += countLines(body.slice(read, chunk.start + offset))
    read = chunk.start + offset
    for (const mark of marks) {
      if (mark === 'no transaction') transaction = false
      if (mark === 'transaction') transaction = true
    }
    const frames: boolean = transaction && !marks.includes('statement')
    const begins: boolean = frames && !open && statement.sql === BEGIN[dialect]
    const commits: boolean = frames && open && statement.sql === 'commit'
    if (begins || commits) {
      open = begins
      if (begins) parts.push({ transaction, statements: [] })
    } else {
      if (parts.at(-1)?.transaction !== transaction) parts.push({ transaction, statements: [] })
      parts.at(-1)!.statements.push({ ...statement, line })
    }
  }
  return parts
}

interface Chunk {
  readonly marks: readonly string[]
  readonly statement: Omit<FileStatement, 'line'>
  /** Where the SQL begins. */
  readonly offset: number
}

/** The comments above a statement, and the statement. */
function readChunk(chunk: string): Chunk {
  const marks: string[] = []
  const about: string[] = []
  let offset = 0
  for (const line of chunk.split('\n')) {
    const mark = readMark(line)
    if (mark !== undefined) marks.push(mark)
    else if (line.startsWith('--')) about.push(readComment(line))
    else if (line.trim() !== '') break
    offset += line.length + 1
    if (mark === 'statement') break
  }
  const lossy = marks.find(mark => mark.startsWith('lossy: '))?.slice('lossy: '.length)
  const statement = { sql: chunk.slice(offset).trim(), about: about.join('\n') }
  return { marks, statement: { ...statement, ...(lossy === undefined ? {} : { lossy }) }, offset }
}

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
