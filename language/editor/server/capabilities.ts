import { type ClientCapabilities, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver'
import { ACTION_KINDS } from '../actions/code-actions.ts'
import { completionOptions } from '../completion/completion-options.ts'
import { LEGEND } from '../semantic-tokens/legend.ts'
import { OPEN_COMMAND, SCHEMES } from './virtual-documents.ts'

/** What the server offers a client. */
export function capabilities(client: ClientCapabilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    completionProvider: { triggerCharacters: [...completionOptions.triggerCharacters] },
    signatureHelpProvider: { triggerCharacters: ['(', ','] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: LEGEND, full: true, range: true },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
    inlayHintProvider: true,
    documentLinkProvider: {},
    codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
    codeLensProvider: {},
    executeCommandProvider: { commands: [OPEN_COMMAND] },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      textDocumentContent: { schemes: [...SCHEMES] },
    },
  }
}
