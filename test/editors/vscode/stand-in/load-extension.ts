import Module, { createRequire } from 'node:module'
import type * as vscode from 'vscode'
import type { Desk } from './desk.ts'

/** The extension's entry, as its host calls it. */
export interface Entry {
  activate(context: vscode.ExtensionContext): void
  deactivate(): Promise<void>
}

/** Loads the extension's main file anew, with a desk as `vscode`. */
export function loadExtension(main: string, desk: Desk): Entry {
  const require = createRequire(import.meta.url)
  const internals = Module as unknown as { _load(request: string, ...rest: readonly unknown[]): unknown }
  const load = internals._load
  const api = desk.api()
  internals._load = (request, ...rest) => (request === 'vscode' ? api : load.call(Module, request, ...rest))
  try {
    delete require.cache[require.resolve(main)]
    return require(main)
  } finally {
    internals._load = load
  }
}
