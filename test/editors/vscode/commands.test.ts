import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { URI } from 'langium'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Desk, DeskOptions } from './stand-in/desk.ts'
import { openDocument } from './stand-in/documents.ts'
import type { FakeMig } from './stand-in/fake-mig.ts'
import { Bench, callsOf } from './stand-in/started.ts'

const bench = new Bench()
const TWO = 'project p {\n  targets postgres 14, // why\n    sqlite\n}\n'
beforeAll(() => bench.build())
afterEach(() => bench.deactivate())
afterAll(() => bench.remove())

async function start(behaviour: FakeMig = {}, options: Partial<DeskOptions> = {}): Promise<Desk> {
  bench.begin({ 'schema.mig': TWO }, behaviour)
  const path = join(bench.workspace, 'schema.mig')
  const desk = bench.activate({ open: [path], ...options })
  await vi.waitFor(() => expect(callsOf(bench.bundled).map(call => call.method)).toContain('initialized'), 10_000)
  await vi.waitFor(() => expect([...desk.commands.keys()]).toContain('mig.open'))
  return desk
}

const run = (desk: Desk, name: string, ...given: unknown[]) => desk.commands.get(`mig.${name}`)!(...given)
const commandsOf = () => callsOf(bench.bundled).filter(call => call.words !== undefined && call.words[0] !== 'lsp')
const uri = (name: string) => pathToFileURL(join(bench.workspace, name)).href
const planned = { state: 'planned', steps: 0, heads: 1, hazards: 0 }

test('the commands of the extension, and those of the server', async () => {
  const desk = await start()
  expect([...desk.commands.keys()].sort()).toEqual(
    ['mig.check', 'mig.compile', 'mig.format', 'mig.open', 'mig.restart', 'mig.showPendingSql'].sort(),
  )
})

describe('Mig: Compile', () => {
  const steps = [{ text: 'create table users' }, { text: 'create index users_by_name' }]
  const written = { id: 'abc', path: 'migrations/2026_abc_first', parents: [], steps, hazards: [] }

  test('asks for the message, runs the mig that serves, shows the revision', async () => {
    const desk = await start({ answers: { compile: { written, rendered: [] } } })
    bench.write('migrations/2026_abc_first/revision.mig', "revision abc 'first'\n")
    desk.answers.set('Mig: Compile', ' first "tables" ')
    await run(desk, 'compile')
    const project = join(bench.workspace, 'schema.mig')
    expect(commandsOf()).toMatchObject([
      {
        words: ['compile', '--message=first "tables"', '--project', project, '--json'],
        cwd: bench.workspace,
        asNode: '1',
      },
    ])
    expect(desk.shown.at(-1)!.document.fileName).toBe(join(bench.workspace, 'migrations/2026_abc_first/revision.mig'))
    expect(desk.messages).toEqual([
      { kind: 'information', text: 'Wrote migrations/2026_abc_first with 2 steps.', choices: [] },
    ])
    expect(desk.outputs[0]!.lines).toContain('info   create table users')
  })

  test('leaves the message to mig where none is given, and does nothing when it is called off', async () => {
    const desk = await start({ answers: { compile: { written: null, rendered: [] } } })
    await run(desk, 'compile')
    expect(commandsOf()).toEqual([])
    desk.answers.set('Mig: Compile', '')
    await run(desk, 'compile')
    expect(commandsOf()[0]!.words!.slice(0, 2)).toEqual(['compile', '--project'])
    expect(desk.messages.map(({ text }) => text)).toEqual(['Nothing to do: the schema is what the revisions say.'])
  })

  test('saves what is open first', async () => {
    const desk = await start({ answers: { compile: { written: null, rendered: ['a/sqlite.up.sql'] } } })
    const dirty = openDocument(URI.file(join(bench.workspace, 'schema.mig')), TWO, true)
    desk.documents.push(dirty)
    desk.answers.set('Mig: Compile', 'x')
    await run(desk, 'compile')
    expect(dirty.saved).toBe(1)
    expect(desk.messages.map(({ text }) => text)).toEqual(['Rendered a/sqlite.up.sql.'])
  })

  test('says why nothing was written, and leads to the problems', async () => {
    const problem = {
      code: 'MIG204',
      severity: 'error',
      message: 'Rows have no value.',
      file: 'schema.mig',
      line: 3,
      column: 5,
      remedy: 'Add backfill.',
    }
    const error = {
      code: 'MIG204',
      message: '1 error in the change.',
      remedy: 'Mend it.\nOr allow it.',
      problems: [problem],
    }
    const desk = await start({ answers: { compile: { error } } })
    desk.answers.set('Mig: Compile', 'x').set('error', 'Show problems')
    await run(desk, 'compile')
    expect(desk.messages).toEqual([
      {
        kind: 'error',
        text: 'Nothing was written. 1 error in the change. Mend it.',
        choices: ['Show problems', 'Show log'],
      },
    ])
    await vi.waitFor(() => expect(desk.ran).toEqual(['workbench.actions.view.problems']))
    expect(desk.outputs[0]!.lines).toContain(
      `error ${join(bench.workspace, 'schema.mig')}:3:5: error MIG204: Rows have no value. → Add backfill.`,
    )
  })

  test('says what a mig says that gives no answer', async () => {
    const desk = await start()
    desk.answers.set('Mig: Compile', 'x')
    await run(desk, 'compile')
    expect(desk.messages[0]!.text).toBe("Nothing was written. There is no command 'compile'.")
  })
})

