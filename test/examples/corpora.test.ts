import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { dialects } from '../../compiler/dialects/dialects.ts'
import { diff } from '../../compiler/diff/diff.ts'
import { schemaAt } from '../../compiler/revisions/fold.ts'
import { readMigrations } from '../../compiler/revisions/folder.ts'
import { loadGraph } from '../../compiler/revisions/graph.ts'
import { loadProject } from '../../language/load.ts'
import { parseRevision } from '../../language/parse-revision.ts'
import { pgliteEngine } from '../engines/pglite.ts'
import { postgresEngine } from '../engines/postgres.ts'
import { sqliteEngine } from '../engines/sqlite.ts'
import type { TestEngine } from '../engines/test-engine.ts'
import { readDifferences, unexplained } from './corpora/explained.ts'
import { compareFacts, type Facts, factsOf } from './corpora/facts.ts'
import { lookAtPostgres } from './corpora/look-at-postgres.ts'
import { lookAtSqlite } from './corpora/look-at-sqlite.ts'
import { schemaFacts } from './corpora/schema-facts.ts'
import { translateChinook } from './corpora/translate-chinook.ts'

const EXAMPLES = resolve(import.meta.dirname, '../../examples')

interface Corpus {
  readonly example: string
  readonly original: string
  readonly start: () => Promise<TestEngine>
  /** Gives the original the names of the example, where those cannot be the same. */
  readonly translate?: (sql: string) => string
}

const CORPORA: readonly (readonly [string, Corpus])[] = [
  ['sakila on sqlite', { example: 'sakila', original: 'original.sql', start: () => sqliteEngine('file') }],
  [
    'chinook on sqlite',
    {
      example: 'chinook',
      original: 'original.sqlite.sql',
      start: () => sqliteEngine('file'),
      translate: translateChinook,
    },
  ],
  ['pagila on pglite', { example: 'pagila', original: 'original.sql', start: pgliteEngine }],
  ['pagila on postgres 18', { example: 'pagila', original: 'original.sql', start: () => postgresEngine(18) }],
  ['chinook on pglite', { example: 'chinook', original: 'original.postgres.sql', start: pgliteEngine }],
  [
    'chinook on postgres 18',
    { example: 'chinook', original: 'original.postgres.sql', start: () => postgresEngine(18) },
  ],
]

test.each(CORPORA)('the first revision of %s makes the original, but for what its page explains', async (_, corpus) => {
  const original = await seen(corpus, engine => engine.exec(originalSql(corpus)))
  const here = await seen(corpus, engine => runFirst(engine, corpus.example))
  const found = compareFacts(original, here)
  const page = join(EXAMPLES, corpus.example, `differences.${here.get('dialect')}.md`)
  const known = existsSync(page) ? readDifferences(readFileSync(page, 'utf8')) : []
  expect(unexplained(found, known)).toEqual([])
})

test.each(['sakila', 'chinook', 'pagila'])('the revisions of %s make what its files say', example => {
  const loaded = loadProject(join(EXAMPLES, example, 'schema.mig'))
  expect(loaded.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
  const { revisions } = readMigrations(join(EXAMPLES, example, 'migrations'), parseRevision)
  expect(revisions).toHaveLength(2)
  const byId = new Map(revisions.map(stored => [stored.revision.id, stored]))
  const graph = loadGraph(revisions.map(({ revision }) => revision))
  const made = schemaAt(graph, byId, [revisions[1]!.revision.id])
  expect(diff(made, loaded.schema)).toEqual([])
})

function originalSql({ example, original, translate = sql => sql }: Corpus): string {
  return translate(readFileSync(join(EXAMPLES, example, original), 'utf8'))
}

/** Everything that can be seen in an empty database after something was done to it: by `inspect`, and by the database's own words. */
async function seen({ start }: Corpus, fill: (engine: TestEngine) => Promise<void>): Promise<Facts> {
  const engine = await start()
  await engine.fresh()
  await fill(engine)
  if (engine.dialect === 'postgres') await engine.exec('reset all; set search_path = public')
  const inspected = schemaFacts(await dialects[engine.dialect].inspect(engine.query))
  const looked = await (engine.dialect === 'sqlite' ? lookAtSqlite : lookAtPostgres)(engine.query)
  await engine.close()
  return factsOf([
    ['dialect', engine.dialect],
    ...[...inspected].map(([key, value]) => [`inspect ${key}`, value] as const),
    ...looked,
  ])
}

async function runFirst(engine: TestEngine, example: string): Promise<void> {
  const { revisions } = readMigrations(join(EXAMPLES, example, 'migrations'), parseRevision)
  const first = revisions.find(({ revision }) => revision.parents.length === 0)!
  await engine.exec(
    readFileSync(join(EXAMPLES, example, 'migrations', first.folder, `${engine.dialect}.up.sql`), 'utf8'),
  )
}
