import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { WorkspaceEdit } from 'vscode-languageserver-types'
import { pathOf } from '../../../language/editor/lsp-places.ts'

/** Does to the disk what an editor does when it makes the changes and saves everything; `texts` are those that are open. */
export function applyEdit({ documentChanges = [] }: WorkspaceEdit, texts: Map<string, string> = new Map()): void {
  for (const change of documentChanges) {
    if ('edits' in change) {
      const path = pathOf(change.textDocument.uri)
      const document = TextDocument.create(path, 'mig', 0, texts.get(path) ?? readFileSync(path, 'utf8'))
      writeFileSync(path, TextDocument.applyEdits(document, change.edits as never))
    } else if (change.kind === 'create') {
      const path = pathOf(change.uri)
      if (existsSync(path)) throw new Error(`${path} is there already`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, '')
    } else if (change.kind === 'rename') {
      renameSync(pathOf(change.oldUri), pathOf(change.newUri))
    } else throw new Error(`${change.kind} is not expected`)
  }
  texts.clear()
}