describe('Mig: Check', () => {
  const note = { code: 'MIG1', severity: 'warning', message: 'm', file: null, line: null, column: null, remedy: '' }
  test.each([
    [[], true, 'information', 'mig check: schema files, revisions and SQL agree.'],
    [[note, note], true, 'warning', 'mig check: 2 warnings.'],
    [[note, { ...note, severity: 'error' }], false, 'error', 'mig check: 1 error, 1 warning.'],
  ])('%#', async (problems, ok, kind, text) => {
    const desk = await start({ answers: { check: { ok, problems } } })
    await run(desk, 'check')
    expect(desk.messages).toMatchObject([{ kind, text }])
    expect(desk.outputs[0]!.lines.filter(line => line.includes('MIG1: m'))).toHaveLength(problems.length)
  })
})

test('Mig: Format formats a .mig file, and nothing else', async () => {
  const desk = await start()
  await run(desk, 'format')
  desk.activate(openDocument(URI.parse('untitled:a.txt'), 'x'))
  await run(desk, 'format')
  expect(desk.ran).toEqual(['editor.action.formatDocument'])
})

describe('Mig: Show pending SQL', () => {
  test('asks which, and opens what the server writes beside the text', async () => {
    const desk = await start()
    desk.answers.set('Pending SQL', 'SQLite, down')
    await run(desk, 'showPendingSql')
    expect(desk.picks).toEqual([
      { title: 'Pending SQL', items: ['Postgres, up', 'Postgres, down', 'SQLite, up', 'SQLite, down'] },
    ])
    await vi.waitFor(() => expect(desk.shown).toHaveLength(1))
    expect(desk.shown[0]).toMatchObject({ options: { viewColumn: -2, preserveFocus: true } })
    const { uri: shown, getText } = desk.shown[0]!.document
    expect([shown.scheme, shown.path]).toEqual(['mig-sql', join(bench.workspace, 'schema.mig/sqlite.down.sql')])
    expect(getText()).toBe(`-- ${shown.toString()}`)
  })

  test('asks nothing where there is one database', async () => {
    bench.begin()
    const desk = await start()
    const one = bench.write('other/one.mig', 'project p {\n  targets sqlite 3.38\n}\n')
    await run(desk, 'showPendingSql', pathToFileURL(one).href)
    await vi.waitFor(() => expect(desk.shown[0]!.document.uri.path).toMatch(/other\/one\.mig\/sqlite\.up\.sql$/))
    expect(desk.picks).toEqual([])
  })

  test('asks for the project where there are several, and says that there is none', async () => {
    const statuses = [
      { project: 'file:///a/schema.mig', ...planned },
      { project: 'file:///b/schema.mig', ...planned },
    ]
    const desk = await start({ statuses }, { open: [] })
    await vi.waitFor(async () => {
      await run(desk, 'showPendingSql')
      expect(desk.picks.at(-1)).toMatchObject({
        title: 'Which project?',
        items: [expect.stringContaining('a/schema.mig'), expect.stringContaining('b/schema.mig')],
      })
    })
    const empty = await start({}, { open: [], folders: [] })
    await run(empty, 'showPendingSql')
    expect(empty.messages.map(({ text }) => text)).toEqual([
      'There is no schema.mig here. "mig init" begins a project.',
    ])
  })
})

describe('the status bar', () => {
  test('follows what the server says of the open file', async () => {
    bench.begin({ 'schema.mig': TWO, 'b/schema.mig': TWO })
    const statuses = [
      { project: uri('schema.mig'), ...planned, steps: 3, hazards: 1 },
      { project: uri('b/schema.mig'), ...planned, steps: 1 },
    ]
    const desk = await start({ statuses })
    await vi.waitFor(() => expect(desk.status).toBe('$(warning) Mig: 3 pending steps, 1 hazard'))
    const item = desk.statusItems[0]!
    expect(item.backgroundColor).toMatchObject({ id: 'statusBarItem.warningBackground' })
    expect(item.command).toMatchObject({
      command: 'mig.showPendingSql',
      arguments: [URI.file(join(bench.workspace, 'schema.mig')).toString()],
    })
    bench.write('b/more.mig', '')
    desk.activate(openDocument(URI.file(join(bench.workspace, 'b/more.mig'))))
    expect(desk.status).toBe('$(database) Mig: 1 pending step')
    desk.activate(openDocument(URI.parse('untitled:x'), ''))
    expect(desk.status).toBeUndefined()
  })

  test('forgets a project that is none any more', async () => {
    const statuses = [
      { project: uri('schema.mig'), ...planned, steps: 2 },
      { project: uri('b/schema.mig'), ...planned, steps: 1 },
      { project: uri('schema.mig'), ...planned, state: 'gone' },
    ]
    const desk = await start({ statuses })
    await vi.waitFor(() => expect(desk.status).toBe('$(database) Mig: 1 pending step'))
  })

  test('a server that dies is started again, and stays dead when it is stopped', async () => {
    const desk = await start({ statuses: [{ project: uri('schema.mig'), ...planned, steps: 2 }] })
    const begun = () => callsOf(bench.bundled).filter(call => call.method === 'initialized').length
    await desk.commands.get('mig.open')!('crash')
    await vi.waitFor(() => expect(begun()).toBe(2), 10_000)
    await vi.waitFor(() => expect(desk.status).toBe('$(database) Mig: 2 pending steps'))
    await run(desk, 'restart')
    await vi.waitFor(() => expect(begun()).toBe(3), 10_000)
    await bench.deactivate()
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(begun()).toBe(3)
    expect(callsOf(bench.bundled).filter(call => call.method === 'exit')).toHaveLength(2)
    expect(desk.status).toBeUndefined()
  })
})
