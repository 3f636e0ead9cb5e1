import type { ChildProcess } from 'node:child_process'
import * as vscode from 'vscode'
import {
  CloseAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient/node'
import type { MigProgram } from './mig-program.ts'
import { startServer } from './start-server.ts'
import { withCommandLinks } from './with-command-links.ts'

/** The schemes of the documents that are on no disk and that the server writes. */
const VIRTUAL: readonly string[] = ['mig-sql', 'mig-schema']

/** What a client's server has to do with the session. */
export interface ServerEvents {
  /** It runs, for the first time or again after it crashed. */
  started(server: ChildProcess): void
  /** The client is given up: its server is not started again. */
  readonly abandoned: AbortSignal
}

/** A language client for a `mig`, not started yet. It restarts a server that crashes, until it crashes too often. */
export function createClient(program: MigProgram, log: vscode.LogOutputChannel, events: ServerEvents): LanguageClient {
  const errorHandler: ErrorHandler = {
    error: (...given) => standard.error(...given),
    closed: () => (events.abandoned.aborted ? { action: CloseAction.DoNotRestart, handled: true } : standard.closed()),
  }
  const options: LanguageClientOptions = {
    documentSelector: [
      { language: 'mig', scheme: 'file' },
      { language: 'mig', scheme: 'untitled' },
    ],
    diagnosticCollectionName: 'mig',
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { supportThemeIcons: true, isTrusted: { enabledCommands: ['mig.open'] } },
    middleware: { window: { showDocument }, provideHover },
    errorHandler,
  }
  const start = async () => {
    events.abandoned.throwIfAborted()
    const server = await startServer(program)
    events.started(server)
    return server
  }
  const client = new LanguageClient('mig', 'Mig', start, options)
  const standard = client.createDefaultErrorHandler()
  return client
}

type ProvideHover = NonNullable<NonNullable<LanguageClientOptions['middleware']>['provideHover']>

/** VS Code follows links to documents that are on no disk only as commands. */
const provideHover: ProvideHover = async (document, position, token, next) => {
  const hover = await next(document, position, token)
  for (const part of hover?.contents ?? [])
    if (part instanceof vscode.MarkdownString) part.value = withCommandLinks(part.value)
  return hover
}

type ShowDocument = NonNullable<NonNullable<NonNullable<LanguageClientOptions['middleware']>['window']>['showDocument']>

/** Opens what the server writes beside the text that it follows, everything else where it would open anyway. */
const showDocument: ShowDocument = async (params, token, next) => {
  const uri = vscode.Uri.parse(params.uri)
  if (params.external === true || !VIRTUAL.includes(uri.scheme)) return next(params, token)
  const shown = vscode.window.visibleTextEditors.find(({ document }) => VIRTUAL.includes(document.uri.scheme))
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.Beside
  try {
    const document = await vscode.workspace.openTextDocument(uri)
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: params.takeFocus !== true })
    return { success: true }
  } catch {
    return { success: false }
  }
}
