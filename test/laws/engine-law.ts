import { expect } from 'vitest'
import type { Dialect, Statement } from '../../compiler/dialects/dialect.ts'
import { diff } from '../../compiler/diff/diff.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { nameText, type QName, quoteName } from '../../compiler/schema/name.ts'
import { EMPTY_SCHEMA, type Schema } from '../../compiler/schema/schema.ts'
import type { Value } from '../../compiler/schema/value.ts'
import { describeStep } from '../../compiler/steps/describe.ts'
import { invertSteps } from '../../compiler/steps/invert.ts'
import type { Step } from '../../compiler/steps/step.ts'
import { driftOf } from '../../database/verify/drift.ts'
import { lostRows } from '../../database/verify/lost-rows.ts'
import { readRows, type TableRows } from '../../database/verify/read-rows.ts'
import type { TestEngine } from '../engines/test-engine.ts'

/** What an engine is put through: a schema with rows, a plan, and what must hold after each direction. */
export interface Journey {
  readonly before: Schema
  readonly after: Schema
  readonly steps: readonly Step[]
  readonly rows: readonly string[]
}

/** Up, down and up again on a real database: each time the catalog is that of a fresh database, and kept values are kept. */
export async function travel(engine: TestEngine, dialect: Dialect, journey: Journey): Promise<void> {
  const { before, after, steps, rows } = journey
  const up = dialect.render(steps, before)
  const down = dialect.render(invertSteps(steps), after)
  const wanted = await catalogOf(engine, dialect, after)
  const original = await catalogOf(engine, dialect, before)
  await engine.run(rows)
  const first = await readRows(engine.query, engine.dialect, before)
  await explained(engine, 'up', up)
  expectSame(dialect, await dialect.inspect(engine.query), wanted, 'after up', up)
  expectKept(journey, dialect.name, first, await readRows(engine.query, engine.dialect, after), 'up')
  await explained(engine, 'down', down)
  expectSame(dialect, await dialect.inspect(engine.query), original, 'after down', down)
  expectKept(journey, dialect.name, first, await readRows(engine.query, engine.dialect, before), 'down')
  await explained(engine, 'up again', up)
  expectSame(dialect, await dialect.inspect(engine.query), wanted, 'after up again', up)
}

/** The catalog of a database that never held anything but this schema. It stays in place. */
async function catalogOf(engine: TestEngine, dialect: Dialect, schema: Schema): Promise<Schema> {
  await engine.fresh()
  await engine.run(dialect.render(diff(EMPTY_SCHEMA, schema), EMPTY_SCHEMA))
  return dialect.inspect(engine.query)
}

async function explained(engine: TestEngine, direction: string, statements: readonly Statement[]): Promise<void> {
  try {
    await engine.run(statements)
  } catch (error) {
    throw new Error(`${direction}: ${(error as Error).message}\n\n${script(statements)}`)
  }
}

function script(statements: readonly Statement[]): string {
  return statements.map(statement => `${statement.sql};${statement.transaction ? '' : ' -- no transaction'}`).join('\n')
}

function expectSame(
  dialect: Dialect,
  actual: Schema,
  wanted: Schema,
  when: string,
  statements: readonly Statement[],
): void {
  const drift = driftOf(dialect, actual, wanted).map(step => `${describeStep(step)} ${JSON.stringify(step)}`)
  if (drift.length > 0) expect.fail(`${when}, still to do:\n${drift.join('\n')}\n\n${script(statements)}`)
}

function expectKept(
  { before, steps }: Journey,
  dialect: DialectName,
  first: TableRows,
  now: TableRows,
  direction: 'up' | 'down',
): void {
  for (const { table, wanted, found } of lostRows({ before, steps, first, now, direction, dialect })) {
    expect(found, `rows of ${table} after ${direction}`).toEqual(wanted)
  }
}

/**
 * Whether a plan, or its way back, asks of rows that are there what they need not hold: a foreign key on a column that is
 * not new (MIG222), one to a table whose rows are gone by then (MIG242), a hand-written way back of a value that
 * only `backfill` has made, or an enum value that the enum had not before.
 */
export function asksOfOldRows(steps: readonly Step[]): boolean {
  const fresh = new Set(
    steps.flatMap(step => (step.kind === 'add column' ? [columnKey(step.table, step.column.name)] : [])),
  )
  const gone = new Set(steps.flatMap(step => (step.kind === 'drop table' ? [nameText(step.table.name)] : [])))
  return steps.some(step => {
    if (step.kind === 'drop constraint' && step.constraint.kind === 'foreign') {
      return gone.has(nameText(step.constraint.target))
    }
    if (step.kind === 'alter column') {
      return step.fill !== undefined && (step.revert !== undefined || isNewValue(step.fill, steps))
    }
    if (step.kind !== 'add constraint' || step.constraint.kind !== 'foreign') return false
    return step.constraint.columns.some(column => !fresh.has(columnKey(step.table, column)))
  })
}

function isNewValue(value: Value, steps: readonly Step[]): boolean {
  if (value.kind !== 'enum value') return false
  return steps.some(step => step.kind === 'alter enum' && !step.from.values.includes(value.value))
}

function columnKey(table: QName, column: string): string {
  return `${nameText(table)}.${quoteName(column)}`
}
