import { dirname, resolve } from 'node:path'
import { DIALECTS, type DialectName } from '../../compiler/schema/dialect.ts'
import { unquote } from '../literals/name-literal.ts'
import type { Database, Project, Target } from '../load/project.ts'
import { type PlainLine, plainLines } from './plain-lines.ts'
import { PLAIN_TYPES } from './plain-token-types.ts'
import { TokenLine } from './token-line.ts'

const { ID, NUMBER } = PLAIN_TYPES.all

/**
 * Reads a project block that stands alone in its text, without the grammar. It answers only what `loadProject` would
 * answer; undefined is no error, but says that the text has to be read by the full reader.
 */
export function lightProject(file: string, block: string): Project | undefined {
  const { lines, hasProblems } = plainLines(block)
  const [first, last] = [lines[0], lines.at(-1)]
  if (hasProblems || first === undefined || last === first) return undefined
  if (last!.tokens.length !== 1 || last!.tokens[0]!.image !== '}') return undefined
  const name = projectName(first)
  const draft = new ProjectDraft(file)
  const known = lines.slice(1, -1).every(({ tokens }) => draft.take(new TokenLine(tokens)))
  return name !== undefined && known && draft.targets.length > 0 ? draft.project(name) : undefined
}

function projectName({ tokens }: PlainLine): string | undefined {
  const line = new TokenLine(tokens)
  if (!line.takeText('project')) return undefined
  const name = line.take(ID)
  return name !== undefined && line.takeText('{') && line.isDone ? unquote(name) : undefined
}

/** The block as far as it is read. Each `take…` answers whether it surely understood the line. */
class ProjectDraft {
  readonly targets: Target[] = []
  private readonly databases: Database[] = []
  private readonly once = new Map<string, string>()
  private readonly file: string

  constructor(file: string) {
    this.file = file
  }

  take(line: TokenLine): boolean {
    const word = line.take(ID)
    switch (word) {
      case 'targets':
        return this.targets.length === 0 && this.takeTargets(line)
      case 'database':
        return this.takeDatabase(line)
      case 'migrations':
        return this.keep(word, line.string()) && line.isDone
      case 'default_schema':
        return this.keep(word, line.take(ID)) && line.isDone
      default:
        return false
    }
  }

  project(name: string): Project {
    const { file, targets, databases } = this
    const schema = this.once.get('default_schema')
    return {
      name,
      file,
      targets,
      migrations: resolve(dirname(file), this.once.get('migrations') ?? './migrations'),
      databases,
      ...(schema === undefined ? {} : { defaultSchema: unquote(schema) }),
    }
  }

  private keep(word: string, value: string | undefined): boolean {
    if (value === undefined || this.once.has(word)) return false
    this.once.set(word, value)
    return true
  }

  private takeTargets(line: TokenLine): boolean {
    do {
      const dialect = dialectNamed(line.take(ID))
      if (dialect === undefined || this.targets.some(target => target.dialect === dialect)) return false
      const version = line.take(NUMBER)
      this.targets.push({ dialect, ...(version === undefined ? {} : { version }) })
    } while (line.takeText(','))
    return line.isDone
  }

  private takeDatabase(line: TokenLine): boolean {
    const dialect = dialectNamed(line.take(ID))
    const url = line.string()
    const env = url === undefined && line.takeText('env') ? line.take(ID) : undefined
    if (dialect === undefined || (url === undefined && env === undefined)) return false
    this.databases.push({ dialect, ...(url === undefined ? { env: unquote(env!) } : { url }) })
    return line.isDone
  }
}

function dialectNamed(word: string | undefined): DialectName | undefined {
  return DIALECTS.find(dialect => dialect === word)
}
