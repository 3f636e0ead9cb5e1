import { readFileSync } from 'node:fs'
import type { Problem as FileProblem } from '../../compiler/revisions/problem.ts'
import type { Place, Problem } from '../output/problem.ts'
import { displayPath } from './display-path.ts'

/** Problems of the migrations folder, with the line of the file where they name one. */
export function fileProblems(problems: readonly FileProblem[], cwd: string): readonly Problem[] {
  return problems.map(({ code, severity, message, remedy, file, line, column }) => {
    const source = line === undefined ? undefined : lineOf(file, line)
    const known = { file: displayPath(cwd, file), line, column, source }
    const place = Object.fromEntries(
      Object.entries(known).filter(([, value]) => value !== undefined),
    ) as unknown as Place
    return { code, severity, message, remedy, place }
  })
}

function lineOf(file: string, line: number): string | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')[line - 1]?.replace(/\r$/, '')
  } catch {
    return undefined
  }
}
