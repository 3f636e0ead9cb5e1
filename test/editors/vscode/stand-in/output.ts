import type * as vscode from 'vscode'
import { Disposable } from './values.ts'

/** A log that remembers its lines: `info serving …`. */
export class Output
  implements
    Pick<
      vscode.LogOutputChannel,
      'name' | 'logLevel' | 'info' | 'warn' | 'error' | 'debug' | 'trace' | 'append' | 'appendLine'
    >
{
  readonly name: string
  readonly logLevel = 3
  readonly lines: string[] = []
  shown = 0
  constructor(name: string) {
    this.name = name
  }
  onDidChangeLogLevel = () => new Disposable(() => undefined)
  info = (text: string) => this.line('info', text)
  warn = (text: string) => this.line('warn', text)
  error = (text: string | Error) => this.line('error', String(text))
  debug = (text: string) => this.line('debug', text)
  trace = (text: string) => this.line('trace', text)
  append = (text: string) => this.line('plain', text)
  appendLine = (text: string) => this.line('plain', text)
  replace = (text: string) => this.line('plain', text)
  clear = () => undefined
  hide = () => undefined
  dispose = () => undefined
  show = () => {
    this.shown++
  }
  private line(level: string, text: string): void {
    this.lines.push(`${level} ${text}`)
  }
}
