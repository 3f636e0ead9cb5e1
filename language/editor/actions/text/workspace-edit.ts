import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import type { Parsed } from '../../../parse.ts'
import { rangeBetween, uriOf } from '../../lsp-places.ts'
import type { Change } from './change.ts'
import { tidyEdits } from './tidy-edits.ts'

/** Changes as an editor makes them, the lines around them formatted where they were before; a file can be created first. */
export function workspaceEdit(changes: readonly Change[], creates?: string): WorkspaceEdit {
  const byFile = Map.groupBy(changes, ({ parsed }) => parsed)
  const edits = [...byFile].map(([parsed, own]) => [uriOf(parsed.file), textEdits(parsed, own)] as const)
  if (creates === undefined) return { changes: Object.fromEntries(edits) }
  return {
    documentChanges: [
      { kind: 'create', uri: uriOf(creates), options: { ignoreIfExists: true } },
      ...edits.map(([uri, own]) => ({ textDocument: { uri, version: null }, edits: own })),
    ],
  }
}

function textEdits(parsed: Parsed, changes: readonly Change[]): TextEdit[] {
  return tidyEdits(parsed, changes).map(({ start, end, text }) => ({
    range: rangeBetween(parsed, start, end),
    newText: text,
  }))
}
