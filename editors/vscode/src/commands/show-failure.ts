import { resolve } from 'node:path'
import * as vscode from 'vscode'
import type { MigFailure, MigProblem } from '../run-mig.ts'

/** Says that a command failed and why; the log has each problem with its place. */
export function showFailure(log: vscode.LogOutputChannel, what: string, failure: MigFailure, folder: string): void {
  const { code, message, remedy, problems = [] } = failure
  log.error([code, message].filter(part => part !== '').join(': '))
  if (remedy !== '') log.error(`  ${remedy}`)
  logProblems(log, problems, folder)
  const places = problems.some(problem => problem.file !== null)
  const choices = places ? ['Show problems', 'Show log'] : ['Show log']
  const text = `${what}. ${message} ${remedy.split('\n')[0]}`.trim()
  void vscode.window.showErrorMessage(text, ...choices).then(answer => follow(log, answer))
}

/** Writes problems into the log, a line each, with places that can be clicked. */
export function logProblems(log: vscode.LogOutputChannel, problems: readonly MigProblem[], folder: string): void {
  for (const { code, severity, message, file, line, column, remedy } of problems) {
    const place =
      file === null ? '' : `${[resolve(folder, file), line, column].filter(part => part !== null).join(':')}: `
    const text = `${place}${severity} ${code}: ${message}${remedy === '' ? '' : ` → ${remedy}`}`
    if (severity === 'error') log.error(text)
    else if (severity === 'warning') log.warn(text)
    else log.info(text)
  }
}

/** Does what was chosen on a message. */
export function follow(log: vscode.LogOutputChannel, answer: string | undefined): void {
  if (answer === 'Show log') log.show()
  if (answer === 'Show problems') void vscode.commands.executeCommand('workbench.actions.view.problems')
}
