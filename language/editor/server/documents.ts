import { pathOf } from '../lsp-places.ts'
import type { Session } from './session.ts'
import { changedOnDisk, planAgain } from './watching.ts'

/** Follows the texts that are open. A file that is closed unsaved is what the disk says again. */
export function followDocuments(session: Session): void {
  const { documents, workspace, planner, diagnosing, publisher } = session
  documents.onDidChangeContent(({ document }) => {
    const path = pathOf(document.uri)
    workspace.texts.set(path, document.getText())
    planner.text(path, document.getText())
    diagnosing.touch(path)
  })
  documents.onDidSave(({ document }) => {
    const path = pathOf(document.uri)
    changedOnDisk(session, path)
    diagnosing.review(path)
    planAgain(session, [path])
  })
  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri)
    workspace.texts.close(path)
    planner.text(path, undefined)
    if (workspace.texts.read(path) === undefined) publisher.forget(path)
    diagnosing.forget(workspace.dropUnneeded())
    diagnosing.touch(path)
  })
}
