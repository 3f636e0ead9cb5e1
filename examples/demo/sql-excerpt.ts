import {
  type DialectName,
  describeStep,
  invertSteps,
  readSqlFile,
  type SqlFile,
  type StoredRevision,
} from '../../index.ts'

const WIDTH = 104
const LINES = 18
const WHOLE = 8

/**
 * What matters of the SQL that takes a database up: the statements of the steps without the frame around them, and of a
 * long statement the lines that the way down has not. The whole text is in the file.
 */
export function sqlExcerpt({ revision, sql }: StoredRevision, dialect: DialectName): readonly string[] {
  const up = readSqlFile(sql(dialect, 'up')!)
  const down = new Set(statementsOf(readSqlFile(sql(dialect, 'down')!)).flatMap(({ sql }) => sql.split('\n')))
  const steps = [...revision.steps, ...invertSteps(revision.steps)].map(describeStep)
  const lines = statementsOf(up)
    .filter(({ about }) => steps.some(step => about.includes(step)))
    .flatMap(({ sql }) => shortened(`${sql};`, down).flatMap(line => fitted(line, sql.startsWith('create table'))))
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES - 1), `… ${lines.length - LINES + 1} lines more`]
}

function statementsOf(file: SqlFile) {
  return file.parts.flatMap(part => part.statements)
}

function shortened(sql: string, elsewhere: ReadonlySet<string>): readonly string[] {
  const lines = sql.split('\n')
  if (lines.length <= WHOLE) return lines
  const telling = lines.map((line, at) => at === 0 || at === lines.length - 1 || !elsewhere.has(line))
  const kept =
    telling.filter(Boolean).length === lines.length ? lines.map((_, at) => at < 4 || at === lines.length - 1) : telling
  return lines.flatMap((line, at) => (kept[at] ? [line] : kept[at - 1] ? ['  …'] : []))
}

/** A line as lines that fit the page; in the definition of a table the end of a long one is left out. */
function fitted(line: string, isDefinition: boolean): readonly string[] {
  if (line.length <= WIDTH) return [line]
  if (isDefinition) return [`${line.slice(0, WIDTH - 2)} …`]
  const indent = /^ */.exec(line)![0]
  const cut = Math.max(line.lastIndexOf(' ', WIDTH), indent.length + 1)
  return [line.slice(0, cut), ...fitted(`${indent.slice(0, 4)}    ${line.slice(cut + 1)}`, false)]
}
