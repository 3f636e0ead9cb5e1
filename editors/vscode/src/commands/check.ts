import { dirname } from 'node:path'
import * as vscode from 'vscode'
import { chooseProject } from '../choose-project.ts'
import { type MigProblem, runMig } from '../run-mig.ts'
import type { Session } from '../session.ts'
import { saveAll } from './save-all.ts'
import { follow, logProblems, showFailure } from './show-failure.ts'

interface Checked {
  readonly ok: boolean
  readonly problems: readonly MigProblem[]
}

/** Mig: Check. Schema files, revisions and their SQL, as `mig check` does it in a build. */
export async function check({ program, status, log }: Session): Promise<void> {
  const project = program && (await chooseProject(status))
  if (program === undefined || project === undefined) return
  await saveAll()
  const answer = await runMig<Checked>(program, ['check'], project)
  if ('failure' in answer) return showFailure(log, 'The check did not run', answer.failure, dirname(project))
  const { ok, problems } = answer.value
  logProblems(log, problems, dirname(project))
  const counts = countProblems(problems)
  if (!ok)
    void vscode.window
      .showErrorMessage(`mig check: ${counts}.`, 'Show problems', 'Show log')
      .then(chosen => follow(log, chosen))
  else if (counts === '') void vscode.window.showInformationMessage('mig check: schema files, revisions and SQL agree.')
  else void vscode.window.showWarningMessage(`mig check: ${counts}.`, 'Show log').then(chosen => follow(log, chosen))
}

function countProblems(problems: readonly MigProblem[]): string {
  return (['error', 'warning', 'note'] as const)
    .map(severity => [problems.filter(problem => problem.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ')
}
