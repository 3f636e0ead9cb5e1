import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { inject } from 'vitest'
import type { Command, Part, Transcript } from './transcript.ts'

let built: Promise<string> | undefined

/**
 * Runs a transcript in a temporary folder, which begins as a copy of `start` if that is given, and answers it with
 * what was really printed. `mig` is the built program; the clock stands at 2026-01-05 05:30 UTC.
 */
export async function runTranscript(transcript: Transcript, start?: string): Promise<Transcript> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'mig-cli-')))
  const folder = join(root, 'shop')
  try {
    if (start) cpSync(start, folder, { recursive: true })
    mkdirSync(folder, { recursive: true })
    writeMig(join(root, 'bin'), await builtProgram())
    const parts: Part[] = []
    for (const part of transcript.parts) parts.push(await runPart(part, folder))
    return { parts }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function builtProgram(): Promise<string> {
  built ??= fetch(`${inject('postgresBroker')}/dist`).then(async answer => {
    if (!answer.ok) throw new Error(`The program is not built: ${await answer.text()}`)
    return answer.text()
  })
  return built
}

function writeMig(bin: string, dist: string): void {
  mkdirSync(bin)
  const cache = join(dist, '../compile-cache')
  const command = `NODE_COMPILE_CACHE='${cache}' exec '${process.execPath}' '${join(dist, 'mig.js')}' "$@"`
  writeFileSync(join(bin, 'mig'), `#!/bin/sh\n${command}\n`, { mode: 0o755 })
}

async function runPart(part: Part, folder: string): Promise<Part> {
  if (part.kind === 'text') return part
  if (part.kind === 'file') {
    const path = join(folder, part.path)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${part.lines.join('\n')}\n`)
    return part
  }
  const commands: Command[] = []
  for (const { input } of part.commands) commands.push({ input, output: await runCommand(input.join('\n'), folder) })
  return { kind: 'console', commands }
}

function runCommand(command: string, folder: string): Promise<readonly string[]> {
  const env = {
    PATH: [join(folder, '../bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: join(folder, '..'),
    LC_ALL: 'C.UTF-8',
    NO_COLOR: '1',
    MIG_NOW: '2026-01-05T05:30:00Z',
  }
  return new Promise(done => {
    execFile(
      'bash',
      ['-c', `exec 2>&1\n${command}`],
      { cwd: folder, env, maxBuffer: 1 << 26, timeout: 60_000 },
      (error, stdout) => {
        const text = stdout.replaceAll(join(folder, '..'), '/home')
        const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n')
        done(error ? [...lines, `[exit ${error.code}]`] : lines)
      },
    )
  })
}
