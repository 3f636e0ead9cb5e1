import { CreateFile, TextDocumentEdit, TextEdit, type WorkspaceEdit } from 'vscode-languageserver-types'
import type { Range } from '../../diagnostic.ts'
import { LineIndex } from '../../line-index.ts'
import { lspRange, uriOf } from '../lsp-places.ts'

type DocumentChanges = NonNullable<WorkspaceEdit['documentChanges']>

/** Makes a file with a text. */
export function newFile(file: string, text: string): DocumentChanges {
  const uri = uriOf(file)
  const start = { line: 0, character: 0 }
  return [CreateFile.create(uri), edit(uri, [TextEdit.insert(start, text)])]
}

/** Puts a text in the place of the whole text of a file. */
export function wholeFile(file: string, old: string, text: string): DocumentChanges {
  return piece(file, new LineIndex(old).range(0, old.length), text)
}

/** Puts a text in the place of a piece of a file. */
export function piece(file: string, range: Range, text: string): DocumentChanges {
  return [edit(uriOf(file), [TextEdit.replace(lspRange(range), text)])]
}

function edit(uri: string, edits: TextEdit[]): TextDocumentEdit {
  return TextDocumentEdit.create({ uri, version: null }, edits)
}
