import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { URI } from 'langium'
import type * as vscode from 'vscode'
import { type OpenDocument, openDocument } from './documents.ts'
import { languages } from './languages.ts'
import { Output } from './output.ts'
import { Disposable, EventEmitter, VALUES } from './values.ts'

type Api = typeof vscode

/** How a window of VS Code is when the extension starts. */
export interface DeskOptions {
  readonly folders: readonly string[]
  readonly isTrusted?: boolean
  readonly settings?: Readonly<Record<string, unknown>>
  /** Paths of files that are open, the last one in front. */
  readonly open?: readonly string[]
}

/** A message that was shown, and what could be chosen on it. */
export interface Message {
  readonly kind: 'error' | 'warning' | 'information'
  readonly text: string
  readonly choices: readonly string[]
}

/**
 * A window of VS Code without VS Code: the part of its API that the extension and its language client use, under the API's own names.
 * It remembers what was shown; `answers` are what its user answers, by the start of a message or a title.
 */
export class Desk {
  readonly messages: Message[] = []
  readonly outputs: Output[] = []
  readonly statusItems: (Partial<vscode.StatusBarItem> & { visible: boolean })[] = []
  readonly commands = new Map<string, (...args: unknown[]) => unknown>()
  readonly ran: string[] = []
  readonly shown: { document: OpenDocument; options: unknown }[] = []
  readonly picks: { title: string; items: readonly string[] }[] = []
  readonly answers = new Map<string, string | undefined>()
  readonly documents: OpenDocument[]
  readonly settings: Map<string, unknown>
  readonly providers = new Map<string, vscode.TextDocumentContentProvider>()
  readonly state = new Map<string, unknown>()
  readonly granted = new EventEmitter<void>()
  readonly configured = new EventEmitter<vscode.ConfigurationChangeEvent>()
  readonly activated = new EventEmitter<vscode.TextEditor | undefined>()
  isTrusted: boolean
  private readonly folders: readonly string[]
  private active: OpenDocument | undefined

  constructor({ folders, isTrusted = true, settings = {}, open = [] }: DeskOptions) {
    this.folders = folders
    this.isTrusted = isTrusted
    this.settings = new Map(Object.entries(settings))
    this.documents = open.map(path => openDocument(URI.file(path)))
    this.active = this.documents.at(-1)
  }

  /** The one item in the status bar. */
  get status(): string | undefined {
    const item = this.statusItems[0]
    return item?.visible ? item.text : undefined
  }

  /** Puts a document in front. */
  activate(document: OpenDocument | undefined): void {
    this.active = document
    this.activated.fire(undefined)
  }

  /** What `require('vscode')` gives. */
  api(): Partial<Api> {
    const parts = {
      workspace: this.workspace(),
      window: this.window(),
      commands: this.commandsApi(),
      languages: languages(),
    }
    const env = { appName: 'Desk', language: 'en', openExternal: async () => true }
    return { ...VALUES, ...parts, env, version: '1.101.0' } as unknown as Partial<Api>
  }

  /** The context that the extension is started with. */
  context(extensionPath: string): vscode.ExtensionContext {
    const state = {
      get: (key: string, otherwise: unknown) => this.state.get(key) ?? otherwise,
      update: async (key: string, value: unknown) => void this.state.set(key, value),
    }
    return { subscriptions: [], extensionPath, workspaceState: state } as unknown as vscode.ExtensionContext
  }

