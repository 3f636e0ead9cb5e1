import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver'
import { pathOf } from '../lsp-places.ts'
import { logError } from './log.ts'
import type { Session } from './session.ts'

/** Looks for the projects of the workspace's folders, and plans them. */
export async function searchFolders(session: Session, folders: readonly string[]): Promise<void> {
  const { connection, workspace, diagnosing } = session
  try {
    for (const project of await workspace.search(folders)) diagnosing.plan(project)
  } catch (error) {
    logError(connection, 'search', error)
  }
}

/** Folders came into the workspace or left it: the projects of the one are found, those of the other forgotten. */
export async function foldersChanged(session: Session, { added, removed }: WorkspaceFoldersChangeEvent): Promise<void> {
  const { workspace, diagnosing } = session
  const gone = new Set(removed.map(({ uri }) => pathOf(uri)))
  const come = added.map(({ uri }) => pathOf(uri))
  workspace.roots = [...new Set([...workspace.roots.filter(root => !gone.has(root)), ...come])]
  diagnosing.forget(workspace.dropUnneeded())
  await searchFolders(session, come)
}
