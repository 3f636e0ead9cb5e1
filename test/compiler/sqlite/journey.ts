import { expect } from 'vitest'
import type { Statement } from '../../../compiler/dialects/dialect.ts'
import { sqlite } from '../../../compiler/dialects/sqlite/sqlite.ts'
import { EMPTY_SCHEMA, type Schema } from '../../../compiler/schema/schema.ts'
import { applySteps } from '../../../compiler/steps/apply.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { type Engine, openEngine, runStatements, scriptOf } from './engine.ts'
import { pictureOf } from './picture.ts'

/** A schema with rows, steps, and what must be seen on the way. */
export interface Journey {
  readonly name: string
  readonly before: Schema
  /** Statements that put rows in. */
  readonly rows?: string
  readonly steps: readonly Step[]
  /** Queries and their answers, values only, after going up. */
  readonly up?: readonly (readonly [string, readonly (readonly unknown[])[]])[]
  /** The same after coming back down. */
  readonly down?: Journey['up']
  /** What the script up must hold, and what it must not. */
  readonly script?: { readonly has?: readonly RegExp[]; readonly lacks?: readonly RegExp[] }
}

/** Steps that make a schema out of nothing. */
export function creation(schema: Schema): readonly Step[] {
  return [
    ...[...schema.enums.values()].map(item => ({ kind: 'create enum', enum: item }) as const),
    ...[...schema.tables.values()].map(table => ({ kind: 'create table', table }) as const),
    ...[...schema.views.values()].map(view => ({ kind: 'create view', view }) as const),
    ...[...schema.triggers.values()].map(trigger => ({ kind: 'create trigger', trigger }) as const),
  ]
}

/** A database that holds a schema and nothing else. */
export function freshEngine(schema: Schema, open: () => Engine = openEngine): Engine {
  const engine = open()
  runStatements(engine, sqlite.render(creation(schema), EMPTY_SCHEMA))
  return engine
}

async function freshPicture(schema: Schema, open: () => Engine): Promise<string> {
  const engine = freshEngine(schema, open)
  const picture = await pictureOfEngine(engine)
  engine.close()
  return picture
}

export async function pictureOfEngine(engine: Engine): Promise<string> {
  return pictureOf(await sqlite.inspect(async sql => engine.query(sql)))
}

/** Up, down and up again: each time the database is as if it had been made so at once, and the answers are right. */
export async function travel(journey: Journey, open: () => Engine = openEngine): Promise<void> {
  const { before, steps } = journey
  const after = applySteps(before, steps)
  const up = sqlite.render(steps, before)
  const down = sqlite.render(invertSteps(steps), after)
  expect(sqlite.render(steps, before), 'the same bytes').toEqual(up)
  const pictures = { before: await freshPicture(before, open), after: await freshPicture(after, open) }
  expect(pictures.before, 'before, projected').toBe(pictureOf(sqlite.project(before)))
  expect(pictures.after, 'after, projected').toBe(pictureOf(sqlite.project(after)))
  const engine = freshEngine(before, open)
  engine.exec(journey.rows ?? '')
  await go(engine, up, pictures.after, 'up')
  ask(engine, journey.up, 'up', up)
  await go(engine, down, pictures.before, 'down')
  ask(engine, journey.down, 'down', down)
  await go(engine, up, pictures.after, 'up again')
  engine.close()
  for (const pattern of journey.script?.has ?? []) expect(scriptOf(up)).toMatch(pattern)
  for (const pattern of journey.script?.lacks ?? []) expect(scriptOf(up)).not.toMatch(pattern)
}

async function go(engine: Engine, statements: readonly Statement[], picture: string, what: string): Promise<void> {
  try {
    runStatements(engine, statements)
  } catch (error) {
    throw new Error(`${what}: ${(error as Error).message}\n\n${scriptOf(statements)}`)
  }
  expect(await pictureOfEngine(engine), `${what}\n${scriptOf(statements)}`).toBe(picture)
  expect(
    engine.query('pragma integrity_check').map(row => Object.values(row)),
    what,
  ).toEqual([['ok']])
  expect(
    engine.query('pragma foreign_keys').map(row => Object.values(row)),
    what,
  ).toEqual([[1]])
  expect(engine.query('select name from sqlite_temp_schema'), what).toEqual([])
}

function ask(engine: Engine, questions: Journey['up'], what: string, statements: readonly Statement[]): void {
  for (const [sql, answer] of questions ?? []) {
    const rows = engine.query(sql).map(row => Object.values(row))
    expect(rows, `${what}: ${sql}\n${scriptOf(statements)}`).toEqual(answer)
  }
}
