import { type Connection, type InitializeParams, TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { pathOf } from '../lsp-places.ts'
import type { Planner } from '../plan/planner.ts'
import { related } from '../related.ts'
import { TextStore } from '../text-store.ts'
import { capabilities } from './capabilities.ts'
import { Diagnosing } from './diagnosing.ts'
import { followDocuments } from './documents.ts'
import { Publisher } from './publisher.ts'
import { answerRequests } from './requests.ts'
import type { Session } from './session.ts'
import { showPlan } from './show-plan.ts'
import { answerDocuments } from './virtual-documents.ts'
import { filesChanged, watchFiles } from './watching.ts'
import { Workspace } from './workspace.ts'

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
    session.roots = rootsOf(params)
    return { capabilities: capabilities(params.capabilities), serverInfo: { name: 'mig', version } }
  })
  connection.onInitialized(() => {
    watchFiles(session)
    void begin(session)
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
  const versions = new Map<string, number>()
  documents.onDidChangeContent(({ document }) => versions.set(pathOf(document.uri), document.version))
  documents.onDidClose(({ document }) => versions.delete(pathOf(document.uri)))
  const publisher = new Publisher(
    (uri, diagnostics, version) =>
      void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) }),
    path => versions.get(path),
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
    roots: [],
  }
  const diagnosing = new Diagnosing(workspace, publisher, planner, (...plan) => showPlan(session, ...plan))
  return Object.assign(session, { diagnosing })
}

async function begin({ workspace, roots, diagnosing }: Session): Promise<void> {
  await workspace.search(roots)
  for (const project of workspace.projects) diagnosing.plan(project)
}

/** The folders of the workspace, as any client says them. */
function rootsOf(params: InitializeParams): readonly string[] {
  const { workspaceFolders, rootUri, rootPath } = params as InitializeParams & { rootPath?: string | null }
  if (workspaceFolders?.length) return workspaceFolders.map(({ uri }) => pathOf(uri))
  if (rootUri) return [pathOf(rootUri)]
  return rootPath ? [rootPath] : []
}
