import { describe, expect, test } from 'vitest'
import { type Case, complete, expectLabels, labels } from './complete.ts'

describe('completion of the project block', () => {
  const CASES: readonly Case[] = [
    ['/*\nproject\n*/\n<>', { first: ['project', 'table'] }],
    ['project p {\n  <>\n}', { first: ['targets'], has: ['migrations', 'database', 'default_schema'] }],
    ['project p {\n  targets <>\n}', { only: ['postgres', 'sqlite'] }],
    ['project p {\n  targets postgres 14, <>\n}', { only: ['sqlite'] }],
    ['project p {\n  targets postgres <>\n}', { first: ['18', '17'] }],
    ['project p {\n  targets sqlite <>\n}', { has: ['3.38'] }],
    ['project p {\n  targets sqlite\n  database <>\n}', { only: ['sqlite'] }],
    ['project p {\n  targets sqlite\n  database sqlite <>\n}', { only: ["'sqlite:./dev.db'", 'env'] }],
    ['project p {\n  targets sqlite\n  database sqlite env <>\n}', { only: ['DATABASE_URL'] }],
    ['project p {\n  migrations <>\n}', { only: ["'./migrations'"] }],
    ['project p {\n  default_schema <>\n}\nschema app', { only: ['app', 'public'] }],
  ]
  test.each(CASES)('%j', (text, expected) => {
    const bare = (written: string) => complete({ 'schema.mig': written })
    expectLabels(labels(bare(text)), expected)
    expectLabels(labels(bare(text.replace(/<>[^\n]*/, '<>'))), expected)
  })

  test('only what the targets have is offered', () => {
    const one = 'project p {\n  targets sqlite 3.38\n}\ntable a {\n'
    expectLabels(labels(complete(`${one}  x <>`)), { not: ['inet', 'postgres', 'sqlite'] })
    expectLabels(labels(complete(`${one}  x int <>`)), { not: ['only postgres', 'only sqlite'] })
    expectLabels(labels(complete(`${one}  x int\n  index (x) <>`)), {
      has: ['where'],
      not: ['using', 'include', 'with'],
    })
    expect(complete(`${one}  x <>`)[0]!.detail).toBe('SQLite INTEGER')
  })
})

describe('completion of imports', () => {
  const FILES = ['/project/schema.mig', '/project/billing.mig', '/project/more/x.mig', '/project/shared.mig']
  const client = { files: () => FILES }
  const shared =
    'mixin owned {\n  owner text\n}\n\n/// Things.\ntable things {\n  id int primary\n}\nenum "odd kind" {\n  a\n}\n'

  test('paths of the files beside', () => {
    const items = complete('import <>', undefined, client)
    expectLabels(labels(items), { first: ['./billing.mig', './shared.mig', './more/x.mig'], not: ['./schema.mig'] })
    expect(items[0]!.textEdit!.newText).toBe("'./billing.mig'")
    expect(complete("import './bi<>'", undefined, client)[0]!.textEdit!.newText).toBe('./billing.mig')
    expectLabels(labels(complete("import '<>", undefined, client)), { first: ['./billing.mig'] })
    expectLabels(labels(complete("import './billing.mig'\nimport '<>'", undefined, client)), {
      first: ['./shared.mig'],
    })
    expect(complete("import './x<>'")).toEqual([])
  })

  test('paths of the folders above that are typed', () => {
    const asked: string[] = []
    const files = (folder: string) => {
      asked.push(folder)
      return ['/other.mig']
    }
    const items = complete("import '../<>'", undefined, { files })
    expect(asked).toEqual(['/'])
    expect(labels(items)).toEqual(['../other.mig'])
  })

  test('names that the file declares', () => {
    const text = {
      'schema.mig': "project p {\n  targets sqlite\n}\nimport { <> } from './shared.mig'\n",
      'shared.mig': shared,
    }
    const items = complete(text)
    expect(labels(items)).toEqual(['owned', 'things', 'odd kind'])
    expect(items[2]!.textEdit!.newText).toBe('"odd kind"')
    expect(items[1]!.documentation).toMatchObject({ value: 'Things.' })
    const second = text['schema.mig'].replace('<>', 'things, <>')
    expect(labels(complete({ ...text, 'schema.mig': second }))).toEqual(['owned', 'odd kind'])
    const lines = text['schema.mig'].replace('{ <> }', '{\n  things,\n  <>\n}')
    expect(labels(complete({ ...text, 'schema.mig': lines }))).toEqual(['owned', 'odd kind'])
  })
})
