import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Measure, measure } from './measure.ts'
import { schemaText } from './schema-text.ts'

/** Measures whole processes of the built program. Arguments: the numbers of tables, by default 1000 and 5000. */
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 5000]
const RUNS = 3

const folder = mkdtempSync(join(tmpdir(), 'mig-bench-'))
try {
  console.log(
    `${'tables'.padStart(6)}  ${'command'.padEnd(18)}  ${'wall s'.padStart(7)}  ${'cpu s'.padStart(7)}  ${'MiB'.padStart(5)}`,
  )
  row(0, '--version', await best(() => measure(['--version'], folder)))
  row(0, '--help', await best(() => measure(['--help'], folder)))
  for (const size of sizes) await project(size)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function project(size: number): Promise<void> {
  const schema = join(folder, 'schema.mig')
  const compile = ['compile', '--quiet', '-m']
  rmSync(join(folder, 'migrations'), { recursive: true, force: true })
  writeFileSync(schema, schemaText(size, false))
  row(size, 'first revision', await measure([...compile, 'first'], folder))
  writeFileSync(schema, schemaText(size, true))
  row(size, 'would write (diff)', await best(() => measure(['diff', '--quiet'], folder)))
  row(size, 'one column more', await measure([...compile, 'note'], folder))
  row(size, 'nothing changed', await best(() => measure([...compile, 'nothing'], folder)))
  row(size, 'check', await best(() => measure(['check', '--quiet'], folder)))
}

async function best(run: () => Promise<Measure>): Promise<Measure> {
  const runs: Measure[] = []
  for (let i = 0; i < RUNS; i++) runs.push(await run())
  return runs.toSorted((a, b) => a.wall - b.wall)[0]!
}

function row(size: number, command: string, { wall, cpu, memory }: Measure): void {
  const cells = [wall.toFixed(3).padStart(7), cpu.toFixed(3).padStart(7), memory.toFixed(0).padStart(5)]
  console.log(`${String(size || '').padStart(6)}  ${command.padEnd(18)}  ${cells.join('  ')}`)
}
