import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MigError } from '../../../compiler/failure.ts'
import { type ParsedRevision, readMigrations, rewriteFiles, writeRevision } from '../../../compiler/revisions/folder.ts'
import { revision } from './revision.ts'

let path: string

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'mig-folder-')), 'migrations')
})

afterEach(() => rmSync(join(path, '..'), { recursive: true, force: true }))

/** Reads `revision ID 'MESSAGE' CREATED`, as far as these tests need. */
function parse(text: string, file: string): ParsedRevision {
  const match = /^revision (\w+) '(.*)' (\S+)$/m.exec(text)
  if (match !== null)
    return { revision: revision(match[1]!, [], [], { message: match[2]!, created: match[3]! }), problems: [] }
  const problem = {
    code: 'MIG100',
    severity: 'error',
    message: 'no revision',
    remedy: 'mend it',
    file,
    line: 1,
  } as const
  return { problems: [problem] }
}

function files(id: string, message: string, created: string): Record<string, string> {
  return { 'revision.mig': `revision ${id} '${message}' ${created}\n`, 'postgres.up.sql': `-- ${id}\n` }
}

function write(id: string, message = 'add users', created = '2026-01-05T05:30:00Z'): string {
  return writeRevision(path, revision(id, [], [], { message, created }), files(id, message, created))
}

function failure(work: () => unknown): MigError {
  try {
    work()
  } catch (error) {
    if (error instanceof MigError) return error
    throw error
  }
  throw new Error('it did not fail')
}

describe('reading a migrations folder', () => {
  it('gives every revision by its time, then by its id, with its SQL', () => {
    write('bbbb', 'second')
    write('aaaa', 'second')
    write('cccc', 'first', '2025-12-31T23:59:59Z')
    const { revisions, problems } = readMigrations(path, parse)
    expect(problems).toEqual([])
    expect(revisions.map(one => one.revision.id)).toEqual(['cccc', 'aaaa', 'bbbb'])
    expect(revisions[0]!.folder).toBe('20251231_2359_cccc_first')
    expect(revisions[0]!.file).toBe(join(path, '20251231_2359_cccc_first', 'revision.mig'))
    expect(revisions[0]!.sql('postgres', 'up')).toBe('-- cccc\n')
    expect(revisions[0]!.sql('sqlite', 'up')).toBeUndefined()
  })

  it('is empty where there is no folder yet', () => {
    expect(readMigrations(path, parse)).toEqual({ revisions: [], problems: [] })
  })

  it('tells what does not belong there', () => {
    write('aaaa')
    writeFileSync(join(path, 'notes.txt'), '')
    writeFileSync(join(path, 'README.md'), '')
    writeFileSync(join(path, '.gitkeep'), '')
    writeFileSync(join(path, '20260105_0530_aaaa_add_users', 'postgre.down.sql'), '')
    mkdirSync(join(path, '20260105_0531_bbbb_lost'))
    mkdirSync(join(path, 'old'))
    const { problems } = readMigrations(path, parse)
    const told = problems.map(({ code, severity, file }) => [code, severity, file.slice(path.length + 1)])
    expect(told).toEqual([
      ['MIG330', 'warning', join('20260105_0530_aaaa_add_users', 'postgre.down.sql')],
      ['MIG331', 'error', '20260105_0531_bbbb_lost'],
      ['MIG330', 'warning', 'notes.txt'],
      ['MIG331', 'warning', 'old'],
    ])
  })

  it('passes on what the language says, and goes on with the others', () => {
    write('aaaa')
    const folder = write('bbbb')
    writeFileSync(join(folder, 'revision.mig'), 'nonsense')
    const { revisions, problems } = readMigrations(path, parse)
    expect(revisions.map(one => one.revision.id)).toEqual(['aaaa'])
    expect(problems).toMatchObject([{ code: 'MIG100', file: join(folder, 'revision.mig'), line: 1 }])
  })

  it('tells a folder whose name is that of another revision', () => {
    const folder = write('aaaa')
    writeFileSync(join(folder, 'revision.mig'), "revision bbbb 'add users' 2026-01-05T05:30:00Z\n")
    const { revisions, problems } = readMigrations(path, parse)
    expect(revisions.map(one => one.revision.id)).toEqual(['bbbb'])
    expect(problems).toMatchObject([
      { code: 'MIG335', file: folder, remedy: expect.stringContaining('20260105_0530_bbbb_add_users') },
    ])
  })

  it('tells a revision.mig that cannot be read', () => {
    const folder = write('aaaa')
    rmSync(join(folder, 'revision.mig'))
    mkdirSync(join(folder, 'revision.mig'))
    expect(readMigrations(path, parse).problems).toMatchObject([{ code: 'MIG332', severity: 'error', file: folder }])
  })

  it('fails when the folder itself cannot be listed', () => {
    writeFileSync(path, 'a file')
    expect(failure(() => readMigrations(path, parse)).code).toBe('MIG332')
  })
})

