import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { OpenText } from '../history-reader.ts'
import type { Planner } from '../plan/planner.ts'
import type { Diagnosing } from './diagnosing.ts'
import type { Publisher } from './publisher.ts'
import type { Workspace } from './workspace.ts'

/** What the handlers of one connection share. */
export interface Session {
  readonly connection: Connection
  readonly documents: TextDocuments<TextDocument>
  readonly workspace: Workspace
  readonly publisher: Publisher
  readonly planner: Planner
  readonly diagnosing: Diagnosing
  /** The text of a file that is open. */
  readonly openText: OpenText
  /** The time at which a revision that is made now was made: UTC, whole seconds. */
  readonly now: () => string
  /** The virtual documents that were asked for since they were last said to be others: who still shows one asks again. */
  readonly shown: Set<string>
  /** Done when the folders of the workspace were searched for projects. */
  ready: Promise<void>
  /** What the client can do; known once it has asked to begin. */
  client: ClientCapabilities
}
