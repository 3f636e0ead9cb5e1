import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeHistory } from './history-folder.ts'
import { type Measure, measure } from './measure.ts'

/** Measures whole processes of the built program on a long history. Argument: the number of revisions, by default 1000. */
const count = Number(process.argv[2] ?? 1000)
const RUNS = 5
const DATABASE = ['--database', 'sqlite:bench.db']
const COMMANDS = [
  ['heads'],
  ['branches'],
  ['history'],
  ['history', '--json'],
  ['show', 'head'],
  ['current', ...DATABASE],
  ['history', '--indicate-current', ...DATABASE],
]

const folder = mkdtempSync(join(tmpdir(), 'mig-bench-'))
try {
  writeHistory(folder, count)
  await measure(['upgrade', ...DATABASE], folder)
  console.log(`${count} revisions, the median of ${RUNS} runs`)
  console.log(`${'command'.padEnd(28)}  ${'wall ms'.padStart(7)}  ${'cpu ms'.padStart(7)}  ${'MiB'.padStart(5)}`)
  for (const command of COMMANDS) {
    const { wall, cpu, memory } = await median(() => measure(command, folder))
    const cells = [ms(wall).padStart(7), ms(cpu).padStart(7), memory.toFixed(0).padStart(5)]
    console.log(
      `${command
        .filter(word => !DATABASE.includes(word))
        .join(' ')
        .padEnd(28)}  ${cells.join('  ')}`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function median(run: () => Promise<Measure>): Promise<Measure> {
  await run()
  const runs: Measure[] = []
  for (let i = 0; i < RUNS; i++) runs.push(await run())
  return runs.toSorted((a, b) => a.wall - b.wall)[RUNS >> 1]!
}

function ms(seconds: number): string {
  return (seconds * 1000).toFixed(0)
}
