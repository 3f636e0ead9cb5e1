import type { OpenText } from '../history-reader.ts'
import { readSqlUri } from '../plan/sql-uri.ts'
import { readRevisions, revisionsOf } from '../revisions/known-revisions.ts'
import { schemaDocument } from '../schema-document.ts'
import { readSchemaUri, type SchemaAddress } from '../schema-uri.ts'
import { guarded } from './guard.ts'
import type { Session } from './session.ts'

/** The command that opens a virtual document; its one argument is the URI. */
export const OPEN_COMMAND = 'mig.open'

/** The schemes of texts that are on no disk. */
export const SCHEMES: readonly string[] = ['mig-sql', 'mig-schema']

/** Serves the texts that are on no disk: the SQL of the next revision, and the schema as it was. */
export function answerDocuments(session: Session): void {
  const { connection } = session
  connection.onRequest(
    'workspace/textDocumentContent',
    guarded(
      session,
      'textDocumentContent',
      async ({ uri }: { uri: string }) => {
        if (isVirtual(uri)) session.shown.add(uri)
        return { text: await textOf(session, uri) }
      },
      { text: '' },
    ),
  )
  connection.onExecuteCommand(
    guarded<{ command: string; arguments?: unknown[] }, unknown>(
      session,
      'executeCommand',
      ({ command, arguments: given }) => (command === OPEN_COMMAND ? open(session, String(given?.[0] ?? '')) : null),
      null,
    ),
  )
}

/** Opens a document where the client can; gives its text where not. */
async function open(session: Session, uri: string): Promise<unknown> {
  if (!isVirtual(uri)) return null
  const { window, workspace } = session.client
  const canShow = window?.showDocument?.support && workspace?.textDocumentContent
  if (!canShow) return { uri, text: await textOf(session, uri) }
  await session.connection.window.showDocument({ uri, takeFocus: false })
  return { uri }
}

async function textOf(session: Session, uri: string): Promise<string> {
  const sql = readSqlUri(uri)
  if (sql !== undefined) return sqlOf(session, uri, sql.main)
  const address = readSchemaUri(uri)
  return address === undefined ? '' : schemaAt(address, session.openText)
}

function isVirtual(uri: string): boolean {
  return SCHEMES.some(scheme => uri.startsWith(`${scheme}:`))
}

/** The SQL of the next revision of a project. */
async function sqlOf({ workspace, planner }: Session, uri: string, main: string): Promise<string> {
  if (!workspace.projects.some(project => project.main === main)) return `-- No project begins with ${main}.\n`
  return planner.sql(uri)
}

/** The schema at a revision, as far as the revisions can be read. */
function schemaAt({ migrations, revision }: SchemaAddress, openText: OpenText): string {
  const { graph, revisions } = revisionsOf(readRevisions(migrations, openText), migrations)
  return graph === undefined ? '' : schemaDocument({ graph, revisions }, revision)
}
