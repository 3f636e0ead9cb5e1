import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as vscode from 'vscode'
import { PROJECT_FILE, projectFiles } from './project-folders.ts'
import { statusFor } from './project-status.ts'
import type { StatusBar } from './status-bar.ts'

/**
 * The file of the project that a command is for: that of the open `.mig` file, else the only one; of several, the one that is picked.
 * Nothing when there is none, which is said, or when nobody picks.
 */
export async function chooseProject(status: StatusBar): Promise<string | undefined> {
  const document = vscode.window.activeTextEditor?.document
  if (document?.languageId === 'mig' && document.uri.scheme === 'file') {
    const known = statusFor(status.projects, document.uri.toString())
    if (known?.project === document.uri.toString()) return document.uri.fsPath
    const above = projectAbove(document.uri.fsPath)
    if (above !== undefined) return above
    if (known !== undefined) return vscode.Uri.parse(known.project).fsPath
    return document.uri.fsPath
  }
  const told = status.projects.map(({ project }) => vscode.Uri.parse(project).fsPath)
  return pick(told.length > 0 ? told : (await projectFiles()).map(({ fsPath }) => fsPath))
}

function projectAbove(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const project = join(folder, PROJECT_FILE)
    if (existsSync(project)) return project
    if (dirname(folder) === folder) return undefined
  }
}

async function pick(projects: readonly string[]): Promise<string | undefined> {
  if (projects.length === 0)
    void vscode.window.showWarningMessage(`There is no ${PROJECT_FILE} here. "mig init" begins a project.`)
  if (projects.length <= 1) return projects[0]
  const items = projects.map(file => ({ label: vscode.workspace.asRelativePath(file), file }))
  return (await vscode.window.showQuickPick(items, { title: 'Which project?' }))?.file
}
