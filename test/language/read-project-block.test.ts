import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lightProject } from '../../language/light/light-project.ts'
import { loadProject, readProject } from '../../language/load.ts'
import { readProjectBlock } from '../../language/read-project-block.ts'

const FILE = '/shop/db/schema.mig'
const BLOCK = `project shop {
  targets postgres 14, sqlite 3.38
  migrations '../revisions'
  database postgres env SHOP_URL   // where it runs
  database sqlite 'sqlite:it''s.db'
  default_schema "my app"
}
`

test('the block gives what the whole file gives', async () => {
  const whole = `${BLOCK}\ntable t {\n  id int primary\n}\n`
  const { project, diagnostics } = await readProjectBlock(FILE, whole)
  expect(diagnostics).toEqual([])
  expect(project).toStrictEqual(loadProject(FILE, () => whole).project)
  expect(project).toStrictEqual({
    name: 'shop',
    file: FILE,
    targets: [
      { dialect: 'postgres', version: '14' },
      { dialect: 'sqlite', version: '3.38' },
    ],
    migrations: '/shop/revisions',
    databases: [
      { dialect: 'postgres', env: 'SHOP_URL' },
      { dialect: 'sqlite', url: "sqlite:it's.db" },
    ],
    defaultSchema: 'my app',
  })
})

test.each([
  ['a table that is not closed above', `table t {\n  id int\n\n${BLOCK}`],
  ['words that mean nothing below', `${BLOCK}frobnicate (\n'not closed\ntable {{{\n`],
  ['a name that is not closed above', `"oops\n${BLOCK}`],
  ['a file that is not there', `import './gone.mig'\n${BLOCK}`],
  ['another project in a comment', `/*\nproject other {\n  targets sqlite 3.40\n}\n*/\n// project third {\n${BLOCK}`],
  ['another project in SQL', `view v = \`\n  project other {\n}\n\`\n${BLOCK}`],
  ['a column of that name', `table t {\n  project int\n}\n${BLOCK}`],
  ['a byte order mark', `\ufeff${BLOCK}`],
  ['line ends of Windows', `table t {\r\n  id int\r\n}\r\n${BLOCK.replaceAll('\n', '\r\n')}`],
])('what else is wrong in the file does not matter: %s', async (_, text) => {
  const { project, diagnostics } = await readProjectBlock(FILE, text)
  expect(diagnostics).toEqual([])
  expect(project).toStrictEqual(loadProject(FILE, () => BLOCK).project)
})

test.each([
  ['a target that there is not', `\n\n${BLOCK.replace('sqlite 3.38', 'mysql 8')}`, '4:24'],
  ['no targets', `\n/* c */ project p {\n}\n`, '2:17'],
  ['a target twice', 'project p {\n  targets sqlite 3.38, sqlite 3.40\n}\n', '2:24'],
  ['no brace at the end', 'project p {\n  targets sqlite 3.38\n', '1:11'],
  ['no block', 'table t {\n  id int\n}\n', '1:1'],
])('errors in the block keep their place: %s', async (_, text, place) => {
  const { diagnostics, files } = await readProjectBlock(FILE, text)
  const [first] = diagnostics
  expect(`${first!.range.start.line + 1}:${first!.range.start.column + 1}`).toBe(place)
  const line = files[0]!.parsed.text.split('\n')[first!.range.start.line]!
  if (text !== '' && place !== '1:1') expect(text.split('\n')[first!.range.start.line]).toContain(line.trim())
})

const lines = fc.constantFrom(
  'targets postgres',
  'targets postgres 14, sqlite 3.38.1',
  'targets sqlite 3.35 ,postgres',
  'targets postgres 14,\n  sqlite 3.38',
  'targets mysql',
  'targets postgres 14beta',
  "migrations './m'",
  "migrations 'it''s /* here */'",
  "migrations E'a\\tb'",
  'migrations `x`',
  "database postgres 'postgres://u:p@h/d'",
  'database sqlite env "MY URL"',
  'database sqlite env',
  'database postgres',
  'default_schema app',
  'default_schema "a ""b"""',
  'default_schema a.b',
  '// c',
  '/* c */ targets sqlite',
  'targets sqlite // c',
  '/* a\n */',
  'frobnicate',
  '',
)

test('what the light reader answers is what the full one says', () => {
  let surely = 0
  const name = fc.constantFrom('p', 'project', '"odd name"', 'targets', '1')
  const ends = fc.constantFrom('\n', '\n', '\r\n', ' ')
  fc.assert(
    fc.property(name, fc.array(lines, { maxLength: 5 }), ends, (project, list, end) => {
      const text = [`project ${project} {`, ...list, '}'].join(end)
      const light = lightProject(FILE, text)
      if (light === undefined) return
      surely++
      const full = readProject(FILE, () => text)
      expect(full.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(light).toStrictEqual(full.project)
    }),
    { numRuns: 2000 },
  )
  expect(surely).toBeGreaterThan(50)
})
