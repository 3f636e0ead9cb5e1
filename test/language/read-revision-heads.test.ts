import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readRevisionHeads } from '../../language/read-revision-heads.ts'
import { failureOf } from '../database/failure-of.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mig-heads-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(id: string, head: string, files: Readonly<Record<string, string>> = {}): void {
  const place = join(folder, `20260105_0530_${id}_x`)
  mkdirSync(place)
  const text = `revision ${id} 'x'${head}\ncreated 2026-01-05T05:30:00Z\n\ncreate schema s_${id}\n`
  for (const [name, content] of Object.entries({ 'revision.mig': text, ...files }))
    writeFileSync(join(place, name), content)
}

test('heads, the graph and the SQL, without the steps', async () => {
  write('aaaa', '', { 'sqlite.up.sql': 'select 1;\n', 'notes.txt': 'stray' })
  write('bbbb', ' after aaaa')
  writeFileSync(join(folder, 'README.md'), '')
  const { graph, revisions, path } = await readRevisionHeads(folder)
  expect(path).toBe(folder)
  expect([...graph.nodes.keys()]).toEqual(['aaaa', 'bbbb'])
  const { head, sql, file } = revisions.get('aaaa')!
  expect(head).toStrictEqual({
    id: 'aaaa',
    message: 'x',
    parents: [],
    needs: [],
    labels: [],
    created: '2026-01-05T05:30:00Z',
    allows: [],
  })
  expect(file).toBe(join(folder, '20260105_0530_aaaa_x', 'revision.mig'))
  expect([sql('sqlite', 'up'), sql('sqlite', 'down')]).toEqual(['select 1;\n', undefined])
})

test('a head that is written in an unusual way is read by the full reader', async () => {
  write('aaaa', '')
  write('bbbb', ' after aaaa\nneeds aaaa,\n  cccc')
  write('cccc', '')
  const { revisions } = await readRevisionHeads(folder)
  expect(revisions.get('bbbb')!.head).toMatchObject({ parents: ['aaaa'], needs: ['aaaa', 'cccc'] })
  expect(revisions.get('bbbb')!.head).not.toHaveProperty('steps')
})

test('steps that nobody can read stop nothing', async () => {
  write('aaaa', '', { 'revision.mig': "revision aaaa 'x'\ncreated 2026-01-05T05:30:00Z\n\ncreate table (((\n" })
  expect([...(await readRevisionHeads(folder)).revisions.keys()]).toEqual(['aaaa'])
})

test('a folder that is not there holds nothing', async () => {
  expect((await readRevisionHeads(join(folder, 'none'))).revisions.size).toBe(0)
})

test.each<readonly [string, () => void, string, RegExp]>([
  ['a head with errors', () => write('aaaa', ' after -'), 'MIG101', /revision\.mig:1: /],
  [
    'a folder without revision.mig',
    () => mkdirSync(join(folder, '20260105_0530_aaaa_x')),
    'MIG331',
    /has no revision\.mig/,
  ],
  [
    'a folder of another revision',
    () => write('aaaa', '', { 'revision.mig': "revision b 'x'\ncreated 2026-01-05T05:30:00Z\n" }),
    'MIG335',
    /not that of revision b/,
  ],
  ['a parent that is missing', () => write('aaaa', ' after bbbb'), 'MIG320', /bbbb/],
])('%s', async (_, prepare, code, message) => {
  prepare()
  const failure = await failureOf(() => readRevisionHeads(folder))
  expect(failure).toMatchObject({ code, exit: 1 })
  expect(failure.message).toMatch(message)
})
