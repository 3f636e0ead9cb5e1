import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../../language/diagnostic.ts'
import { ProjectReader } from '../../../language/editor/project-reader.ts'
import { type Loaded, loadProject } from '../../../language/load.ts'
import { ALL_CASES } from '../checks/cases/all-cases.ts'
import { readMarked } from '../checks/marked.ts'
import { arbitraryEdit, edit } from '../random-edit.ts'

const MAIN = '/p/schema.mig'
const SHOP = {
  '/p/schema.mig': readFileSync(join(import.meta.dirname, '../shop.mig'), 'utf8'),
  '/p/billing.mig': 'table invoices {\n  id int primary\n  order_id bigint -> orders\n  state order_status\n}\n',
  '/p/shared.mig': 'mixin owned {\n  owner_id bigint -> customers\n}\ntable left_out {\n  id int\n}\n',
}
const LIBRARY = folder('examples/library', ['schema', 'audit', 'catalog', 'mixins', 'people'])
/** Much of what can be wrong between files: names twice, hints, views in circles, mixins through mixins, what is not imported. */
const TANGLE = {
  '/p/schema.mig': `project p {\n  targets postgres 14, sqlite 3.38\n}\nimport './a.mig'\nimport './b.mig'\nimport { c } from './c.mig'
table users was people {\n  id int primary\n  mail text was email\n  include stamps\n  include more\n}
view v = \`select id, nothing from users join w using (id)\`\n`,
  '/p/a.mig': `mixin stamps {\n  made_at timestamptz default 'never'\n  by int? -> users\n  include more\n}
type money = decimal(12, 2)\ntype money = text\nenum state {\n  on\n  off\n  removed gone -> away\n}
view w = \`select id from v\`\ntrigger t on users {\n  postgres \`after insert execute function f()\`\n}\ndropped table users\n`,
  '/p/b.mig': `mixin more {\n  note text check \`nope > 0\`\n  kind state default broken\n  key text collate nothing\n}
table Users {\n  id int\n  include stamps\n  index users (id)\n}\ntable members was people {\n  user_id int -> users on delete set null\n  price money
  ref bigint -> hidden\n}\ntrigger t on members {\n  sqlite \`after insert begin select 1; end\`\n}\nenum users_pkey {\n  a\n}\n`,
  '/p/c.mig': `table c {\n  id int primary\n  other text -> users\n  include unknown\n}\ntable hidden {\n  id int primary\n}\nmixin unknown {\n  x int\n}\n`,
}
const PROJECTS = [SHOP, LIBRARY, TANGLE, TANGLE]

