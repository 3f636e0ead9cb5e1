import { lostRows } from '../../database/verify/lost-rows.ts'
import type { DialectName } from '../../index.ts'
import type { DemoDatabase } from './demo-database.ts'
import { catalogProblems, freshCatalog, rowsOf, runFile, type Told, type Travelled } from './travel.ts'

/**
 * Runs every revision but the first down, the newest first, and all up again: the rows of the first tables must be there
 * at both ends, with every value that has a place at both.
 */
export async function travelFar(
  databases: readonly DemoDatabase[],
  told: readonly Told[],
): Promise<ReadonlyMap<DialectName, Travelled>> {
  const results = new Map<DialectName, Travelled>()
  for (const database of databases) results.set(database.dialect.name, await travelFarOn(database, told))
  return results
}

async function travelFarOn(database: DemoDatabase, told: readonly Told[]): Promise<Travelled> {
  const [first, ...others] = told
  const start = first!.after
  const end = told.at(-1)!.after
  const steps = others.flatMap(({ stored }) => stored.revision.steps)
  const rows = [await rowsOf(database, end)]
  const milliseconds = [0, 0]
  for (const { stored } of others.toReversed()) milliseconds[0]! += await runFile(database, stored, 'down')
  rows.push(await rowsOf(database, start))
  const problems = [...(await catalogProblems(database, await freshCatalog(database, start), 'at the first revision'))]
  for (const { stored } of others) milliseconds[1]! += await runFile(database, stored, 'up')
  rows.push(await rowsOf(database, end))
  problems.push(...(await catalogProblems(database, await freshCatalog(database, end), 'at the last revision')))
  let lost = 0
  for (const now of [rows[0]!, rows[2]!]) {
    for (const { table, wanted, found } of lostRows({ before: start, steps, first: rows[1]!, now, direction: 'up' })) {
      problems.push(`the rows of ${table} are not the same at both ends`)
      lost += found.filter(row => !wanted.includes(row)).length
    }
  }
  return { milliseconds, problems, rows, lost }
}
