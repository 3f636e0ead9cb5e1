import * as vscode from 'vscode'

/** Mig: Format. The open document, the one way. */
export async function format(): Promise<void> {
  if (vscode.window.activeTextEditor?.document.languageId !== 'mig') return
  await vscode.commands.executeCommand('editor.action.formatDocument')
}
