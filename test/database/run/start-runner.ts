import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunnerJob } from './runner-process.ts'

/** A runner in a process of its own. */
export interface RunnerProcess {
  /** Gives it its job, and waits until it is where it is to stop, or has ended; answers what it wrote. */
  readonly run: (job: RunnerJob) => Promise<string>
  /** Kills it, and waits until it is gone. */
  readonly kill: () => Promise<void>
}

/** Starts one, which then waits for its job. */
export function startRunner(): RunnerProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'runner-process.ts')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'mig-test-compile-cache') },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  child.stdin.on('error', () => {})
  const gone = new Promise<void>(resolve => child.once('close', () => resolve()))
  return {
    run: async job => {
      child.stdin.end(JSON.stringify(job))
      while (!said.includes('reached') && !hasEnded(child)) await Promise.race([gone, sleep(5)])
      if (hasEnded(child)) await gone
      return said
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
