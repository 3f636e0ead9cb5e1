import { expect, test } from 'vitest'
import { briefly, loadText, PROJECT } from './load-text.ts'

const table = (name: string, ...lines: readonly string[]) =>
  `table ${name} {\n  id int primary\n${lines.map(line => `  ${line}\n`).join('')}}\n`

test('a file that is imported whole belongs to the project, with all that it imports', () => {
  const loaded = loadText(`${PROJECT}import './b/c.mig'\n${table('a', 'c_id int -> c')}`, {
    '/p/b/c.mig': `import '../d.mig'\n${table('c', 'd_id int -> d', 'a_id int -> a')}`,
    '/p/d.mig': table('d'),
  })
  expect(briefly(loaded)).toEqual([])
  expect([...loaded.schema.tables.keys()]).toEqual(['a', 'c', 'd'])
  expect(loaded.files.map(({ parsed }) => parsed.file)).toEqual(['/p/schema.mig', '/p/b/c.mig', '/p/d.mig'])
})

test('a file that is imported by several is read once', () => {
  let reads = 0
  const files: Readonly<Record<string, string>> = {
    '/p/a.mig': "import './c.mig'\n",
    '/p/b.mig': "import './c.mig'\n",
    '/p/c.mig': table('c'),
  }
  const loaded = loadText(`${PROJECT}import './a.mig'\nimport './b.mig'\nimport './c.mig'\n`, {
    ...files,
    get '/p/c.mig'() {
      reads++
      return files['/p/c.mig']!
    },
  })
  expect(briefly(loaded)).toEqual([])
  expect([...loaded.schema.tables.keys()]).toEqual(['c'])
  expect(reads).toBe(1)
})

test('named imports take only these names; a mixin still sees the rest of its file', () => {
  const loaded = loadText(
    `${PROJECT}import { owned, status } from './s.mig'\n${table('a', 'include owned', 's status')}`,
    {
      '/p/s.mig': `type label = text, postgres citext\nmixin named {\n  n label\n}\nmixin owned {\n  include named\n}\nenum status {\n  x\n}\n${table('left')}`,
    },
  )
  expect(briefly(loaded)).toEqual([])
  expect([...loaded.schema.tables.keys()]).toEqual(['a'])
  expect(loaded.schema.tables.get('a')?.columns[1]).toMatchObject({ name: 'n', type: { postgres: { name: 'citext' } } })
  expect([...loaded.schema.enums.keys()]).toEqual(['status'])
})

test('what is declared but not imported is named', () => {
  const loaded = loadText(`${PROJECT}import { a, nothing } from './s.mig'\n`, {
    '/p/s.mig': `enum status {\n  x\n}\n${table('a', 's status', 'b_id int -> b')}${table('b')}`,
  })
  expect(briefly(loaded)).toEqual([
    '2:13 MIG112 ./s.mig declares nothing called `nothing`.',
    '6:5 MIG112 `status` is declared in s.mig, but it is not imported.',
    '7:15 MIG112 `b` is declared in s.mig, but it is not imported.',
  ])
})

test('a file that is not there is an error at the import', () => {
  const loaded = loadText(`${PROJECT}import './no.mig'\nimport { x } from './no.mig'\n`)
  expect(briefly(loaded)).toEqual([
    '2:8 MIG110 There is no file ./no.mig beside this one.',
    '3:19 MIG110 There is no file ./no.mig beside this one.',
  ])
})

test('files that import each other are an error where the circle closes', () => {
  const loaded = loadText(`${PROJECT}import './a.mig'\n`, {
    '/p/a.mig': "import './b.mig'\n",
    '/p/b.mig': `import './a.mig'\n${table('b')}`,
  })
  expect(loaded.diagnostics.map(({ file, code, message }) => [file, code, message])).toEqual([
    ['/p/b.mig', 'MIG111', 'This import closes a circle: a.mig → b.mig → a.mig.'],
  ])
  expect([...loaded.schema.tables.keys()]).toEqual(['b'])
})

test('a diamond of imports is no circle, however deep', () => {
  const others: Record<string, string> = {}
  for (let level = 0; level < 40; level++)
    for (const side of 'lr')
      others[`/p/${side}${level}.mig`] = `import './l${level + 1}.mig'\nimport './r${level + 1}.mig'\n`
  others['/p/l40.mig'] = table('deep')
  others['/p/r40.mig'] = ''
  const loaded = loadText(`${PROJECT}import './l0.mig'\nimport './r0.mig'\n`, others)
  expect(briefly(loaded)).toEqual([])
  expect([...loaded.schema.tables.keys()]).toEqual(['deep'])
})

test('one name in two files is an error in the second', () => {
  const loaded = loadText(`${PROJECT}import './b.mig'\n${table('a')}`, { '/p/b.mig': table('a') })
  expect(loaded.diagnostics.map(({ file, code }) => [file, code])).toEqual([['/p/b.mig', 'MIG123']])
})

test('the project block stands once, in the main file', () => {
  expect(briefly(loadText(table('a')))).toEqual(['1:1 MIG113 This file has no project block.'])
  expect(briefly(loadText('project p {\n}\n'))).toEqual(['1:9 MIG113 The project has no targets.'])
  const loaded = loadText(`${PROJECT}import './b.mig'\n`, { '/p/b.mig': 'project q { targets sqlite }\n' })
  expect(briefly(loaded)).toEqual([
    '1:9 MIG113 The project block stands once, in the file that the tool is started on.',
  ])
  expect(loaded.project.name).toBe('p')
})

test('all that a project block can say', () => {
  const { project, diagnostics } = loadText(
    "project p {\n  targets sqlite 3.38.1,\n    postgres\n  migrations '../m'\n  database postgres env DB\n  database sqlite 'sqlite:x.db'\n  default_schema app\n}\n",
  )
  expect(diagnostics).toEqual([])
  expect(project).toEqual({
    name: 'p',
    file: '/p/schema.mig',
    targets: [{ dialect: 'sqlite', version: '3.38.1' }, { dialect: 'postgres' }],
    migrations: '/m',
    databases: [
      { dialect: 'postgres', env: 'DB' },
      { dialect: 'sqlite', url: 'sqlite:x.db' },
    ],
    defaultSchema: 'app',
  })
})
