import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { runTranscript } from './run-transcript.ts'
import { readTranscript, writeTranscript } from './transcript.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const FOLDER = 'test/cli/transcripts'
const TRANSCRIPTS = ['README.md', ...readdirSync(join(ROOT, FOLDER)).map(file => `${FOLDER}/${file}`)]

test.concurrent.each(TRANSCRIPTS)('%s', { timeout: 300_000 }, file => check(file))

async function check(file: string): Promise<void> {
  const path = join(ROOT, file)
  const expected = readFileSync(path, 'utf8')
  const actual = writeTranscript(await runTranscript(readTranscript(expected)))
  if (process.env.UPDATE) writeFileSync(path, actual)
  else expect(actual).toBe(expected)
}
