import { describe, expect, test } from 'vitest'
import type { Options } from '../../cli/command.ts'
import { colors, wantsColor } from '../../cli/output/colors.ts'
import { formatProblems } from '../../cli/output/formats.ts'
import { isShown } from '../../cli/output/is-shown.ts'
import { countProblems, printProblem } from '../../cli/output/print-problem.ts'
import type { Problem } from '../../cli/output/problem.ts'

const plain = colors(false)

function problem(source: string, column: number, endColumn?: number): Problem {
  const place = { file: 'schema.mig', line: 12, column, source, ...(endColumn === undefined ? {} : { endColumn }) }
  return { code: 'MIG101', severity: 'error', message: 'Unknown type txt.', remedy: 'Write text,\nor int.', place }
}

describe('a problem for people', () => {
  test('has its place, its line, a mark under the word, the code and the remedy', () => {
    expect(printProblem(problem('  email txt unique', 9, 12), plain)).toBe(
      [
        'schema.mig:12:9: error MIG101: Unknown type txt.',
        '  12 |   email txt unique',
        '     |         ^^^',
        '  → Write text,',
        '    or int.',
      ].join('\n'),
    )
  })

  test.each([
    ['a tab stays a tab', '\temail txt', 8, 11, '\t      ^^^'],
    ['wide signs take two columns', '  名前 txt', 6, 9, '       ^^^'],
    ['a letter with an accent beside it takes one', '  e\u0301a txt', 7, 10, '     ^^^'],
    ['nothing to mark is marked once', '  email', 8, 8, '       ^'],
  ])('%s', (_, source, column, endColumn, mark) => {
    expect(
      printProblem(problem(source, column, endColumn), plain)
        .split('\n')[2]!
        .slice('     | '.length),
    ).toBe(mark)
  })

  test('without a place is one sentence and its remedy', () => {
    const { place: _, ...placeless } = problem('', 1)
    expect(printProblem({ ...placeless, severity: 'warning' }, plain)).toMatch(
      /^warning MIG101: Unknown type txt\.\n {2}→/,
    )
  })

  test('are counted by how bad they are', () => {
    const one = problem('', 1)
    expect(countProblems([one, { ...one, severity: 'warning' }, one])).toBe('2 errors and 1 warning')
    const note: Problem = { ...one, severity: 'note' }
    expect(countProblems([one, note, { ...one, severity: 'warning' }, note])).toBe('1 error, 1 warning and 2 notes')
    expect(countProblems([note])).toBe('1 note')
    expect(countProblems([])).toBe('')
  })

  test('are shown by how bad they are, and by what was asked for', () => {
    const one = problem('', 1)
    const all: readonly Problem[] = [
      one,
      { ...one, severity: 'warning' },
      { ...one, severity: 'note' },
      { ...one, severity: 'note', settled: true },
    ]
    const shown = (options: Options) => all.filter(item => isShown(item, options)).length
    expect([shown({}), shown({ verbose: true }), shown({ quiet: true })]).toEqual([3, 4, 1])
  })
})

describe('colours', () => {
  test('are on only where they are wanted', () => {
    expect(wantsColor(true, {}, false)).toBe(true)
    expect(wantsColor(false, {}, false)).toBe(false)
    expect(wantsColor(true, { NO_COLOR: '1' }, false)).toBe(false)
    expect(wantsColor(true, { TERM: 'dumb' }, false)).toBe(false)
    expect(wantsColor(true, {}, true)).toBe(false)
    expect(colors(true).red('x')).toBe('\u001b[31mx\u001b[0m')
  })
})

describe('formats of other programs', () => {
  test('github: what has a meaning there is escaped', () => {
    const odd = { ...problem('', 3, 6), message: '100% of\r\nrows', remedy: '' }
    const place = { ...odd.place!, file: 'a,b:c.mig' }
    expect(formatProblems([{ ...odd, place }], 'github')).toBe(
      '::error file=a%2Cb%3Ac.mig,line=12,col=3,endColumn=5,title=MIG101::100%25 of%0D%0Arows',
    )
  })

  test('sarif: a log with a rule for each code and a place for each result', () => {
    const log = JSON.parse(formatProblems([problem('', 9, 12), { ...problem('', 1), severity: 'note' }], 'sarif'))
    expect(log.version).toBe('2.1.0')
    expect(log.runs[0].tool.driver.rules).toEqual([{ id: 'MIG101' }])
    expect(log.runs[0].results.map((result: { level: string }) => result.level)).toEqual(['error', 'note'])
    expect(log.runs[0].results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'schema.mig' },
      region: { startLine: 12, startColumn: 9, endColumn: 12 },
    })
  })
})
