import { execFile } from 'node:child_process'
import type { MigProgram } from './mig-program.ts'

/** What is known of a `mig` after asking it: it serves, it is too old to, or it does not run. */
export type Probe =
  | { readonly is: 'serving' }
  | { readonly is: 'too old'; readonly version: string }
  | { readonly is: 'broken'; readonly reason: string }

const LONGEST = 20_000

/** Asks a `mig` whether it has a language server. */
export async function probeMig(program: MigProgram): Promise<Probe> {
  const asked = await ask(program, ['lsp', '--help'])
  if (asked.ok && asked.text.includes('--stdio')) return { is: 'serving' }
  const { ok, text } = await ask(program, ['--version'])
  const version = /^mig (\S+)/.exec(text)?.[1]
  if (ok && version !== undefined) return { is: 'too old', version }
  return { is: 'broken', reason: ok ? 'it is another program' : firstLine(text) }
}

interface Answer {
  readonly ok: boolean
  readonly text: string
}

function ask({ command, args, env }: MigProgram, words: readonly string[]): Promise<Answer> {
  const options = { env: { ...process.env, ...env }, timeout: LONGEST, windowsHide: true }
  return new Promise(resolve => {
    execFile(command, [...args, ...words], options, (error, stdout, stderr) => {
      resolve({ ok: error === null, text: error === null ? stdout : stderr || error.message })
    })
  })
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]!.slice(0, 300)
}
