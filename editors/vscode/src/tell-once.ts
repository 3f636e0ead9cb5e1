import * as vscode from 'vscode'

const TOLD = 'mig.told'

/** Warns of something once in a workspace; the log has it every time. */
export function tellOnce(context: vscode.ExtensionContext, log: vscode.LogOutputChannel, text: string): void {
  log.warn(text)
  const told = context.workspaceState.get<readonly string[]>(TOLD, [])
  if (told.includes(text)) return
  void context.workspaceState.update(TOLD, [...told, text])
  void vscode.window.showWarningMessage(text, 'Show log').then(answer => answer && log.show())
}