/** The declarations of all cases of the checks, each with what is wrong with it. */
const WRONG = ALL_CASES.filter(item => !item.revision && !/^\s*(?:project|import)\b/m.test(item.text)).flatMap(item =>
  readMarked(item.text.replace(/^\/\/ targets.*$/m, '')).text.split(/\n(?=[a-z]\w* [^\n]*[{=`])/),
)
/** Projects of three files with such declarations, many of which get into each other's way. */
const mixedFiles = fc
  .array(fc.array(fc.constantFrom(...WRONG), { maxLength: 12 }), { minLength: 3, maxLength: 3 })
  .map(([a, b, c]): Files => {
    const files = { '/p/a.mig': a, '/p/b.mig': b, '/p/c.mig': c }
    const texts = Object.entries(files).map(([path, declarations]) => [path, `${declarations!.join('\n')}\n`])
    const imports = Object.keys(files).map(path => `import './${path.slice(3)}'\n`)
    return {
      [MAIN]: `project p {\n  targets postgres 14, sqlite 3.36\n}\n${imports.join('')}`,
      ...Object.fromEntries(texts),
    }
  })

type Files = Readonly<Record<string, string>>

function folder(path: string, names: readonly string[]): Files {
  const read = (name: string) => readFileSync(join(import.meta.dirname, '../../..', path, `${name}.mig`), 'utf8')
  return Object.fromEntries(names.map(name => [`/p/${name}.mig`, read(name)]))
}

const editedFiles = fc.oneof(fc.constantFrom<Files>(...PROJECTS), mixedFiles).chain(files => {
  const change = fc.record({ file: fc.constantFrom(...Object.keys(files)), change: arbitraryEdit() })
  return fc.record({ files: fc.constant(files), edits: fc.array(change, { minLength: 1, maxLength: 4 }) })
})

/** All that is said of a project but for its syntax trees, with the places of all things and hints. */
function told({ project, schema, hints, sources }: Loaded): unknown {
  const place = ({ file, range }: { file: string; range: Diagnostic['range'] }) => [file, range]
  return {
    project,
    schema,
    hints: { ...hints },
    objects: [...sources.objects].map(([key, source]) => [key, ...place(source)]),
    hinted: sources.hints.map(place),
  }
}

test('the projects of this test have something to say in each file, and between them', () => {
  const codes = new Set(loadProject(MAIN, path => (TANGLE as Files)[path]).diagnostics.map(({ code }) => code))
  const expected =
    'MIG112 MIG117 MIG123 MIG124 MIG132 MIG151 MIG154 MIG155 MIG156 MIG167 MIG169 MIG170 MIG178 MIG182 MIG184 MIG185'
  expect([...codes].sort().join(' ')).toBe(`${expected} MIG187 MIG190 MIG198`)
})

test('what is told of the files in focus is what is told of them when all files are looked at', () => {
  fc.assert(
    fc.property(editedFiles, ({ files, edits }) => {
      const texts = new Map(Object.entries(files))
      const reader = new ProjectReader()
      for (const { file, change } of edits) {
        texts.set(file, edit(texts.get(file)!, change))
        const full = loadProject(MAIN, path => texts.get(path))
        for (const focus of [[file], [MAIN], Object.keys(files)]) {
          const read = reader.read(MAIN, path => texts.get(path), new Set(focus))
          expect(read.diagnostics).toEqual(full.diagnostics.filter(found => focus.includes(found.file)))
        }
      }
    }),
    { numRuns: 120 },
  )
})

test('a project that is read again is what it would be if it were read for the first time', () => {
  fc.assert(
    fc.property(editedFiles, ({ files, edits }) => {
      const texts = new Map(Object.entries(files))
      const reader = new ProjectReader()
      for (const { file, change } of edits) {
        texts.set(file, edit(texts.get(file)!, change))
        const read = reader.read(MAIN, path => texts.get(path))
        const fresh = loadProject(MAIN, path => texts.get(path))
        expect(told(read)).toEqual(told(fresh))
        expect(read.diagnostics).toEqual(fresh.diagnostics)
      }
    }),
    { numRuns: 120 },
  )
})

test('a file whose text is the same is not read twice', () => {
  const reader = new ProjectReader()
  const texts = new Map(Object.entries(SHOP))
  const read = () => reader.read(MAIN, path => texts.get(path)).files.map(({ parsed }) => parsed)
  const before = read()
  texts.set('/p/billing.mig', '')
  const after = read()
  expect(after.map((parsed, at) => parsed === before[at])).toEqual([true, false, true])
})

test('a missing file and a text that is no schema are told, not thrown', () => {
  const reader = new ProjectReader()
  expect(reader.read(MAIN, () => undefined).diagnostics.map(({ code }) => code)).toEqual(['MIG110', 'MIG113'])
  expect(reader.read(MAIN, () => '\u0000`{').diagnostics.length).toBeGreaterThan(0)
})

test('what was passed over while a text was broken is told once it is whole', () => {
  const reader = new ProjectReader()
  const files = { '/p/a.mig': 'num state {\n  on\n}\n', '/p/b.mig': 'table b {\n  id int primary\n  now state\n}\n' }
  const main = "project p {\n  targets postgres 14\n}\nimport './a.mig'\nimport './b.mig'\n"
  const codes = (a: string) =>
    reader
      .read(MAIN, path => ({ ...files, '/p/a.mig': a, [MAIN]: main })[path])
      .diagnostics.filter(({ file }) => file === '/p/b.mig')
      .map(({ code }) => code)
  expect(codes(files['/p/a.mig'])).toEqual([])
  expect(codes('')).toEqual(['MIG120'])
  expect(codes('enum state {\n  on\n}\n')).toEqual([])
})
