import { pathOf } from '../lsp-places.ts'
import type { Session } from './session.ts'

/** Follows the texts that are open. A file that is closed unsaved is what the disk says again. */
export function followDocuments(session: Session): void {
  const { documents, workspace, planner, diagnosing, publisher } = session
  documents.onDidOpen(({ document }) => {
    const path = open(document.uri, document.getText())
    void workspace.welcome(path).then(() => diagnosing.look(path))
  })
  documents.onDidChangeContent(({ document }) => {
    const path = open(document.uri, document.getText())
    diagnosing.touch(path)
  })
  documents.onDidSave(({ document }) => {
    const path = pathOf(document.uri)
    workspace.texts.changed(path)
    planner.disk(path)
  })
  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri)
    workspace.texts.close(path)
    planner.text(path, undefined)
    if (workspace.texts.read(path) === undefined) publisher.forget(path)
    diagnosing.touch(path)
  })

  function open(uri: string, text: string): string {
    const path = pathOf(uri)
    workspace.texts.set(path, text)
    planner.text(path, text)
    return path
  }
}
