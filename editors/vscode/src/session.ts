import type { ChildProcess } from 'node:child_process'
import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { bundledMig, chooseMig } from './choose-mig.ts'
import { createClient } from './client.ts'
import type { MigProgram } from './mig-program.ts'
import { projectFolders } from './project-folders.ts'
import type { ProjectStatus } from './project-status.ts'
import { endServer } from './start-server.ts'
import type { StatusBar } from './status-bar.ts'
import { tellOnce } from './tell-once.ts'

/** The one language server of a window, and the `mig` that it belongs to. */
export class Session {
  readonly log: vscode.LogOutputChannel
  readonly status: StatusBar
  /** The `mig` that serves, and that commands run. */
  program: MigProgram | undefined
  private readonly context: vscode.ExtensionContext
  private client: LanguageClient | undefined
  private server: ChildProcess | undefined
  private abandon = new AbortController()
  private last: Promise<void> = Promise.resolve()

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel, status: StatusBar) {
    this.context = context
    this.log = log
    this.status = status
  }

  /** Starts the server that fits now; one that runs is stopped first. */
  restart(): Promise<void> {
    return this.after(async () => {
      await this.stopServer()
      await this.startServer()
    })
  }

  /** Stops the server. */
  stop(): Promise<void> {
    return this.after(() => this.stopServer())
  }

  /** Has the server run one of its commands. */
  async execute(command: string, ...args: readonly unknown[]): Promise<unknown> {
    await this.last
    return this.client?.sendRequest('workspace/executeCommand', { command, arguments: args })
  }

  private after(step: () => Promise<void>): Promise<void> {
    this.last = this.last.then(step).catch(error => this.log.error(error))
    return this.last
  }

  private async startServer(): Promise<void> {
    const { program, complaints } = await chooseMig({
      isTrusted: vscode.workspace.isTrusted,
      setting: vscode.workspace.getConfiguration('mig').get('path', ''),
      folders: await projectFolders(),
      bundled: bundledMig(this.context.extensionPath),
      node: process.versions.node,
    })
    this.program = program
    for (const complaint of complaints) tellOnce(this.context, this.log, complaint)
    if (program === undefined) return this.status.fail(complaints.at(-1)!)
    this.log.info(`serving: ${program.file} (${program.origin})`)
    await this.startClient(program)
  }

  private async startClient(program: MigProgram): Promise<void> {
    const client = createClient(program, this.log, {
      started: server => this.keep(server),
      abandoned: this.abandon.signal,
    })
    this.client = client
    client.onNotification('mig/status', (status: ProjectStatus) => {
      if (this.client === client) this.status.update(status)
    })
    try {
      await client.start()
    } catch (error) {
      this.status.fail(`The server did not start: ${error instanceof Error ? error.message : error}`)
    }
  }

  private keep(server: ChildProcess): void {
    this.server = server
    this.status.clear()
    server.once('exit', code => {
      if (this.server !== server) return
      this.log.warn(`the server ended with code ${code}`)
      this.status.fail('The server has ended. Click to start it again.')
    })
  }

  private async stopServer(): Promise<void> {
    const { client, server } = this
    this.abandon.abort()
    this.abandon = new AbortController()
    this.client = this.server = undefined
    this.status.clear()
    await client?.stop().catch(error => this.log.debug(String(error)))
    if (server !== undefined) await endServer(server)
  }
}
