import * as vscode from 'vscode'
import { check } from './commands/check.ts'
import { compile } from './commands/compile.ts'
import { format } from './commands/format.ts'
import { showPendingSql } from './commands/show-pending-sql.ts'
import { Session } from './session.ts'
import { StatusBar } from './status-bar.ts'

let session: Session | undefined

/** Starts with the first `.mig` file: the commands, the status bar, the language server. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Mig', { log: true })
  const status = new StatusBar()
  const current = new Session(context, log, status)
  session = current
  const command = (name: string, run: (argument?: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(`mig.${name}`, run)
  context.subscriptions.push(
    log,
    status,
    command('compile', () => compile(current)),
    command('check', () => check(current)),
    command('format', format),
    command('showPendingSql', project => showPendingSql(current, project)),
    command('restart', () => current.restart()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => current.restart()),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('mig.path')) void current.restart()
    }),
  )
  if (!isVirtual()) void current.restart()
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  await session?.stop()
  session = undefined
}

/** Whether all of the workspace is somewhere else than on a disk, where no server could read it. */
function isVirtual(): boolean {
  const folders = vscode.workspace.workspaceFolders ?? []
  return folders.length > 0 && folders.every(({ uri }) => uri.scheme !== 'file')
}
