import { dirname } from 'node:path'
import * as vscode from 'vscode'

/** The name of the file that a project begins with, unless somebody calls it otherwise. */
export const PROJECT_FILE = 'schema.mig'

const MOST = 50

/** The folders of the workspace that are on a disk, then the folders of its projects: a monorepo may have a mig in each. */
export async function projectFolders(): Promise<readonly string[]> {
  const roots = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file')
  const open = vscode.workspace.textDocuments.filter(
    ({ languageId, uri }) => languageId === 'mig' && uri.scheme === 'file',
  )
  const found = [...open.map(({ uri }) => uri), ...(await projectFiles())]
  return [...new Set([...roots.map(({ uri }) => uri.fsPath), ...found.map(({ fsPath }) => dirname(fsPath))])]
}

/** The files of the workspace that projects begin with, in the order of their paths. */
export async function projectFiles(): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(`**/${PROJECT_FILE}`, '**/node_modules/**', MOST)
  return found.filter(({ scheme }) => scheme === 'file').sort((a, b) => (a.fsPath < b.fsPath ? -1 : 1))
}
