import { dirname, join, resolve } from 'node:path'
import * as vscode from 'vscode'
import { chooseProject } from '../choose-project.ts'
import { runMig } from '../run-mig.ts'
import type { Session } from '../session.ts'
import { saveAll } from './save-all.ts'
import { showFailure } from './show-failure.ts'

interface Compiled {
  readonly written: {
    readonly id: string
    readonly path: string
    readonly steps: readonly { readonly text: string }[]
  } | null
  readonly rendered: readonly string[]
}

/** Mig: Compile. Asks what the revision is for, writes it, and opens it. */
export async function compile(session: Session): Promise<void> {
  const { program } = session
  const project = program && (await chooseProject(session.status))
  if (program === undefined || project === undefined) return
  const message = await vscode.window.showInputBox({
    title: 'Mig: Compile',
    prompt: 'What is the revision for? Left empty, its first step names it.',
    placeHolder: 'add exercises',
  })
  if (message === undefined) return
  await saveAll()
  const words = message.trim() === '' ? ['compile'] : ['compile', `--message=${message.trim()}`]
  const answer = await runMig<Compiled>(program, words, project)
  if ('failure' in answer) return showFailure(session.log, 'Nothing was written', answer.failure, dirname(project))
  await showCompiled(session, answer.value, dirname(project))
}

async function showCompiled({ log }: Session, { written, rendered }: Compiled, folder: string): Promise<void> {
  for (const path of rendered) log.info(`rendered ${path}`)
  if (written === null) {
    const text =
      rendered.length === 0
        ? 'Nothing to do: the schema is what the revisions say.'
        : `Rendered ${rendered.join(', ')}.`
    void vscode.window.showInformationMessage(text)
    return
  }
  log.info(`wrote ${written.path}`)
  for (const { text } of written.steps) log.info(`  ${text}`)
  const path = resolve(folder, written.path)
  await vscode.window.showTextDocument(vscode.Uri.file(join(path, 'revision.mig')), { preview: false })
  const steps = `${written.steps.length} step${written.steps.length === 1 ? '' : 's'}`
  void vscode.window.showInformationMessage(`Wrote ${written.path} with ${steps}.`)
}
