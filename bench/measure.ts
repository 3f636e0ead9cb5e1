import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What one process took from start to exit. */
export interface Measure {
  /** Seconds on the clock. */
  readonly wall: number
  /** Seconds of processor time, user and system. */
  readonly cpu: number
  /** The largest resident size, in MiB. */
  readonly memory: number
}

/** Runs the built `mig` to its end; fails when it does not exit with `expected`. */
export async function measure(args: readonly string[], cwd: string, expected = 0): Promise<Measure> {
  const usage = join(cwd, 'usage.json')
  const mig = join(import.meta.dirname, '../dist/mig.js')
  const started = performance.now()
  const child = spawn(process.execPath, ['--require', join(import.meta.dirname, 'usage.cjs'), mig, ...args], {
    cwd,
    env: { ...process.env, MIG_BENCH_USAGE: usage, MIG_NOW: '2026-01-05T05:30:00Z' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', chunk => {
    errors += chunk
  })
  const code = await new Promise(resolve => child.once('close', resolve))
  const wall = (performance.now() - started) / 1000
  if (code !== expected) throw new Error(`mig ${args.join(' ')} ended with ${code}:\n${errors}`)
  return { wall, ...JSON.parse(readFileSync(usage, 'utf8')) }
}
