import { CodeLensRefreshRequest } from 'vscode-languageserver'
import { uriOf } from '../lsp-places.ts'
import type { PlanAnswer } from '../plan/plan-answer.ts'
import type { OpenProject } from './open-project.ts'
import type { Session } from './session.ts'

/** What is drawn from a plan, and shown until a client asks again. */
type Shown = Pick<Session, 'connection' | 'client' | 'shown'>

/** Tells the client of a new plan: how the project stands, and that what it drew from the plan before is to be asked for again. */
export function showPlan(
  session: Shown,
  project: OpenProject,
  { status, lenses }: PlanAnswer,
  before?: PlanAnswer,
): void {
  const { connection, client, shown } = session
  void connection.sendNotification('mig/status', { project: uriOf(project.main), ...status })
  const { workspace } = client
  if (JSON.stringify(lenses) !== JSON.stringify(before?.lenses) && workspace?.codeLens?.refreshSupport)
    quietly(connection.sendRequest(CodeLensRefreshRequest.type))
  if (!workspace?.textDocumentContent) return
  const uris = [...shown]
  shown.clear()
  for (const uri of uris) quietly(connection.workspace.textDocumentContent.refresh(uri))
}

/** Tells the client that a project is none any more, so that nothing is shown of it. */
export function tellGone({ connection }: Shown, { main }: OpenProject): void {
  void connection.sendNotification('mig/status', {
    project: uriOf(main),
    state: 'gone',
    steps: 0,
    heads: 0,
    hazards: 0,
  })
}

function quietly(promise: Promise<unknown>): void {
  promise.catch(() => undefined)
}
