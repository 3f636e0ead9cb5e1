import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node'
import type { Diagnostic, InitializeResult, Position } from 'vscode-languageserver-protocol'

/** What a client says that it can do, as VS Code does. */
const CAPABILITIES = {
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    codeLens: { refreshSupport: true },
    textDocumentContent: {},
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
  window: { showDocument: { support: true } },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    rename: { prepareSupport: true },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
}

/** A language client without an editor: it starts the server, keeps texts, and remembers what it was told. */
export class Client {
  readonly folder: string
  readonly diagnostics = new Map<string, { version: number | undefined; items: readonly Diagnostic[] }>()
  readonly notes: { readonly method: string; readonly params: unknown }[] = []
  readonly connection: MessageConnection
  readonly exit: Promise<number | null>
  errors = ''
  private readonly process: ChildProcessWithoutNullStreams
  private readonly texts = new Map<string, { text: string; version: number }>()
  private readonly heard = new Set<() => void>()

  constructor(command: readonly string[], files: Readonly<Record<string, string>>, folder?: string) {
    this.folder = folder ?? mkdtempSync(join(tmpdir(), 'mig-session-'))
    for (const [name, text] of Object.entries(files)) this.write(name, text)
    this.process = spawn(command[0]!, command.slice(1), { cwd: this.folder })
    this.process.stderr.on('data', chunk => {
      this.errors += chunk
    })
    this.exit = new Promise(resolve => this.process.on('exit', resolve))
    const { stdout, stdin } = this.process
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
    this.connection.onNotification((method, params) => this.note(method, params))
    this.connection.onRequest((method, params) => {
      this.note(method, params)
      return method === 'window/showDocument' ? { success: true } : null
    })
    this.connection.listen()
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href
  }

  /** Writes a file to disk, beside the editor. */
  write(name: string, text: string): void {
    const path = join(this.folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }

  async initialize(more: object = {}): Promise<InitializeResult> {
    const workspaceFolders = [{ uri: pathToFileURL(this.folder).href, name: 'session' }]
    const params = {
      processId: process.pid,
      rootUri: workspaceFolders[0]!.uri,
      capabilities: CAPABILITIES,
      workspaceFolders,
      ...more,
    }
    const result = await this.connection.sendRequest<InitializeResult>('initialize', params)
    await this.connection.sendNotification('initialized', {})
    return result
  }

  request<T = unknown>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params)
  }

  /** Asks about a place in a file: `pattern` is the text before the cursor. */
  at<T = unknown>(method: string, name: string, pattern: string, more: object = {}): Promise<T> {
    return this.request<T>(method, {
      textDocument: { uri: this.uri(name) },
      position: this.position(name, pattern),
      ...more,
    })
  }

  position(name: string, before: string): Position {
    const { text } = this.texts.get(name)!
    const at = text.indexOf(before)
    if (at < 0) throw new Error(`${name} has no ${before}`)
    return positionIn(text, at + before.length)
  }

  async open(name: string, text: string): Promise<void> {
    this.texts.set(name, { text, version: 1 })
    const textDocument = { uri: this.uri(name), languageId: 'mig', version: 1, text }
    await this.connection.sendNotification('textDocument/didOpen', { textDocument })
  }

  /** Makes the text of an open file another, by the one edit that differs. */
  async change(name: string, text: string): Promise<void> {
    const { text: old, version } = this.texts.get(name)!
    let start = 0
    while (start < Math.min(old.length, text.length) && old[start] === text[start]) start++
    let end = 0
    const most = Math.min(old.length, text.length) - start
    while (end < most && old[old.length - 1 - end] === text[text.length - 1 - end]) end++
    const range = { start: positionIn(old, start), end: positionIn(old, old.length - end) }
    this.texts.set(name, { text, version: version + 1 })
    const textDocument = { uri: this.uri(name), version: version + 1 }
    const contentChanges = [{ range, text: text.slice(start, text.length - end) }]
    await this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges })
  }

  /** Types into an open file: puts `typed` after the first `before`. */
  async type(name: string, before: string, typed: string): Promise<void> {
    const start = this.position(name, before)
    const { text, version } = this.texts.get(name)!
    const at = text.indexOf(before) + before.length
    this.texts.set(name, { text: text.slice(0, at) + typed + text.slice(at), version: version + 1 })
    const textDocument = { uri: this.uri(name), version: version + 1 }
    const contentChanges = [{ range: { start, end: start }, text: typed }]
    await this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges })
  }

  get pid(): number {
    return this.process.pid!
  }

  /** The version of an open text, and the one that its diagnostics speak of. */
  version(name: string): number {
    return this.texts.get(name)!.version
  }

  versionOf(name: string): number | undefined {
    return this.diagnostics.get(this.uri(name))?.version
  }

  text(name: string): string {
    return this.texts.get(name)!.text
  }

  async save(name: string): Promise<void> {
    this.write(name, this.text(name))
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri: this.uri(name) } })
  }

  async close(name: string): Promise<void> {
    this.texts.delete(name)
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } })
  }

  /** The codes that a file has now, in order. */
  codes(name: string): readonly string[] {
    return (this.diagnostics.get(this.uri(name))?.items ?? []).map(item => String(item.code))
  }

  /** Waits until something is so; fails with what is known when it does not become so. */
  async until(what: string, isSo: () => boolean, milliseconds = 20_000): Promise<void> {
    const end = performance.now() + milliseconds
    while (!isSo()) {
      const left = end - performance.now()
      if (left <= 0)
        throw new Error(`${what} did not happen. ${JSON.stringify([...this.diagnostics], null, 1)}\n${this.errors}`)
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, Math.min(left, 200))
        const wake = () => {
          clearTimeout(timer)
          this.heard.delete(wake)
          resolve()
        }
        this.heard.add(wake)
      })
    }
  }

  async shutdown(): Promise<number | null> {
    await this.request('shutdown', null)
    await this.connection.sendNotification('exit')
    const code = await this.exit
    this.dispose()
    return code
  }

  /** Ends without saying so, as an editor that was killed. */
  hangUp(): void {
    this.process.stdin.end()
  }

  /** Ends the server, and takes the folder away unless it is wanted again. */
  dispose(folder = true): void {
    this.connection.dispose()
    this.process.kill()
    if (folder) rmSync(this.folder, { recursive: true, force: true })
  }

  private note(method: string, params: unknown): void {
    this.notes.push({ method, params })
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, version, diagnostics } = params as { uri: string; version?: number; diagnostics: Diagnostic[] }
      this.diagnostics.set(uri, { version, items: diagnostics })
    }
    for (const wake of [...this.heard]) wake()
  }
}

function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length - 1, character: lines.at(-1)!.length }
}
