import type * as vscode from 'vscode'
import { Disposable } from './values.ts'

const PROVIDERS =
  `CallHierarchyProvider CodeActionsProvider CodeLensProvider ColorProvider CompletionItemProvider DeclarationProvider
  DefinitionProvider DocumentFormattingEditProvider DocumentHighlightProvider DocumentLinkProvider
  DocumentRangeFormattingEditProvider DocumentRangeSemanticTokensProvider DocumentSemanticTokensProvider DocumentSymbolProvider
  FoldingRangeProvider HoverProvider ImplementationProvider InlayHintsProvider InlineCompletionItemProvider InlineValuesProvider
  LinkedEditingRangeProvider OnTypeFormattingEditProvider ReferenceProvider RenameProvider SelectionRangeProvider
  SignatureHelpProvider TypeDefinitionProvider TypeHierarchyProvider WorkspaceSymbolProvider`.split(/\s+/)

/** `vscode.languages`: takes every provider, and finds the documents that a selector means. */
export function languages(): Partial<Record<keyof typeof vscode.languages, unknown>> {
  const take = () => new Disposable(() => undefined)
  const collection = () => ({
    set: () => undefined,
    delete: () => undefined,
    clear: () => undefined,
    dispose: () => undefined,
  })
  return {
    ...Object.fromEntries(PROVIDERS.map(name => [`register${name}`, take])),
    match: (selector: readonly vscode.DocumentFilter[], { uri, languageId }: vscode.TextDocument) =>
      selector.some(({ language, scheme }) => language === languageId && (scheme ?? uri.scheme) === uri.scheme)
        ? 10
        : 0,
    createDiagnosticCollection: collection,
  }
}
