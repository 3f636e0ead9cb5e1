import { statSync } from 'node:fs'
import { basename, sep } from 'node:path'
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver'
import { pathOf } from '../lsp-places.ts'
import type { Session } from './session.ts'

/** How often the disk is looked at for clients that do not watch it, in milliseconds. */
const INTERVAL = 1_500
const WATCHED = ['**/*.mig', '**/*.sql']

/** Follows what happens to files beside the editor: the client tells, or else the disk is looked at now and then. */
export function watchFiles(session: Session): void {
  const { connection, client } = session
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = WATCHED.map(globPattern => ({ globPattern }))
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
  } else {
    setInterval(() => lookAtDisk(session), INTERVAL).unref()
  }
}

/** Files were made, changed or taken away beside the editor. */
export function filesChanged(session: Session, changes: readonly { uri: string; type: FileChangeType }[]): void {
  const paths = changes.map(({ uri }) => pathOf(uri))
  for (const path of paths) changedOnDisk(session, path)
  for (const { type, uri } of changes)
    if (type !== FileChangeType.Changed && isSchemaFile(pathOf(uri))) session.workspace.review(pathOf(uri))
  planAgain(session, paths)
}

/** Tells everybody that the text of a path on disk is another. */
export function changedOnDisk({ workspace, planner }: Session, path: string): void {
  workspace.texts.changed(path)
  planner.disk(path)
}

/** Plans the projects again that some paths may belong to. */
export function planAgain({ workspace, diagnosing }: Session, paths: readonly string[]): void {
  for (const project of workspace.projects) {
    if (!paths.some(path => project.reads(path) || project.mayRead(path) || project.remembers(path))) continue
    project.forgetPast()
    diagnosing.plan(project)
  }
}

function isSchemaFile(path: string): boolean {
  return path.endsWith('.mig') && basename(path) !== 'revision.mig'
}

/** What files looked like when the disk was last looked at; all of them are news the first time. */
const stamps = new WeakMap<Session, Map<string, string>>()

function lookAtDisk(session: Session): void {
  const known = stamps.get(session) ?? new Map<string, string>()
  stamps.set(session, known)
  const changed: string[] = []
  for (const project of session.workspace.projects) {
    const { loaded } = project.lastModel
    for (const path of [...loaded.files.map(({ parsed }) => parsed.file), loaded.project.migrations]) {
      const stamp = stampOf(path)
      if (known.get(path) !== stamp) changed.push(path === loaded.project.migrations ? `${path}${sep}` : path)
      known.set(path, stamp)
    }
  }
  for (const path of changed) changedOnDisk(session, path)
  if (changed.length > 0) planAgain(session, changed)
}

function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined ? '' : `${found.mtimeMs} ${found.size}`
}
