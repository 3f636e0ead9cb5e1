import type { ClientCapabilities, TextEdit, WorkspaceEdit } from 'vscode-languageserver'

/** An edit in the form that a client understands; nothing when it asks for what the client cannot do. */
export function editForClient(edit: WorkspaceEdit, { workspace }: ClientCapabilities): WorkspaceEdit | undefined {
  const { documentChanges, changes } = edit
  if (documentChanges === undefined) return edit
  const known = workspace?.workspaceEdit
  const operations: readonly string[] = known?.resourceOperations ?? []
  if (!documentChanges.every(change => !('kind' in change) || operations.includes(change.kind))) return undefined
  if (known?.documentChanges) return edit
  const plain: Record<string, TextEdit[]> = { ...changes }
  for (const change of documentChanges) {
    if ('kind' in change) return undefined
    const edits = change.edits.filter(one => 'newText' in one)
    plain[change.textDocument.uri] = [...(plain[change.textDocument.uri] ?? []), ...edits]
  }
  return { changes: plain }
}
