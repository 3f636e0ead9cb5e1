import { type Connection, type InitializeParams, TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { pathOf } from '../lsp-places.ts'
import type { Planner } from '../plan/planner.ts'
import { related } from '../related.ts'
import { TextStore } from '../text-store.ts'
import { capabilities } from './capabilities.ts'
import { Diagnosing } from './diagnosing.ts'
import { followDocuments } from './documents.ts'
import { logError } from './log.ts'
import { OpenNames } from './open-names.ts'
import { Publisher } from './publisher.ts'
import { answerRequests } from './requests.ts'
import type { Session } from './session.ts'
import { showPlan, tellGone } from './show-plan.ts'
import { answerDocuments } from './virtual-documents.ts'
import { filesChanged, watchFiles } from './watching.ts'
import { Workspace } from './workspace.ts'
import { foldersChanged, searchFolders } from './workspace-folders.ts'

/** What the server is beside its connection. */
export interface ServerParts {
  readonly version: string
  readonly planner: Planner
  /** The time as a revision says it: UTC, whole seconds. */
  readonly now: () => string
}

/** Serves one client until it says that it is done. */
export function startServer(connection: Connection, { version, ...parts }: ServerParts): void {
  const session = makeSession(connection, parts)
  connection.onInitialize(params => {
    session.client = params.capabilities
    session.workspace.roots = rootsOf(params)
    return { capabilities: capabilities(params.capabilities), serverInfo: { name: 'mig', version } }
  })
  connection.onInitialized(() => {
    watchFiles(session)
    session.ready = searchFolders(session, session.workspace.roots)
    if (session.client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(event => void foldersChanged(session, event))
  })
  connection.onShutdown(() => parts.planner.close())
  connection.onDidChangeWatchedFiles(({ changes }) => filesChanged(session, changes))
  followDocuments(session)
  answerRequests(session)
  answerDocuments(session)
  session.documents.listen(connection)
  connection.listen()
}

function makeSession(connection: Connection, { planner, now }: Omit<ServerParts, 'version'>): Session {
  const documents = new TextDocuments(TextDocument)
  const texts = new TextStore()
  const workspace = new Workspace(texts)
  const names = new OpenNames()
  documents.onDidChangeContent(({ document }) => names.note(document))
  documents.onDidClose(({ document }) => names.close(document))
  const publisher = new Publisher(
    (uri, diagnostics, version) =>
      void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) }),
    names.of,
    diagnostic => {
      const project = workspace.projectOf(diagnostic.file)
      return project === undefined ? [] : related(project.lastModel, diagnostic)
    },
  )
  const session: Omit<Session, 'diagnosing'> = {
    connection,
    documents,
    workspace,
    publisher,
    planner,
    openText: texts.openText,
    now,
    shown: new Set(),
    client: {},
    ready: Promise.resolve(),
  }
  const diagnosing = new Diagnosing(workspace, publisher, planner, {
    planned: (...plan) => showPlan(session, ...plan),
    dropped: project => tellGone(session, project),
    failed: error => logError(connection, 'plan', error),
  })
  return Object.assign(session, { diagnosing })
}

/** The folders of the workspace, as any client says them. */
function rootsOf(params: InitializeParams): readonly string[] {
  const { workspaceFolders, rootUri, rootPath } = params as InitializeParams & { rootPath?: string | null }
  if (workspaceFolders?.length) return workspaceFolders.map(({ uri }) => pathOf(uri))
  if (rootUri) return [pathOf(rootUri)]
  return rootPath ? [rootPath] : []
}
