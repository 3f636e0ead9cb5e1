import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TextStore } from '../../../language/editor/text-store.ts'

/** A store over texts in memory, and the paths that were read from there. */
function storeOver(disk: Record<string, string>): { store: TextStore; reads: string[] } {
  const reads: string[] = []
  const store = new TextStore(path => {
    reads.push(path)
    return disk[path]
  })
  return { store, reads }
}

test('an open text stands over that of the disk until it is closed', () => {
  const { store } = storeOver({ a: 'disk' })
  expect(store.read('a')).toBe('disk')
  store.set('a', 'open')
  expect([store.read('a'), store.isOpen('a')]).toEqual(['open', true])
  store.set('a', '')
  expect(store.read('a')).toBe('')
  store.close('a')
  expect([store.read('a'), store.isOpen('a')]).toEqual(['disk', false])
})

test('the disk is read once, and again when a path has changed; so is the news that there is no file', () => {
  const disk: Record<string, string> = { a: 'one' }
  const { store, reads } = storeOver(disk)
  expect([store.read('a'), store.read('a'), store.read('b'), store.read('b')]).toEqual([
    'one',
    'one',
    undefined,
    undefined,
  ])
  expect(reads).toEqual(['a', 'b'])
  Object.assign(disk, { a: 'two', b: 'new' })
  expect(store.read('a')).toBe('one')
  store.changed('a')
  store.changed('b')
  expect([store.read('a'), store.read('b')]).toEqual(['two', 'new'])
})

test('a file that was open is read from the disk anew when it is closed', () => {
  const disk: Record<string, string> = { a: 'one' }
  const { store } = storeOver(disk)
  store.read('a')
  store.set('a', 'edited')
  disk.a = 'edited'
  store.close('a')
  expect(store.read('a')).toBe('edited')
})

test('a version steps with each change of its path, and with nothing else', () => {
  const { store } = storeOver({ a: 'one' })
  const versions = [store.version('a')]
  const after = (change: () => void) => {
    change()
    versions.push(store.version('a'))
  }
  after(() => store.read('a'))
  after(() => store.set('a', 'x'))
  after(() => store.set('a', 'x'))
  after(() => store.set('b', 'x'))
  after(() => store.changed('a'))
  after(() => store.close('a'))
  after(() => store.close('a'))
  expect(versions).toEqual([0, 0, 1, 1, 1, 3, 4, 4])
  expect(store.changes).toBe(4)
})

test('what is on disk is read as the loader reads it: with its byte order mark, a folder as no file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'))
  writeFileSync(join(folder, 'a.mig'), '\ufefftable a {\n}\n')
  mkdirSync(join(folder, 'b.mig'))
  const store = new TextStore()
  expect(store.read(join(folder, 'a.mig'))).toBe('\ufefftable a {\n}\n')
  expect([store.read(join(folder, 'b.mig')), store.read(join(folder, 'c.mig'))]).toEqual([undefined, undefined])
})

test('a file that cannot be read is none', () => {
  const store = new TextStore(() => {
    throw new Error('EACCES')
  })
  expect(store.read('a')).toBeUndefined()
})
