import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { ROOMS, roomOf } from './layers/rooms.ts'
import { type SourceFile, sourceFiles } from './layers/source-file.ts'

const rooms = sourceFiles('compiler', 'language', 'database', 'cli', 'editors', 'run.ts', 'index.ts')
const all = [...rooms, ...sourceFiles('test', 'bench', 'scripts')]

test('every file stands in a room', () => {
  expect(rooms.filter(file => roomOf(file.path) === undefined).map(file => file.path)).toEqual([])
})

test('imports go one way', () => {
  const wrong = rooms.flatMap(file => file.files.filter(target => !mayImport(file.path, target)).map(arrow(file)))
  expect(wrong).toEqual([])
})

test('a package is imported only where its room allows it', () => {
  const allowed = (file: SourceFile, name: string) => ROOMS[roomOf(file.path)!]!.packages.some(rule => rule.test(name))
  const wrong = rooms.flatMap(file => file.packages.filter(name => !allowed(file, name)).map(arrow(file)))
  expect(wrong).toEqual([])
})

test('no file imports itself, not even through others', () => {
  expect(findCycle(rooms)).toBeUndefined()
})

test('no barrel files', () => {
  const barrel = (file: SourceFile) =>
    file.path !== 'index.ts' && statements(file.text).every(line => /^(export|import)\b.*\bfrom\b/.test(line))
  expect(rooms.filter(barrel).map(file => file.path)).toEqual([])
})

test('no file has more than 350 lines', () => {
  const long = all.filter(file => file.text.split('\n').length > 351)
  expect(long.map(file => file.path)).toEqual([])
})

test('no file is named after nothing', () => {
  const spelling = /^compiler\/dialects\/\w+\/types\.ts$/
  const vague = all.filter(
    ({ path }) => /^(utils?|common|helpers?|types|misc)\.ts$/.test(basename(path)) && !spelling.test(path),
  )
  expect(vague.map(file => file.path)).toEqual([])
})

test.each([
  [
    'work that is left',
    all,
    new RegExp(`\\b(${['TO', 'FIX', 'XX'].map((start, i) => start + ['DO', 'ME', 'X'][i]).join('|')})\\b`),
  ],
  ['tests that do not run', all, new RegExp(`\\.${'(skip|only|todo)'}\\(`)],
  ['the locale', all, new RegExp(`\\blocale${'Compare'}\\b|\\btoLocale[A-Z]`)],
  ['silenced type errors', all, new RegExp(`@ts-${'(ignore|expect-error|nocheck)'}`)],
  ['printing', rooms.filter(file => !file.path.startsWith('cli/')), /\bconsole\.|\bprocess\.(stdout|stderr|exit)\b/],
  ['the clock', rooms.filter(file => !file.path.startsWith('cli/')), /\bDate\.now\(|new Date\(\)|\bMath\.random\(/],
])('no source has %s', (_, files, pattern) => {
  const found = files.flatMap(file =>
    file.text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1} ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})

function mayImport(from: string, to: string): boolean {
  const source = roomOf(from)!
  const target = roomOf(to)
  return target !== undefined && (target === source || ROOMS[source]!.imports.includes(target))
}

function arrow(file: SourceFile): (target: string) => string {
  return target => `${file.path} -> ${target}`
}

function statements(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/\{[^}]*\}/g, '{}')
  return code.split('\n').filter(line => line.trim() !== '')
}

/** The first chain of imports that comes back to where it began. */
function findCycle(files: readonly SourceFile[]): readonly string[] | undefined {
  const imports = new Map(files.map(file => [file.path, file.files]))
  const done = new Set<string>()
  const visit = (path: string, chain: readonly string[]): readonly string[] | undefined => {
    if (chain.includes(path)) return [...chain.slice(chain.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const next of imports.get(path) ?? []) {
      const cycle = visit(next, [...chain, path])
      if (cycle) return cycle
    }
    done.add(path)
    return undefined
  }
  for (const file of files) {
    const cycle = visit(file.path, [])
    if (cycle) return cycle
  }
  return undefined
}
