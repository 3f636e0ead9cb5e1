import * as vscode from 'vscode'
import { chooseProject } from '../choose-project.ts'
import { readTargets } from '../read-targets.ts'
import type { Session } from '../session.ts'

/** Mig: Show pending SQL. What leads from the revisions to the schema, in a document that follows the text. */
export async function showPendingSql(session: Session, known?: unknown): Promise<void> {
  const project = typeof known === 'string' ? known : await projectUri(session)
  const sql = project && (await pickSql(project))
  if (project === undefined || sql === undefined) return
  await session.execute('mig.open', `${project.replace(/^file:/, 'mig-sql:')}/${sql}`)
}

async function projectUri({ status }: Session): Promise<string | undefined> {
  const file = await chooseProject(status)
  if (file === undefined) return undefined
  const told = status.projects.find(({ project }) => vscode.Uri.parse(project).fsPath === file)
  return told?.project ?? vscode.Uri.file(file).toString()
}

async function pickSql(project: string): Promise<string | undefined> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(project))
  const targets = readTargets(document.getText())
  if (targets.length === 1) return `${targets[0]}.up.sql`
  const items = targets.flatMap(target => [
    { label: `${NAMES[target]}, up`, description: 'what will run', sql: `${target}.up.sql` },
    { label: `${NAMES[target]}, down`, description: 'what undoes it', sql: `${target}.down.sql` },
  ])
  return (await vscode.window.showQuickPick(items, { title: 'Pending SQL' }))?.sql
}

const NAMES = { postgres: 'Postgres', sqlite: 'SQLite' } as const
