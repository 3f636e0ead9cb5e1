import { describe, expect, it } from 'vitest'
import { folderName, isFolderNameOf, revisionId, slugOf } from '../../../compiler/revisions/identity.ts'

describe('the id of a revision', () => {
  it('is the same for the same input on every machine', () => {
    expect(revisionId(['ab52a8c0fcb8'], 'add exercises', 'create table exercises {}\n')).toBe('84d5c3d184e2')
  })

  it('depends on the parents, the message and the steps, each for itself', () => {
    const ids = [
      revisionId([], 'a', 'b'),
      revisionId(['a'], 'a', 'b'),
      revisionId([], 'ab', ''),
      revisionId([], 'a\nb', ''),
      revisionId([], 'a', '\nb'),
      revisionId(['x', 'y'], 'a', 'b'),
      revisionId(['x y'], 'a', 'b'),
    ]
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every(id => /^[0-9a-f]{12}$/.test(id))).toBe(true)
  })
})

describe('the name of a folder', () => {
  const named = (message: string) => folderName({ id: 'b5fa6c4653db', message, created: '2026-01-05T05:30:59Z' })

  it('is the time in UTC, the id and the message', () => {
    expect(named('add exercises')).toBe('20260105_0530_b5fa6c4653db_add_exercises')
    expect(named('???')).toBe('20260105_0530_b5fa6c4653db')
  })

  it('holds plain lower-case letters, digits and `_`, at most 40 of them', () => {
    expect(slugOf('Größe & Maß, naïve Übergröße')).toBe('grosse_mass_naive_ubergrosse')
    expect(slugOf('Łódź, Ærø, İstanbul, ﬁn')).toBe('lodz_aero_istanbul_fin')
    expect(slugOf('добавить users 用户')).toBe('users')
    expect(slugOf('../../etc/passwd\n')).toBe('etc_passwd')
    expect(slugOf(`${'a'.repeat(39)} b c`)).toBe('a'.repeat(39))
  })

  it('tells whose folder it is', () => {
    expect(isFolderNameOf('20260105_0530_b5fa6c4653db_add_exercises', 'b5fa6c4653db')).toBe(true)
    expect(isFolderNameOf('20260105_0530_b5fa6c4653db', 'b5fa6c4653db')).toBe(true)
    expect(isFolderNameOf('20260105_0530_b5fa6c4653db_add_exercises', 'b5fa')).toBe(false)
    expect(isFolderNameOf('20260105_0530_my_id_and_more', 'my_id')).toBe(true)
    expect(isFolderNameOf('notes')).toBe(false)
  })
})
