import { execFile } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { CHAPTERS } from '../../examples/workout-buddy/chapters.ts'
import { folderFiles } from './folder-files.ts'

const root = resolve(import.meta.dirname, '../..')

/** Runs what `npm run demo` stands for. */
function runDemo(): Promise<{ code: number; out: string }> {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const file = /^node (\S+)$/.exec(scripts.demo)![1]!
  return new Promise(done => {
    execFile(process.execPath, [join(root, file)], { cwd: root }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out: `${out}${err}` })
    })
  })
}

test('the demo goes through the whole story, and everything holds', { timeout: 240_000 }, async () => {
  const { code, out } = await runDemo()
  const project = /^The project is in (.*)$/m.exec(out)?.[1]
  expect(out).not.toMatch(/FAILED|not ok/)
  expect({ code, project: existsSync(project!) }, out).toEqual({ code: 0, project: true })
  for (const [index, { message }] of CHAPTERS.entries()) {
    expect(out).toContain(`── ${index + 1} of ${CHAPTERS.length} · ${message} ──`)
    expect(out).toMatch(new RegExp(`^[0-9a-f]{12}   ${message} +\\d+ +ok \\d+ ms +ok \\d+ ms +(–|(\\d+) of \\2)$`, 'm'))
  }
  expect(out).toMatch(/^ +all down to the first, and up again +ok \d+ ms +ok \d+ ms +8 of 8$/m)
  expect(out).toMatch(/^ {2}Push +95 +95 +95 +95$/m)
  expect(out).toMatch(/^ {2}Push +paused +in_progress +in_progress +in_progress$/m)
  expect(out).toContain('\nEverything held.\n')
  const written = folderFiles(join(project!, 'migrations'))
  expect(written).toEqual(folderFiles(join(root, 'examples/workout-buddy/migrations')))
  rmSync(dirname(project!), { recursive: true })
})
