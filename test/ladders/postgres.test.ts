import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgres } from '../../compiler/dialects/postgres/postgres.ts'
import { diff } from '../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA, type Schema } from '../../compiler/schema/schema.ts'
import { describeStep } from '../../compiler/steps/describe.ts'
import { loadProject } from '../../language/load.ts'
import { printSchema } from '../../language/print/schema.ts'
import { pgliteEngine } from '../engines/pglite.ts'
import type { TestEngine } from '../engines/test-engine.ts'
import { readDifferences, unexplained } from '../examples/corpora/explained.ts'
import { compareFacts, type Facts } from '../examples/corpora/facts.ts'
import { lookAtPostgres } from '../examples/corpora/look-at-postgres.ts'
import { ladderNames, readLadder } from './read-ladder.ts'

const rungs = readLadder('postgres.ladder')

test('every feature of the ladder has its rung, and no other', () => {
  expect(rungs.map(({ name }) => name).sort()).toEqual([...ladderNames('postgres.names')].sort())
})

let engine: TestEngine
beforeAll(async () => {
  engine = await pgliteEngine()
})
afterAll(() => engine.close())

test.each(rungs.map(rung => [rung.name, rung] as const))('%s', async (_, { sql, mig, differs }) => {
  const theirs = await on(() => engine.exec(sql))
  const ours = await made(read(mig))
  expect(unexplained(compareFacts(theirs.looked, ours.looked), readDifferences(differs))).toEqual([])
  expect(diff(theirs.schema, ours.schema).map(describeStep)).toEqual([])
  const again = await made(read(printSchema(theirs.schema)))
  expect(unexplained(compareFacts(theirs.looked, again.looked), readDifferences(differs))).toEqual([])
})

/** A text without a word against it. */
function read(mig: string): Schema {
  const text = `project p { targets postgres 15 }\n${mig}`
  const { schema, diagnostics } = loadProject('/p/schema.mig', path => (path === '/p/schema.mig' ? text : undefined))
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([])
  return schema
}

interface Seen {
  readonly schema: Schema
  readonly looked: Facts
}

function made(schema: Schema): Promise<Seen> {
  return on(() => engine.run(postgres.render(diff(EMPTY_SCHEMA, schema), EMPTY_SCHEMA)))
}

async function on(fill: () => Promise<void>): Promise<Seen> {
  await engine.fresh()
  await fill()
  const looked = await lookAtPostgres(engine.query)
  return { schema: await postgres.inspect(engine.query), looked: new Map([...looked].map(withoutBlanks)) }
}

/** Blank space around the body of a function means nothing. */
function withoutBlanks([key, value]: readonly [string, string]): readonly [string, string] {
  return [key, value.replace(/(?<=AS \$(?:function|procedure)\$)\s+|\s+(?=\$(?:function|procedure)\$)/g, '')]
}
