import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ParsedRevision, readMigrations } from '../../compiler/revisions/folder.ts'
import { type History, type StoredRevision, sqlFileName } from '../../compiler/revisions/stored-revision.ts'
import { parseRevision } from '../parse-revision.ts'
import { stampOf } from './file-stamp.ts'

/** The text of a file as an editor has it open; undefined for one that is not open. */
export type OpenText = (path: string) => string | undefined

/** Which files of a revision are looked at to see whether something has changed. */
export type Attention = 'steps' | 'steps and SQL'

const NOTHING_OPEN: OpenText = () => undefined

/**
 * Reads migrations folders, and reads again only what is another than before: as long as the names, times and sizes of the
 * files are the same it answers with the same object, and of a folder that changed only the texts that changed are parsed.
 */
export class HistoryReader {
  private readonly attention: Attention
  private readonly known = new Map<string, { readonly signature: string; readonly history: History }>()
  private readonly parsed = new Map<string, { readonly text: string; readonly parsed: ParsedRevision }>()

  constructor(attention: Attention) {
    this.attention = attention
  }

  /** All that a migrations folder holds, with the texts that are open in place of those on disk. */
  read(path: string, openText: OpenText = NOTHING_OPEN): History {
    const signature = this.signatureOf(path, openText)
    const known = this.known.get(path)
    if (known?.signature === signature) return known.history
    const read = readMigrations(path, (text, file) => this.parse(openText(file) ?? text, file))
    const history = { ...read, revisions: read.revisions.map(stored => withOpenSql(stored, openText)) }
    this.known.set(path, { signature, history })
    const there = new Set(namesIn(path).map(folder => join(path, folder, REVISION)))
    for (const file of this.parsed.keys())
      if (dirname(dirname(file)) === path && !there.has(file)) this.parsed.delete(file)
    return history
  }

  private parse(text: string, file: string): ParsedRevision {
    const known = this.parsed.get(file)
    if (known?.text === text) return known.parsed
    const parsed = parseRevision(text, file)
    this.parsed.set(file, { text, parsed })
    return parsed
  }

  private signatureOf(path: string, openText: OpenText): string {
    const parts: string[] = []
    for (const folder of namesIn(path)) {
      parts.push(folder)
      for (const name of this.attention === 'steps' ? [REVISION] : namesIn(join(path, folder))) {
        const file = join(path, folder, name)
        const open = openText(file)
        parts.push(open === undefined ? `${name} ${stampOf(file)}` : `${name} open ${open}`)
      }
    }
    return parts.join('\n')
  }
}

const REVISION = 'revision.mig'

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter(name => !name.startsWith('.'))
      .sort()
  } catch {
    return []
  }
}

function withOpenSql(stored: StoredRevision, openText: OpenText): StoredRevision {
  const fileOf = (name: string) => join(dirname(stored.file), name)
  return {
    ...stored,
    sql: (dialect, direction) => openText(fileOf(sqlFileName(dialect, direction))) ?? stored.sql(dialect, direction),
  }
}