describe('writing a revision', () => {
  it('makes a folder with all its files and nothing beside it', () => {
    const folder = write('aaaa')
    expect(folder).toBe(join(path, '20260105_0530_aaaa_add_users'))
    expect(readdirSync(path)).toEqual(['20260105_0530_aaaa_add_users'])
    expect(readdirSync(folder).sort()).toEqual(['postgres.up.sql', 'revision.mig'])
    expect(readFileSync(join(folder, 'revision.mig'), 'utf8')).toBe("revision aaaa 'add users' 2026-01-05T05:30:00Z\n")
  })

  it('refuses an id that is there, under whatever message', () => {
    write('aaaa')
    const error = failure(() => write('aaaa', 'something else', '2026-02-01T00:00:00Z'))
    expect(error).toMatchObject({
      code: 'MIG333',
      exit: 1,
      message: expect.stringContaining('20260105_0530_aaaa_add_users'),
    })
    expect(readdirSync(path)).toEqual(['20260105_0530_aaaa_add_users'])
  })

  it('does not take another id for its own', () => {
    write('my_id')
    expect(write('my')).toBe(join(path, '20260105_0530_my_add_users'))
  })

  it('leaves nothing when it cannot finish', () => {
    write('aaaa')
    const broken = { 'revision.mig': 'x', 'no/such/place.sql': 'y' }
    const error = failure(() => writeRevision(path, revision('bbbb', [], []), broken))
    expect(error).toMatchObject({ code: 'MIG334', exit: 3, message: expect.stringContaining('ENOENT') })
    expect(readdirSync(path)).toEqual(['20260105_0530_aaaa_add_users'])
  })

  it('fails clearly where nothing can be written', () => {
    writeFileSync(path, 'a file')
    expect(failure(() => write('aaaa'))).toMatchObject({
      code: 'MIG334',
      message: `Nothing was written to ${path}: EEXIST.`,
    })
  })

  it('ignores what a writer that died has left, and sweeps it', () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    mkdirSync(join(path, `.mig-${dead}-bbbb`), { recursive: true })
    writeFileSync(join(path, `.mig-${dead}-bbbb`, 'revision.mig'), 'half')
    mkdirSync(join(path, `.mig-${process.ppid}-cccc`))
    expect(readMigrations(path, parse)).toEqual({ revisions: [], problems: [] })
    write('aaaa')
    expect(readdirSync(path).sort()).toEqual([`.mig-${process.ppid}-cccc`, '20260105_0530_aaaa_add_users'])
  })

  it('survives a kill at any moment', () => {
    const script = `
      import { writeRevision } from ${JSON.stringify(new URL('../../../compiler/revisions/folder.ts', import.meta.url).href)}
      const created = '2026-01-05T05:30:00Z'
      const files = { 'revision.mig': "revision aaaa 'x' " + created + '\\n' }
      for (let at = 0; at < 40; at++) files['f' + String(at).padStart(2, '0')] = 'y'.repeat(100000)
      writeRevision(process.argv[1], { id: 'aaaa', message: 'x', created, parents: [] }, files)
    `
    for (const delay of [60, 90, 120, 150, 180, 220, 260]) {
      rmSync(path, { recursive: true, force: true })
      spawnSync(process.execPath, ['--input-type=module', '-e', script, path], {
        timeout: delay,
        killSignal: 'SIGKILL',
      })
      const names = existsSync(path) ? readdirSync(path).filter(name => !name.startsWith('.')) : []
      if (names.length > 0) expect(readdirSync(join(path, names[0]!)).length).toBe(41)
      expect(readMigrations(path, parse).problems.filter(one => one.code !== 'MIG330')).toEqual([])
    }
  })
})

describe('rendering again', () => {
  it('replaces single files whole', () => {
    write('aaaa')
    rewriteFiles(path, '20260105_0530_aaaa_add_users', { 'postgres.up.sql': 'new', 'postgres.down.sql': 'more' })
    const [stored] = readMigrations(path, parse).revisions
    expect(stored!.sql('postgres', 'up')).toBe('new')
    expect(stored!.sql('postgres', 'down')).toBe('more')
    expect(readdirSync(join(path, stored!.folder)).sort()).toEqual([
      'postgres.down.sql',
      'postgres.up.sql',
      'revision.mig',
    ])
  })

  it('fails clearly when the folder is gone', () => {
    expect(failure(() => rewriteFiles(path, 'gone', { 'postgres.up.sql': '' })).code).toBe('MIG334')
  })
})
