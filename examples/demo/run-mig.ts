import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** What a run of the command line came to. */
export interface MigRun {
  /** The command as a person types it. */
  readonly command: string
  readonly code: number
  /** The result. */
  readonly out: string
  /** Everything else: warnings and errors. */
  readonly err: string
}

const MAIN = resolve(import.meta.dirname, '../../cli/main.ts')

/** Runs `mig` in a folder as a process of its own, at a time that is given. */
export function runMig(folder: string, args: readonly string[], now: string): Promise<MigRun> {
  const cache = process.env.NODE_COMPILE_CACHE ?? join(tmpdir(), 'mig-demo-compile-cache')
  const env = { ...process.env, MIG_NOW: now, NO_COLOR: '1', NODE_COMPILE_CACHE: cache }
  const command = ['mig', ...args.map(word => (/^[\w./:-]+$/.test(word) ? word : `'${word}'`))].join(' ')
  return new Promise(done => {
    execFile(process.execPath, [MAIN, ...args], { cwd: folder, env }, (error, out, err) => {
      done({ command, code: error ? Number(error.code ?? 3) : 0, out, err })
    })
  })
}
