import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changedLines } from '../../examples/demo/changed-lines.ts'
import { writeChapter } from '../../examples/demo/write-chapter.ts'
import { CHAPTERS } from '../../examples/workout-buddy/chapters.ts'
import { folderFiles } from './folder-files.ts'
import { type PageBlock, runPage, type WrittenBlock } from './run-page.ts'

const example = resolve(import.meta.dirname, '../../examples/workout-buddy')
const project = mkdtempSync(join(tmpdir(), 'mig-story-'))

/** What each chapter did: the file that was edited, before and after. */
const edits: { path: string; before: string; after: string }[] = []

beforeAll(async () => {
  cpSync(join(example, 'timestamps.mig'), join(project, 'timestamps.mig'))
  for (const chapter of CHAPTERS) {
    const before = folderFiles(project)
    await writeChapter(project, join(example, 'story'), chapter)
    edits.push(editBetween(before, folderFiles(project)))
  }
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

test('the story writes the schema and the migrations that are committed, byte for byte', () => {
  if (process.env.UPDATE) {
    rmSync(join(example, 'migrations'), { recursive: true, force: true })
    cpSync(project, example, { recursive: true })
  }
  expect(folderFiles(join(example, 'migrations'))).toEqual(folderFiles(join(project, 'migrations')))
  expect(readFileSync(join(example, 'schema.mig'), 'utf8')).toBe(readFileSync(join(project, 'schema.mig'), 'utf8'))
})

test('the commands of the README print what it says, and its edits are those of the story', async () => {
  const file = join(example, 'README.md')
  const page = readFileSync(file, 'utf8')
  const actual = await runPage(page, { write: writeBlock, clock: chapter => CHAPTERS[chapter - 1]!.created })
  if (process.env.UPDATE) writeFileSync(file, actual)
  else expect(page).toBe(actual)
})

type Files = Readonly<Record<string, string>>

/** The schema was edited, or else the revision that is new was filled in. */
function editBetween(before: Files, after: Files): { path: string; before: string; after: string } {
  const path = 'schema.mig'
  if (before[path] !== after[path]) return { path, before: before[path] ?? '', after: after[path]! }
  const draft = Object.keys(after).find(name => name.endsWith('/revision.mig') && before[name] === undefined)!
  const text = after[draft]!
  return { path: draft, before: text.replace(/^( {2}(?:up {3}|down ))`[^`]*`$/gm, '$1``'), after: text }
}

function writeBlock({ path, isEdit, chapter }: PageBlock): WrittenBlock {
  const edit = edits[chapter - 1]!
  if (isEdit) return { path: edit.path, text: edit.after, lines: changedLines(edit.before, edit.after, 1) }
  const text = path === 'schema.mig' ? edit.after : readFileSync(join(example, path), 'utf8')
  return { path, text, lines: text.trimEnd().split('\n') }
}
