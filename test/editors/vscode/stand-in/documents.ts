import { readFileSync } from 'node:fs'
import type { URI } from 'langium'
import type * as vscode from 'vscode'

/** An open document: what the extension and its client read of one. */
export type OpenDocument = Pick<
  vscode.TextDocument,
  | 'uri'
  | 'fileName'
  | 'languageId'
  | 'version'
  | 'isDirty'
  | 'isUntitled'
  | 'isClosed'
  | 'lineCount'
  | 'getText'
  | 'save'
> & { readonly saved: number }

/** Opens a document as VS Code would; one of another scheme has the text that is given. */
export function openDocument(uri: URI, given?: string, isDirty = false): OpenDocument {
  const text = given ?? readFileSync(uri.fsPath, 'utf8')
  const document = {
    uri: uri as unknown as vscode.Uri,
    fileName: uri.fsPath,
    languageId: uri.path.endsWith('.mig') ? 'mig' : uri.path.endsWith('.sql') ? 'sql' : 'plaintext',
    version: 1,
    isDirty,
    isUntitled: uri.scheme === 'untitled',
    isClosed: false,
    lineCount: text.split('\n').length,
    saved: 0,
    getText: () => text,
    save: async () => {
      document.saved++
      document.isDirty = false
      return true
    },
  }
  return document as OpenDocument & typeof document
}
