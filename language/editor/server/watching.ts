import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { DidChangeWatchedFilesNotification, FileChangeType, type FileEvent, WatchKind } from 'vscode-languageserver'
import { stampOf } from '../file-stamp.ts'
import { pathOf } from '../lsp-places.ts'
import { isRevisionFile } from './open-project.ts'
import { schemaFilesIn } from './schema-files.ts'
import type { Session } from './session.ts'

/** How often the disk is looked at for clients that do not watch it, in milliseconds. */
const INTERVAL = 1_500
/** Of a folder that is moved or taken away many clients tell nothing but its own name. */
const WATCHED = [
  { globPattern: '**/*.mig' },
  { globPattern: '**/*.sql' },
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
]
const PASSED_OVER = new RegExp(`\\${sep}(\\.[^\\${sep}]*|node_modules|vendor|target|dist|build)(\\${sep}|$)`)

/** Follows what happens to files beside the editor: the client tells, or else the disk is looked at now and then. */
export function watchFiles(session: Session): void {
  const { connection, client } = session
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED }).catch(() => undefined)
  } else {
    setInterval(() => lookAtDisk(session), INTERVAL).unref()
  }
}

/** Files or folders were made, changed or taken away beside the editor. */
export function filesChanged(session: Session, changes: readonly Pick<FileEvent, 'uri' | 'type'>[]): void {
  const paths = new Set(changes.flatMap(({ uri, type }) => pathsBehind(session, pathOf(uri), type)))
  for (const path of paths) changedOnDisk(session, path)
  for (const path of paths) if (isSchemaFile(path)) session.diagnosing.review(path)
  planAgain(session, [...paths])
}

/** Tells everybody that the text of a path on disk is another. */
export function changedOnDisk({ workspace, planner }: Session, path: string): void {
  workspace.texts.changed(path)
  planner.disk(path)
}

/** Plans the projects again that some paths may belong to. */
export function planAgain({ workspace, diagnosing }: Session, paths: readonly string[]): void {
  for (const project of workspace.projects) {
    const mayMatter = (path: string) => project.asksFor(path) || project.mayRead(path) || project.remembers(path)
    if (!paths.some(mayMatter)) continue
    project.forgetPast()
    diagnosing.plan(project)
  }
}

/** The path itself; all that is known below it, or found there, when it is a folder. */
function pathsBehind({ workspace }: Session, path: string, type: FileChangeType): readonly string[] {
  if (/\.(mig|sql)$/.test(path)) return [path]
  if (type === FileChangeType.Changed || PASSED_OVER.test(path)) return []
  const pasts = workspace.projects.map(project => project.lastModel.loaded.project.migrations + sep)
  const known = workspace.texts.knownBelow(path)
  const touched = pasts.filter(past => past.startsWith(path + sep) || path.startsWith(past))
  const found = type === FileChangeType.Created ? schemaFilesIn(path) : []
  return [...known, ...touched, ...found]
}

function isSchemaFile(path: string): boolean {
  return path.endsWith('.mig') && !isRevisionFile(path)
}

/** What files looked like when the disk was last looked at; all of them are news the first time. */
const stamps = new WeakMap<Session, Map<string, string>>()

function lookAtDisk(session: Session): void {
  const before = stamps.get(session) ?? new Map<string, string>()
  const now = new Map<string, string>()
  for (const project of session.workspace.projects) {
    for (const path of project.askedPaths) now.set(path, stampOf(path))
    const { migrations } = project.lastModel.loaded.project
    now.set(migrations + sep, stampOfPast(migrations))
  }
  stamps.set(session, now)
  const changed = [...now].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path)
  for (const path of changed) changedOnDisk(session, path)
  for (const path of changed) if (isSchemaFile(path)) session.diagnosing.review(path)
  if (changed.length > 0) planAgain(session, changed)
}

function stampOfPast(migrations: string): string {
  const files = foldersIn(migrations).map(name => `${name} ${stampOf(join(migrations, name, 'revision.mig'))}`)
  return [stampOf(migrations), ...files].join('\n')
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
