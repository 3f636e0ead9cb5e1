import * as vscode from 'vscode'

/** Saves what is open of the language: commands read the disk. */
export async function saveAll(): Promise<void> {
  const open = vscode.workspace.textDocuments.filter(
    ({ languageId, isDirty, isUntitled }) => languageId === 'mig' && isDirty && !isUntitled,
  )
  for (const document of open) await document.save()
}
