import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node'
import { createConnection, type Diagnostic, type Position, ProposedFeatures } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { LocalPlanner } from '../../../../language/editor/plan/local-planner.ts'
import type { PlanStatus } from '../../../../language/editor/plan/plan-answer.ts'
import type { Planner } from '../../../../language/editor/plan/planner.ts'
import { startServer } from '../../../../language/editor/server/start-server.ts'

/** An edit of one stretch of a text. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A server in this process with its client: the protocol is spoken in full, and nothing has to be started. */
export class NearServer {
  readonly folder: string
  readonly published = new Map<string, readonly Diagnostic[]>()
  readonly statuses = new Map<string, PlanStatus>()
  readonly errors: string[] = []
  /** What the server asked of its client. */
  readonly asked: { readonly method: string; readonly params: unknown }[] = []
  readonly connection: MessageConnection
  private readonly texts = new Map<string, TextDocument>()

  constructor(folder: string, planner: Planner = new LocalPlanner()) {
    this.folder = folder
    const [there, back] = [new PassThrough(), new PassThrough()]
    startServer(createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back)), {
      version: 'test',
      planner,
      now: () => '2026-01-05T05:00:00Z',
    })
    this.connection = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there))
    this.connection.onNotification((method, params) => this.hear(method, params))
    this.connection.onRequest((method, params) => {
      this.asked.push({ method, params })
      return null
    })
    this.connection.listen()
  }

  uri(name: string): string {
    return pathToFileURL(`${this.folder}/${name}`).href
  }

  async initialize(folders: readonly string[] = [''], dynamicRegistration = true): Promise<void> {
    const workspaceFolders = folders.map(name => ({ uri: this.uri(name), name }))
    const capabilities = {
      workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration }, textDocumentContent: {} },
    }
    await this.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders })
    await this.connection.sendNotification('initialized', {})
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true })
    writeFileSync(join(this.folder, name), text)
  }

  /** The names of the open files. */
  get open(): readonly string[] {
    return [...this.texts.keys()].sort()
  }

  text(name: string): string | undefined {
    return this.texts.get(name)?.getText()
  }

  /** A place in an open text as the protocol has it. */
  position(name: string, offset: number): Position {
    return this.texts.get(name)!.positionAt(offset)
  }

  async didOpen(name: string, text: string): Promise<void> {
    const document = TextDocument.create(this.uri(name), 'mig', 1, text)
    this.texts.set(name, document)
    const textDocument = { uri: document.uri, languageId: 'mig', version: 1, text }
    await this.connection.sendNotification('textDocument/didOpen', { textDocument })
  }

  async didChange(name: string, { start, end, text }: Edit): Promise<void> {
    const document = this.texts.get(name)!
    const range = { start: document.positionAt(start), end: document.positionAt(end) }
    const version = document.version + 1
    TextDocument.update(document, [{ range, text }], version)
    const textDocument = { uri: document.uri, version }
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ range, text }],
    })
  }

  async didSave(name: string): Promise<void> {
    this.write(name, this.text(name)!)
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri: this.uri(name) } })
  }

  async didClose(name: string): Promise<void> {
    this.texts.delete(name)
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } })
  }

  /** Tells what happened on disk: 1 made, 2 changed, 3 taken away. */
  async watched(...changes: readonly { readonly name: string; readonly type: 1 | 2 | 3 }[]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(({ name, type }) => ({ uri: this.uri(name), type })),
    })
  }

  request<T = unknown>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(method, params)
  }

  /** Waits until all that the server was told has come back as diagnostics. */
  async settle(): Promise<void> {
    const end = performance.now() + 20_000
    for (let quiet = 0, last = ''; quiet < 2; ) {
      if (performance.now() > end) throw new Error(`It does not settle: ${JSON.stringify(this.told, null, 1)}`)
      await new Promise(resolve => setTimeout(resolve, 15))
      const [project = ''] = this.statuses.keys()
      const sql = `${this.uri(project).replace(/^file:/, 'mig-sql:')}/sqlite.up.sql`
      await this.request('workspace/executeCommand', { command: 'mig.open', arguments: [sql] })
      const now = JSON.stringify([...this.published])
      quiet = now === last ? quiet + 1 : 0
      last = now
    }
  }

  /** The diagnostics of all files that have any: `MIG122 3:5-3:9 …`. */
  get told(): Readonly<Record<string, readonly string[]>> {
    const files = [...this.published].filter(([uri, items]) => uri.startsWith(this.uri('')) && items.length > 0)
    return Object.fromEntries(
      files
        .map(([uri, items]) => [uri.slice(this.uri('').length), items.map(inWords).sort()] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  }

  dispose(folder = true): void {
    this.connection.dispose()
    if (folder) rmSync(this.folder, { recursive: true, force: true })
  }

  private hear(method: string, params: unknown): void {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] }
      this.published.set(uri, diagnostics)
    } else if (method === 'mig/status') {
      const { project, ...status } = params as PlanStatus & { project: string }
      if ((status.state as string) === 'gone') this.statuses.delete(project.slice(this.uri('').length))
      else if (project.startsWith(this.uri(''))) this.statuses.set(project.slice(this.uri('').length), status)
    } else if (method === 'window/logMessage') {
      const { type, message } = params as { type: number; message: string }
      if (type === 1) this.errors.push(message)
    }
  }
}

/** A diagnostic on one line. */
export function inWords({ code, severity, range: { start, end }, message }: Diagnostic): string {
  return `${code} ${severity} ${start.line}:${start.character}-${end.line}:${end.character} ${message}`
}
