import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { MigError } from '../failure.ts'
import { DIALECTS } from '../schema/dialect.ts'
import { folderName, isFolderNameOf } from './identity.ts'
import type { Problem } from './problem.ts'
import type { Revision, RevisionHead } from './revision.ts'
import { DIRECTIONS, type History, type StoredRevision, sqlFileName, type UnreadRevision } from './stored-revision.ts'

/** What the language makes of the text of a `revision.mig`. */
export interface ParsedRevision<R extends RevisionHead = Revision> {
  readonly revision?: R
  /** What stands above the steps, where there is no revision because something else is wrong with the text. */
  readonly head?: RevisionHead
  readonly problems: readonly Problem[]
  readonly stepLines?: readonly number[]
}

type ParseRevision<R extends RevisionHead> = (text: string, file: string) => ParsedRevision<R>

/** How much of a migrations folder is looked at. */
export interface ReadOptions {
  /** Whether files that belong to no revision are looked for in each folder; they are, unless this is false. */
  readonly strays?: boolean
}

/** The files of a revision by their names: `revision.mig`, `postgres.up.sql`, … */
export type RevisionFiles = Readonly<Record<string, string>>

const REVISION_FILE = 'revision.mig'
const UNFINISHED = /^\.mig-(\d+)-/
const KNOWN_FILES: ReadonlySet<string> = new Set([
  REVISION_FILE,
  ...DIALECTS.flatMap(dialect => DIRECTIONS.map(direction => sqlFileName(dialect, direction))),
])

/**
 * Reads a migrations folder. What is wrong in it comes back as problems; only a folder that is there and cannot be
 * listed throws. A folder that is not there holds nothing.
 */
export function readMigrations<R extends RevisionHead>(
  path: string,
  parse: ParseRevision<R>,
  options: ReadOptions = {},
): History<R> {
  const revisions: StoredRevision<R>[] = []
  const unread: UnreadRevision[] = []
  const problems: Problem[] = []
  for (const entry of list(path)) {
    if (entry.name.startsWith('.')) continue
    const at = join(path, entry.name)
    if (!entry.isDirectory()) {
      if (!/^readme\b/i.test(entry.name)) problems.push(stray(at))
      continue
    }
    const found = readRevision(path, entry.name, parse, options)
    problems.push(...found.problems)
    if (found.stored !== undefined) revisions.push(found.stored)
    if (found.unread !== undefined) unread.push(found.unread)
  }
  revisions.sort((a, b) => compare(a.revision.created, b.revision.created) || compare(a.revision.id, b.revision.id))
  return { revisions, problems, ...(unread.length > 0 && { unread }) }
}

function readRevision<R extends RevisionHead>(
  path: string,
  folder: string,
  parse: ParseRevision<R>,
  options: ReadOptions,
): {
  readonly stored?: StoredRevision<R>
  readonly unread?: UnreadRevision
  readonly problems: readonly Problem[]
} {
  const file = join(path, folder, REVISION_FILE)
  let strays: readonly string[]
  let text: string | undefined
  try {
    strays = options.strays === false ? [] : straysIn(join(path, folder))
    text = readIfThere(file)
  } catch (error) {
    return { problems: [unreadable(join(path, folder), error)] }
  }
  if (text === undefined) return { problems: [withoutRevision(join(path, folder), isFolderNameOf(folder))] }
  const { revision, head, stepLines, problems } = parse(text, file)
  const found = [...problems, ...strays.map(name => stray(join(path, folder, name)))]
  if (revision === undefined) return { problems: found, ...(head && { unread: { head, file } }) }
  if (!isFolderNameOf(folder, revision.id)) found.push(otherFolder(join(path, folder), revision))
  const sql: StoredRevision<R>['sql'] = (dialect, direction) =>
    readIfThere(join(path, folder, sqlFileName(dialect, direction)))
  return { stored: { revision, folder, file, ...(stepLines === undefined ? {} : { stepLines }), sql }, problems: found }
}

