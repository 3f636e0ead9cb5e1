import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Client } from '../test/language/editor/sessions/client.ts'
import { schemaText } from './schema-text.ts'

/** Measures the built language server with a client, in a workspace of many files and in one large file. Milliseconds. */
const MIG = resolve(import.meta.dirname, '../dist/mig.js')
const KEYSTROKES = 100
/** Between keystrokes, as somebody types who types fast: milliseconds. */
const TYPING = 100

for (const [name, tables, parts] of [
  ['1,000 tables in 50 files', 1_000, 50],
  ['300 tables in one file', 300, 1],
] as const) {
  console.log(`\n${name}`)
  await measure(workspaceOf(tables, parts), parts === 1 ? 'schema.mig' : 'part_8.mig')
}

/** The texts of a project whose tables are spread over some files. */
function workspaceOf(tables: number, parts: number): Readonly<Record<string, string>> {
  const text = schemaText(tables, false)
  if (parts === 1) return { 'schema.mig': text }
  const [head, ...rest] = text.split(/\n(?=table )/)
  const files: Record<string, string> = {}
  const size = Math.ceil(rest.length / parts)
  for (let part = 0; part < parts; part++) {
    files[`part_${part + 1}.mig`] = rest.slice(part * size, (part + 1) * size).join('\n')
  }
  const imports = Object.keys(files).map(file => `import './${file}'\n`)
  return { 'schema.mig': `${head}\n${imports.join('')}`, ...files }
}

async function measure(files: Readonly<Record<string, string>>, file: string): Promise<void> {
  const client = new Client([process.execPath, MIG, 'lsp', '--stdio'], files)
  try {
    execFileSync(process.execPath, [MIG, 'compile', '-m', 'first', '--quiet'], { cwd: client.folder })
    client.dispose(false)
    const start = performance.now()
    const again = new Client([process.execPath, MIG, 'lsp', '--stdio'], {}, client.folder)
    await session(again, files[file]!, file, start)
    again.dispose()
  } finally {
    client.dispose()
  }
}

async function session(client: Client, text: string, file: string, start: number): Promise<void> {
  const line = '  quantity   int\n'
  const first = text.replace(line, `${line}  broken     nosuchtype\n`)
  await client.initialize()
  await client.open(file, first)
  await client.until('first diagnostics', () => client.codes(file).length > 0, 60_000)
  row('cold start to first diagnostics', [performance.now() - start])
  await client.until('first plan', () => client.notes.some(note => note.method === 'mig/status'), 60_000)
  row('cold start to first plan', [performance.now() - start])
  await settle(client)

  row(
    'keystroke to diagnostics, whole text',
    await keystrokes(client, text, file, at => `${line}  note_${at}     nosuchtype\n`),
  )
  row(
    'keystroke to diagnostics, half-typed line',
    await keystrokes(client, text, file, at => `${line}  note_${at} varchar(\n`),
  )
  row('the same up to the plan', await keystrokes(client, text, file, at => `${line}  note_${at}     int?\n`, true))
  const bursts: number[] = []
  const plans: number[] = []
  for (let at = 0; at < 10; at++) {
    const [shown, planned] = await burst(client, text, file, line, at)
    bursts.push(shown)
    plans.push(planned)
  }
  row('ten keystrokes at 50 ms, last to diagnostics', bursts)
  row('ten keystrokes at 50 ms, last to plan', plans)
  row('completion after a keystroke', await asked(client, text, file, line, 'textDocument/completion', '-> tab'))
  row('hover after a keystroke', await asked(client, text, file, line, 'textDocument/hover', 'table table_'))
  row('hover while the plan runs', await besidePlan(client, text, file, line))
  console.log(`  memory at its highest: ${peak(client.pid)} MiB`)
}

/** One keystroke after the other, each waited for. */
async function keystrokes(
  client: Client,
  text: string,
  file: string,
  lines: (at: number) => string,
  planned = false,
): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < KEYSTROKES; at++) {
    const before = statuses(client)
    const start = performance.now()
    await client.change(file, text.replace('  quantity   int\n', lines(at)))
    await client.until('diagnostics', () => client.versionOf(file) === client.version(file))
    if (planned) await client.until('plan', () => statuses(client) > before)
    times.push(performance.now() - start)
    await pause(start)
  }
  await settle(client)
  return times
}

async function burst(
  client: Client,
  text: string,
  file: string,
  line: string,
  round: number,
): Promise<readonly [number, number]> {
  for (let at = 1; at <= 10; at++) {
    await client.change(file, text.replace(line, `${line}  ${'abcdefghij'.slice(0, at)}_${round} nosuchtype\n`))
    if (at < 10) await new Promise(resolve => setTimeout(resolve, 50))
  }
  const start = performance.now()
  const before = statuses(client)
  await client.until('diagnostics', () => client.versionOf(file) === client.version(file))
  const shown = performance.now() - start
  await client.until('plan', () => statuses(client) > before)
  const planned = performance.now() - start
  await settle(client)
  return [shown, planned]
}

async function asked(
  client: Client,
  text: string,
  file: string,
  line: string,
  method: string,
  before: string,
): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < KEYSTROKES; at++) {
    await client.change(file, text.replace(line, `${line}  other_${at} bigint? -> table_1\n`))
    const start = performance.now()
    await client.at(method, file, before)
    times.push(performance.now() - start)
    await pause(start)
  }
  return times
}

/** A request every 20 ms while a change is being planned. */
async function besidePlan(client: Client, text: string, file: string, line: string): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < 10; at++) {
    const before = statuses(client)
    await client.change(file, text.replace(line, `${line}  beside_${at} int?\n`))
    while (statuses(client) === before) {
      await new Promise(resolve => setTimeout(resolve, 20))
      const start = performance.now()
      await client.at('textDocument/hover', file, 'table table_')
      times.push(performance.now() - start)
    }
  }
  return times
}

/** Waits until the next keystroke. */
function pause(start: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, Math.max(0, start + TYPING - performance.now())))
}

function statuses(client: Client): number {
  return client.notes.filter(note => note.method === 'mig/status').length
}

async function settle(client: Client): Promise<void> {
  let seen = -1
  while (seen !== client.notes.length) {
    seen = client.notes.length
    await new Promise(resolve => setTimeout(resolve, 400))
  }
}

function row(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(0).padStart(6)
  const cells = times.length === 1 ? [at(0)] : [`p50 ${at(0.5)}`, `p95 ${at(0.95)}`, `max ${at(1)}`]
  console.log(`  ${what.padEnd(46)} ${cells.join('  ')}`)
}

function peak(pid: number): number {
  const status = readFileSync(join('/proc', String(pid), 'status'), 'utf8')
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
