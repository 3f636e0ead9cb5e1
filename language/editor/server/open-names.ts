import type { TextDocument } from 'vscode-languageserver-textdocument'
import { pathOf, uriOf } from '../lsp-places.ts'
import type { OpenOf } from './publisher.ts'

/** How the client calls the files that it has opened, which it may write otherwise than this server would: `file:///c%3A/shop.mig`. */
export class OpenNames {
  private readonly uris = new Map<string, string>()
  private readonly versions = new Map<string, number>()

  /** The client has opened a file, or edited it. */
  note({ uri, version }: TextDocument): void {
    this.uris.set(pathOf(uri), uri)
    this.versions.set(pathOf(uri), version)
  }

  /** The client has closed a file. What it called it stays known, so that what was said of it can be taken back. */
  close({ uri }: TextDocument): void {
    this.versions.delete(pathOf(uri))
  }

  readonly of: OpenOf = path => ({ uri: this.uris.get(path) ?? uriOf(path), version: this.versions.get(path) })
}
