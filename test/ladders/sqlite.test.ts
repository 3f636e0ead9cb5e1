import { afterAll, beforeAll, expect, test } from 'vitest'
import { alignNames } from '../../compiler/dialects/sqlite/align-names.ts'
import { sqlite } from '../../compiler/dialects/sqlite/sqlite.ts'
import { diff } from '../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA, type Schema } from '../../compiler/schema/schema.ts'
import { describeStep } from '../../compiler/steps/describe.ts'
import { loadProject } from '../../language/load.ts'
import { printSchema } from '../../language/print/schema.ts'
import { sqliteEngine } from '../engines/sqlite.ts'
import type { TestEngine } from '../engines/test-engine.ts'
import { readDifferences, unexplained } from '../examples/corpora/explained.ts'
import { compareFacts, type Facts, factsOf } from '../examples/corpora/facts.ts'
import { lookAtSqlite } from '../examples/corpora/look-at-sqlite.ts'
import { ladderNames, readLadder } from './read-ladder.ts'

const rungs = readLadder('sqlite.ladder')

test('every feature of the ladder has its rung, and no other', () => {
  expect(rungs.map(({ name }) => name).sort()).toEqual([...ladderNames('sqlite.names')].sort())
})

let engine: TestEngine
beforeAll(async () => {
  engine = await sqliteEngine()
})
afterAll(() => engine.close())

test.each(rungs.map(rung => [rung.name, rung] as const))('%s', async (_, { sql, mig, differs }) => {
  const wanted = read(mig)
  const theirs = await on(async () => engine.exec(sql))
  expect(distance(theirs.schema, wanted)).toEqual([])
  const printed = read(printSchema(theirs.schema))
  expect(distance(theirs.schema, printed)).toEqual([])
  const ours = await on(async () => engine.run(sqlite.render(diff(EMPTY_SCHEMA, wanted), EMPTY_SCHEMA)))
  expect(distance(ours.schema, wanted)).toEqual([])
  expect(unexplained(compareFacts(meant(theirs), meant(ours)), readDifferences(differs))).toEqual([])
})

/** A text without a word against it. */
function read(mig: string): Schema {
  const text = `project p { targets sqlite 3.38 }\n${mig}`
  const { schema, diagnostics } = loadProject('/p/schema.mig', path => (path === '/p/schema.mig' ? text : undefined))
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([])
  return schema
}

interface Seen {
  readonly schema: Schema
  readonly looked: Facts
}

async function on(fill: () => Promise<void>): Promise<Seen> {
  await engine.fresh()
  await fill()
  return { schema: await sqlite.inspect(engine.query), looked: await lookAtSqlite(engine.query) }
}

/** What SQLite shows, without made names of keys, and with a NOT NULL for what cannot be NULL as the rowid or in a table without one. */
function meant({ looked, schema }: Seen): Facts {
  const neverNull = new Set(
    [...schema.tables.values()].flatMap(({ name, columns, constraints }) => {
      const key = constraints.find(({ kind }) => kind === 'primary')
      const columnsOfKey = key?.kind === 'primary' ? key.columns : []
      return columns
        .filter(column => !column.nullable && columnsOfKey.includes(column.name))
        .map(column => [name.name, column.name].join('\0'))
    }),
  )
  return factsOf(
    [...looked].map(([key, value]) => {
      const [, table, column] = /^table (.*), (?:text of )?column (.*)$/.exec(key) ?? []
      const said = neverNull.has([table, column].join('\0'))
        ? value.replace('notnull 0', 'notnull 1').replace(/(?<! not null)$/, key.includes('text') ? ' not null' : '')
        : value
      return [key.replace(/text constraint \S+_(?:pkey|key|fkey|check\d*) /, 'text '), said]
    }),
  )
}

/** The steps that lead from what a database holds to what a text wants. */
function distance(live: Schema, wanted: Schema): readonly string[] {
  const projected = sqlite.project(wanted)
  return diff(alignNames(live, projected), projected).map(describeStep)
}
