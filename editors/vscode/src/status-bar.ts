import * as vscode from 'vscode'
import { type ProjectStatus, type StatusText, statusFor, statusText } from './project-status.ts'

/** What Mig says in the status bar: how the project of the open file stands. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('mig.status', vscode.StatusBarAlignment.Left, 1)
  private readonly statuses = new Map<string, ProjectStatus>()
  private readonly listener = vscode.window.onDidChangeActiveTextEditor(() => this.draw())
  private trouble: string | undefined

  constructor() {
    this.item.name = 'Mig'
  }

  /** The projects that the server has told of. */
  get projects(): readonly ProjectStatus[] {
    return [...this.statuses.values()]
  }

  /** Takes in how a project stands. */
  update(status: ProjectStatus): void {
    const project = vscode.Uri.parse(status.project).toString()
    this.trouble = undefined
    if (status.state === 'gone') this.statuses.delete(project)
    else this.statuses.set(project, { ...status, project })
    this.draw()
  }

  /** Forgets all projects. */
  clear(): void {
    this.statuses.clear()
    this.trouble = undefined
    this.draw()
  }

  /** Says that there is no server, and why; the first reason counts. */
  fail(reason: string): void {
    this.statuses.clear()
    this.trouble ??= reason
    this.draw()
  }

  dispose(): void {
    this.listener.dispose()
    this.item.dispose()
  }

  private draw(): void {
    if (this.trouble !== undefined) {
      this.show({ text: '$(error) Mig: no server', tooltip: this.trouble, tone: 'error' }, 'mig.restart')
      return
    }
    const file = vscode.window.activeTextEditor?.document.uri.toString()
    const status = statusFor(this.projects, file)
    if (status === undefined) this.item.hide()
    else this.show(statusText(status), 'mig.showPendingSql', status.project)
  }

  private show({ text, tooltip, tone }: StatusText, command: string, ...given: readonly string[]): void {
    this.item.text = text
    this.item.tooltip = tooltip
    this.item.backgroundColor = tone === 'plain' ? undefined : new vscode.ThemeColor(`statusBarItem.${tone}Background`)
    this.item.command = { command, title: 'Mig', arguments: [...given] }
    this.item.show()
  }
}