function straysIn(folder: string): readonly string[] {
  const names = readdirSync(folder).sort()
  return names.filter(name => !KNOWN_FILES.has(name) && !name.startsWith('.') && !/^readme\b/i.test(name))
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Writes a revision's folder, whole or not at all, and gives its path. Refuses (MIG333) when the id is there; MIG334 when
 * the folder cannot be written.
 */
export function writeRevision(path: string, revision: Revision, files: RevisionFiles): string {
  const target = join(path, folderName(revision))
  const temporary = join(path, `.mig-${process.pid}-${revision.id}`)
  try {
    mkdirSync(path, { recursive: true })
    sweep(path)
    const taken = readdirSync(path).find(
      name => isFolderNameOf(name, revision.id) && holdsId(join(path, name), revision.id),
    )
    if (taken !== undefined) throw alreadyThere(revision, join(path, taken))
    mkdirSync(temporary)
    for (const name of Object.keys(files).sort()) writeWhole(join(temporary, name), files[name]!)
    flush(temporary)
    if (existsSync(target)) throw alreadyThere(revision, target)
    renameSync(temporary, target)
    flush(path)
    return target
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    throw error instanceof MigError ? error : unwritable(path, error)
  }
}

/** Replaces files of a revision that is there, each whole or not at all: SQL that was rendered again. */
export function rewriteFiles(path: string, folder: string, files: RevisionFiles): void {
  const place = join(path, folder)
  try {
    for (const name of Object.keys(files).sort()) {
      const temporary = join(place, `.mig-${process.pid}-${name}`)
      writeWhole(temporary, files[name]!)
      renameSync(temporary, join(place, name))
    }
    flush(place)
  } catch (error) {
    for (const name of Object.keys(files)) rmSync(join(place, `.mig-${process.pid}-${name}`), { force: true })
    throw unwritable(place, error)
  }
}

function list(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => compare(a.name, b.name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new MigError({
      code: 'MIG332',
      message: `The migrations folder ${path} cannot be read: ${reason(error)}.`,
      remedy: 'Check the path in the `migrations` line of the project, and who may read it.',
      facts: { file: path },
    })
  }
}

/** Removes what writers that did not live to finish have left. */
function sweep(path: string): void {
  for (const name of readdirSync(path)) {
    const writer = UNFINISHED.exec(name)?.[1]
    if (writer !== undefined && !lives(Number(writer))) rmSync(join(path, name), { recursive: true, force: true })
  }
}

function lives(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function holdsId(folder: string, id: string): boolean {
  try {
    return new RegExp(`^\\s*revision\\s+${id}\\b`, 'm').test(readFileSync(join(folder, REVISION_FILE), 'utf8'))
  } catch {
    return true
  }
}

function writeWhole(file: string, text: string): void {
  const handle = openSync(file, 'w')
  try {
    writeFileSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes the names in a folder last; some systems cannot open a folder, and need not. */
function flush(folder: string): void {
  let handle: number
  try {
    handle = openSync(folder, 'r')
  } catch {
    return
  }
  try {
    fsyncSync(handle)
  } catch {
    return
  } finally {
    closeSync(handle)
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function reason(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error)
}

function stray(file: string): Problem {
  const message = 'This file belongs to no revision.'
  const remedy = 'Move it out of the migrations folder, or give it a name that begins with `README` or a dot.'
  return { code: 'MIG330', severity: 'warning', message, remedy, file }
}

function withoutRevision(file: string, named: boolean): Problem {
  return {
    code: 'MIG331',
    severity: named ? 'error' : 'warning',
    message: `This folder has no ${REVISION_FILE}.`,
    remedy: named
      ? 'Restore the file from version control, or remove the folder.'
      : 'Move it out of the migrations folder.',
    file,
  }
}

function unreadable(file: string, error: unknown): Problem {
  const message = `This folder cannot be read: ${reason(error)}.`
  return { code: 'MIG332', severity: 'error', message, remedy: 'Check who may read it.', file }
}

function otherFolder(file: string, revision: RevisionHead): Problem {
  return {
    code: 'MIG335',
    severity: 'error',
    message: `The name of this folder is not that of revision ${revision.id}, which it holds.`,
    remedy: `Rename the folder to ${folderName(revision)}, or restore ${REVISION_FILE} from version control.`,
    file,
  }
}

function alreadyThere({ id }: Revision, place: string): MigError {
  return new MigError({
    code: 'MIG333',
    message: `Revision ${id} is already there: ${place}.`,
    remedy: 'Remove that folder if it is not meant to stay, or give the new revision another message or an --id.',
    facts: { revision: id, file: place },
    exit: 1,
  })
}

function unwritable(path: string, error: unknown): MigError {
  return new MigError({
    code: 'MIG334',
    message: `Nothing was written to ${path}: ${reason(error)}.`,
    remedy: 'Check that the folder can be written and that the disk has room.',
    facts: { file: path },
  })
}
