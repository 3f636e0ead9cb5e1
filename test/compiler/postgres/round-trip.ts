import { expect } from 'vitest'
import type { Statement } from '../../../compiler/dialects/dialect.ts'
import { postgres } from '../../../compiler/dialects/postgres/postgres.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import type { Hints } from '../../../compiler/diff/hints.ts'
import { NO_HINTS } from '../../../compiler/diff/hints.ts'
import { EMPTY_SCHEMA, type Schema } from '../../../compiler/schema/schema.ts'
import { applySteps } from '../../../compiler/steps/apply.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { TestEngine } from '../../engines/test-engine.ts'

export interface Scenario {
  readonly before: Schema
  readonly after: Schema
  readonly hints?: Partial<Hints>
  /** The steps in between; those of the plan when left out. */
  readonly steps?: readonly Step[]
  /** SQL that runs before anything is created: functions. */
  readonly setup?: readonly string[]
  /** SQL that puts rows into `before`. */
  readonly rows?: readonly string[]
  /** Queries whose answers must be the same before, and after the way back. */
  readonly kept?: readonly string[]
  /** The error with which the way back stops because of the rows. */
  readonly refused?: RegExp
  /** Queries of `after` and their answers. */
  readonly answers?: Readonly<Record<string, readonly object[]>>
}

export interface Trip {
  readonly up: readonly Statement[]
  readonly down: readonly Statement[]
}

/** Up and down on a real engine; each end must look as if it had been created from nothing. */
export async function roundTrip(engine: TestEngine, scenario: Scenario): Promise<Trip> {
  const { before, after, setup = [], rows = [], kept = [] } = scenario
  const steps = scenario.steps ?? diff(before, after, { ...NO_HINTS, ...scenario.hints })
  const reached = applySteps(before, steps)
  const up = postgres.render(steps, before)
  const down = postgres.render(invertSteps(steps), reached)
  const fresh = async (schema: Schema) => {
    await engine.fresh()
    await engine.run([...setup, ...postgres.render(diff(EMPTY_SCHEMA, schema), EMPTY_SCHEMA)])
  }
  await fresh(after)
  const wantedAfter = await seen(engine)
  await fresh(before)
  const wantedBefore = await seen(engine)
  await engine.run(rows)
  const told = await ask(engine, kept)
  await engine.run(up)
  expect(await seen(engine)).toEqual(wantedAfter)
  for (const [query, rowsThen] of Object.entries(scenario.answers ?? {}))
    expect(await engine.query(query)).toEqual(rowsThen)
  if (scenario.refused !== undefined) {
    await expect(engine.run(down)).rejects.toThrow(scenario.refused)
    expect(await seen(engine)).toEqual(wantedAfter)
    return { up, down }
  }
  await engine.run(down)
  expect(await seen(engine)).toEqual(wantedBefore)
  expect(await ask(engine, kept)).toEqual(told)
  await engine.run(up)
  expect(await seen(engine)).toEqual(wantedAfter)
  return { up, down }
}

const SEQUENCES = `select c.relname as name, a.attname as "column", d.refobjid::regclass::text as "table"
  from pg_class c join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where c.relkind = 'S' order by 1`

/** What a database holds, in an order that does not depend on how it came to be, with the names of its sequences. */
async function seen(engine: TestEngine): Promise<object> {
  const schema = await postgres.inspect(engine.query)
  const tables = [...schema.tables.values()].map(table => ({
    ...table,
    columns: byName(table.columns),
    constraints: byName(table.constraints),
    indexes: byName(table.indexes),
  }))
  return { ...schema, tables, sequences: await engine.query(SEQUENCES) }
}

function byName<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function ask(engine: TestEngine, queries: readonly string[]): Promise<readonly unknown[]> {
  const answers: unknown[] = []
  for (const query of queries) answers.push(await engine.query(query))
  return answers
}

/** The statements' SQL, for expectations, but for what keeps owners and privileges: that has tests of its own. */
export function sqlOf(statements: readonly Statement[]): readonly string[] {
  return statements.map(statement => statement.sql).filter(sql => !sql.includes("'mig.kept_"))
}
