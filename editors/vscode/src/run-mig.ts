import { execFile } from 'node:child_process'
import { dirname } from 'node:path'
import type { MigProgram } from './mig-program.ts'

/** What went wrong in a file, as `mig --json` tells it. */
export interface MigProblem {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  readonly file: string | null
  readonly line: number | null
  readonly column: number | null
  readonly remedy: string
}

/** A failure, as `mig --json` tells it. */
export interface MigFailure {
  readonly code: string
  readonly message: string
  readonly remedy: string
  readonly problems?: readonly MigProblem[]
}

/** What a command answered: its document, or the failure. */
export type Answer<T> = { readonly value: T } | { readonly failure: MigFailure }

const LARGEST = 64 * 1024 * 1024

/** Runs a command of a `mig` for a project, in the folder of its schema file. */
export function runMig<T extends object>(
  program: MigProgram,
  words: readonly string[],
  project: string,
): Promise<Answer<T>> {
  const { command, args, env } = program
  const options = { cwd: dirname(project), env: { ...process.env, ...env }, maxBuffer: LARGEST, windowsHide: true }
  return new Promise(resolve => {
    execFile(command, [...args, ...words, '--project', project, '--json'], options, (error, stdout, stderr) => {
      resolve(readAnswer<T>(stdout) ?? { failure: failed(stderr || (error?.message ?? '')) })
    })
  })
}

function readAnswer<T extends object>(stdout: string): Answer<T> | undefined {
  try {
    const document = JSON.parse(stdout) as T & { readonly error?: MigFailure }
    return document.error === undefined ? { value: document } : { failure: document.error }
  } catch {
    return undefined
  }
}

function failed(text: string): MigFailure {
  return { code: '', message: text.trim() || 'mig said nothing.', remedy: '' }
}
