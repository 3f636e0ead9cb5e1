import type { CodeAction, CodeLens } from 'vscode-languageserver'
import { loadProject } from '../../load.ts'
import { codeActions } from '../actions/code-actions.ts'
import { lspRange, pathOf } from '../lsp-places.ts'
import type { Place } from '../place.ts'
import { revisionActions } from '../revisions/revision-actions.ts'
import { revisionLenses } from '../revisions/revision-lenses.ts'
import { editForClient } from './edit-for-client.ts'
import { guarded } from './guard.ts'
import { isRevisionFile, type OpenProject } from './open-project.ts'
import type { Session } from './session.ts'
import { surroundings } from './surroundings.ts'
import { OPEN_COMMAND } from './virtual-documents.ts'

interface Stretch {
  readonly start: number
  readonly end: number
}

/** What is asked about changes: what can be done at a place, and what the next revision will do to it. */
export function answerChanges(session: Session): void {
  const { connection, workspace } = session
  connection.onCodeAction(
    guarded(
      session,
      'codeAction',
      ({ textDocument, range, context }) => {
        session.diagnosing.flush(pathOf(textDocument.uri))
        const place = workspace.place(textDocument.uri)
        if (place === undefined) return []
        const { lines } = place.parsed
        const start = lines.offset(range.start.line, range.start.character)
        const end = lines.offset(range.end.line, range.end.character)
        return usable(actionsAt(session, place, { start, end }, context.only), session)
      },
      [],
    ),
  )
  connection.onCodeLens(guarded(session, 'codeLens', ({ textDocument }) => codeLenses(session, textDocument.uri), []))
}

function actionsAt(session: Session, place: Place, stretch: Stretch, only: string[] | undefined): CodeAction[] {
  const { model, parsed } = place
  const found = actionsOnRevisions(session, place, stretch, only)
  if (isRevisionFile(parsed.file)) return found
  const diagnostics = session.publisher.of(parsed.file)
  return [...codeActions(model, parsed, stretch, diagnostics, only, surroundings(session, parsed.file)), ...found]
}

/** What can be done about the revisions: at their own lines, and where the project begins about all of them. */
function actionsOnRevisions(
  { publisher, workspace, openText, now }: Session,
  { model, parsed }: Place,
  { start, end }: Stretch,
  only: readonly string[] | undefined,
): CodeAction[] {
  if (only !== undefined && !only.some(kind => kind === '' || kind === 'quickfix')) return []
  const isOwn = isRevisionFile(parsed.file)
  const there = publisher
    .of(parsed.file)
    .filter(
      ({ code, range }) => (isOwn || /^MIG3/.test(code)) && range.start.offset <= end && range.end.offset >= start,
    )
  if (there.length === 0) return []
  const loaded = () => loadProject(model.main, workspace.texts.read)
  return revisionActions({ loaded, openText, created: now() }, there)
}

/** The actions whose edits the client can make. */
function usable(actions: readonly CodeAction[], { client }: Session): CodeAction[] {
  return actions.flatMap(action => {
    if (action.edit === undefined) return [action]
    const edit = editForClient(action.edit, client)
    return edit === undefined ? [] : [{ ...action, edit }]
  })
}

/** The lenses of the last plan, or those of a revision. */
function codeLenses({ workspace }: Session, uri: string): CodeLens[] {
  const path = pathOf(uri)
  const place = isRevisionFile(path) ? workspace.place(uri) : undefined
  if (place !== undefined) {
    return revisionLenses(place).map(({ range, title, uri }) => ({
      range,
      command: { title, command: OPEN_COMMAND, arguments: [uri] },
    }))
  }
  const lensesOf = ({ answer }: OpenProject) => answer?.lenses.filter(({ file }) => file === path) ?? []
  const projects = workspace.projects.filter(project => lensesOf(project).length > 0)
  return projects.flatMap(project => {
    const whose = projects.length > 1 ? `${project.lastModel.loaded.project.name} · ` : ''
    return lensesOf(project).map(({ range, title, uri }) => ({
      range: lspRange(range),
      command:
        uri === undefined
          ? { title: `${whose}${title}`, command: '' }
          : { title, command: OPEN_COMMAND, arguments: [uri] },
    }))
  })
}
