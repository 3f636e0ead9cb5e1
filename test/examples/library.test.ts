import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { DemoDatabase } from '../../examples/demo/demo-database.ts'
import { runFile, travel } from '../../examples/demo/travel.ts'
import {
  dialects,
  EMPTY_SCHEMA,
  loadProject,
  readMigrations,
  readRevision,
  type Schema,
  type StoredRevision,
} from '../../index.ts'
import { postgresEngine } from '../engines/postgres.ts'
import { sqliteEngine } from '../engines/sqlite.ts'
import type { TestEngine } from '../engines/test-engine.ts'
import { applyEdit } from './apply-edit.ts'
import { folderFiles } from './folder-files.ts'
import { type PageBlock, pageBlocks, runPage, type WrittenBlock } from './run-page.ts'

const example = resolve(import.meta.dirname, '../../examples/library')
const page = readFileSync(join(example, 'README.md'), 'utf8')
const made = mkdtempSync(join(tmpdir(), 'mig-library-'))
afterAll(() => rmSync(made, { recursive: true, force: true }))

test('the commands of the README print what it says, and write the files that are committed, byte for byte', async () => {
  const files: Record<string, string> = {}
  const write = (block: PageBlock) => writeBlock(files, block)
  const actual = await runPage(page, { write, clock: chapter => `2026-02-0${chapter}T08:00:00Z`, keep: made })
  if (process.env.UPDATE) {
    writeFileSync(join(example, 'README.md'), actual)
    rmSync(join(example, 'history'), { recursive: true, force: true })
    cpSync(made, example, { recursive: true })
  } else expect(page).toBe(actual)
  const { 'README.md': _page, ...committed } = folderFiles(example)
  expect(Object.fromEntries(Object.entries(committed).filter(([path]) => !path.startsWith('rows/')))).toEqual(
    folderFiles(made),
  )
})

const engines = [
  { name: 'postgres 18', start: () => postgresEngine(18) },
  { name: 'sqlite', start: () => sqliteEngine('file') },
]

test.each(engines)('every revision goes up, down and up again with its rows on $name', async ({ start }) => {
  const [engine, other] = [await start(), await start()]
  const database = demoDatabase(engine, other)
  await engine.fresh()
  const { revisions } = readMigrations(join(example, 'history'), text => ({
    revision: readRevision(text, 'revision.mig').revision!,
    problems: [],
  }))
  const schemas = schemasOfPage()
  expect(revisions.length).toBe(schemas.length)
  for (const [index, stored] of revisions.entries()) {
    const stage = { stored, before: schemas[index - 1] ?? EMPTY_SCHEMA, after: schemas[index]! }
    if (stored.revision.steps.some(step => step.kind === 'sql')) await expectOneWay(database, stage.stored)
    else expect({ folder: stored.folder, ...(await travel(database, stage)) }).toMatchObject({ problems: [], lost: 0 })
    for (const ending of ['sql', `${engine.dialect}.sql`]) {
      const rows = join(example, 'rows', `${index + 1}.${ending}`)
      if (existsSync(rows)) await engine.exec(readFileSync(rows, 'utf8'))
    }
  }
  await Promise.all([engine.close(), other.close()])
})

/** A block of the page that shows a file writes it; one that shows an edit changes it. */
function writeBlock(files: Record<string, string>, { path, lines, isEdit }: PageBlock): WrittenBlock {
  const text = isEdit ? applyEdit(files[path]!, lines) : `${lines.join('\n')}\n`
  files[path] = text
  return { path, lines, text }
}

/** What the files of the page mean at the end of each chapter. */
function schemasOfPage(): readonly Schema[] {
  const files: Record<string, string> = {}
  const schemas: Schema[] = []
  const read = () => loadProject('/library/schema.mig', path => files[path.slice('/library/'.length)]).schema
  for (const block of pageBlocks(page)) {
    writeBlock(files, block)
    schemas[block.chapter - 1] = read()
  }
  const chapters = Number([...page.matchAll(/^## (\d+)\. /gm)].at(-1)![1])
  return Array.from({ length: chapters }, (_, index) => schemas[index] ?? read())
}

/** SQL that says it cannot be undone goes up, and stops on the way down before anything happens. */
async function expectOneWay(database: DemoDatabase, stored: StoredRevision): Promise<void> {
  await runFile(database, stored, 'up')
  await expect(runFile(database, stored, 'down')).rejects.toMatchObject({ code: 'MIG511' })
}

function demoDatabase(engine: TestEngine, other: TestEngine): DemoDatabase {
  const connect = ({ dialect, query, exec, close }: TestEngine) => ({ dialect, query, exec, close })
  const empty = async () => {
    await other.fresh()
    return connect(other)
  }
  return { dialect: dialects[engine.dialect], connection: connect(engine), empty, close: engine.close }
}