  private workspace() {
    const desk = this
    const never = () => new Disposable(() => undefined)
    return {
      get isTrusted() {
        return desk.isTrusted
      },
      get textDocuments() {
        return desk.documents as unknown as readonly vscode.TextDocument[]
      },
      workspaceFolders: this.folders.map((path, index) => ({
        uri: URI.parse(path.includes('://') ? path : URI.file(path).toString()),
        name: `${index}`,
        index,
      })),
      notebookDocuments: [],
      getConfiguration: (section: string) => ({
        get: (key: string, otherwise: unknown) => this.settings.get(`${section}.${key}`) ?? otherwise,
      }),
      getWorkspaceFolder: () => undefined,
      asRelativePath: (path: string) => relative(this.folders[0] ?? '/', path),
      findFiles: async (pattern: string) =>
        this.folders
          .filter(path => !path.includes('://'))
          .flatMap(cwd =>
            globSync(pattern, { cwd, exclude: ['**/node_modules/**'] }).map(path => URI.file(join(cwd, path))),
          ),
      openTextDocument: async (uri: URI) => {
        const text = await this.providers
          .get(uri.scheme)
          ?.provideTextDocumentContent(uri as never, new VALUES.CancellationTokenSource().token as never)
        return openDocument(uri, text ?? undefined)
      },
      registerTextDocumentContentProvider: (scheme: string, provider: vscode.TextDocumentContentProvider) => {
        this.providers.set(scheme, provider)
        return new Disposable(() => this.providers.delete(scheme))
      },
      createFileSystemWatcher: () => ({
        onDidCreate: never,
        onDidChange: never,
        onDidDelete: never,
        dispose: () => undefined,
      }),
      applyEdit: async () => true,
      onDidGrantWorkspaceTrust: this.granted.event,
      onDidChangeConfiguration: this.configured.event,
      ...Object.fromEntries(EVENTS.map(name => [name, never])),
    } satisfies Partial<Record<keyof Api['workspace'], unknown>>
  }

  private window() {
    const desk = this
    const never = () => new Disposable(() => undefined)
    return {
      get activeTextEditor() {
        return desk.active && ({ document: desk.active } as unknown as vscode.TextEditor)
      },
      get visibleTextEditors() {
        return desk.shown as unknown as readonly vscode.TextEditor[]
      },
      tabGroups: { all: [], onDidChangeTabs: never, onDidChangeTabGroups: never },
      onDidChangeActiveTextEditor: this.activated.event,
      onDidChangeVisibleTextEditors: never,
      createOutputChannel: (name: string) => {
        this.outputs.push(new Output(name))
        return this.outputs.at(-1)
      },
      createStatusBarItem: () => {
        const see = (visible: boolean) => () => void Object.assign(item, { visible })
        const item = { visible: false, show: see(true), hide: see(false), dispose: see(false) }
        this.statusItems.push(item)
        return item
      },
      showErrorMessage: this.message('error'),
      showWarningMessage: this.message('warning'),
      showInformationMessage: this.message('information'),
      showInputBox: async ({ title = '' }: vscode.InputBoxOptions) => this.answers.get(title),
      showQuickPick: async (items: readonly vscode.QuickPickItem[], { title = '' }: vscode.QuickPickOptions) => {
        this.picks.push({ title, items: items.map(({ label }) => label) })
        return items.find(({ label }) => label === this.answers.get(title))
      },
      showTextDocument: async (document: OpenDocument | URI, options: unknown) => {
        this.shown.push({ document: document instanceof URI ? openDocument(document) : document, options })
      },
      withProgress: (_: unknown, task: (progress: unknown, token: unknown) => unknown) =>
        task({ report: () => undefined }, new VALUES.CancellationTokenSource().token),
    } satisfies Partial<Record<keyof Api['window'], unknown>>
  }

  private commandsApi() {
    return {
      registerCommand: (name: string, run: (...args: unknown[]) => unknown) => {
        if (this.commands.has(name)) throw new Error(`command '${name}' already exists`)
        this.commands.set(name, run)
        return new Disposable(() => this.commands.delete(name))
      },
      executeCommand: async (name: string, ...args: unknown[]) => {
        this.ran.push(name)
        return this.commands.get(name)?.(...args)
      },
    } satisfies Partial<Record<keyof Api['commands'], unknown>>
  }

  private message(kind: Message['kind']) {
    return async (text: string, ...choices: string[]) => {
      this.messages.push({ kind, text, choices })
      return choices.find(choice => choice === this.answers.get(text) || choice === this.answers.get(kind))
    }
  }
}

/** Events that nothing here fires. */
const EVENTS =
  `onDidOpenTextDocument onDidCloseTextDocument onDidChangeTextDocument onDidSaveTextDocument onWillSaveTextDocument
  onDidChangeWorkspaceFolders onDidOpenNotebookDocument onDidCloseNotebookDocument onDidChangeNotebookDocument onDidSaveNotebookDocument
  onDidCreateFiles onDidRenameFiles onDidDeleteFiles onWillCreateFiles onWillRenameFiles onWillDeleteFiles`.split(
    /\s+/,
  ) as readonly (keyof Api['workspace'])[]
