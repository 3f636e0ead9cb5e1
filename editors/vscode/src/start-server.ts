import { type ChildProcess, spawn } from 'node:child_process'
import type { MigProgram } from './mig-program.ts'

/** Starts the language server of a `mig`; fails when the program cannot be run. */
export function startServer({ command, args, env }: MigProgram): Promise<ChildProcess> {
  const server = spawn(command, [...args, 'lsp', '--stdio', `--clientProcessId=${process.pid}`], {
    env: { ...process.env, ...env },
    windowsHide: true,
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('spawn', () => resolve(server))
  })
}

/** How long a server that was told to exit may take, in milliseconds. */
const GRACE = 1000

/** Ends a server that does not end by itself. */
export async function endServer(server: ChildProcess): Promise<void> {
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null
  if (hasEnded()) return
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, GRACE)
    server.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  })
  if (!hasEnded()) server.kill()
}
