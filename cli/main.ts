import type { Context, Options } from './command.ts'
import { COMMANDS } from './commands/list.ts'
import { type Colors, colors, wantsColor } from './output/colors.ts'
import type { Outcome } from './output/outcome.ts'
import type { Problem } from './output/problem.ts'
import { splitCommand } from './split-command.ts'
import { VERSION } from './version.ts'
import { WrongUsage } from './wrong-usage.ts'

const argv = process.argv.slice(2)
const asJson = argv.includes('--json')
const paintOut = colorsOf(process.stdout)
const paintErr = colorsOf(process.stderr)

process.stdout.on('error', endOfPipe)
process.stderr.on('error', endOfPipe)
process.on('uncaughtException', fail)
process.exitCode = 3
let ended: number | undefined
run().then(code => {
  ended = process.exitCode = code
}, fail)

async function run(): Promise<number> {
  const { name, rest } = splitCommand(argv)
  if (name === undefined) return runBare(rest)
  if (name === 'help') return rest.length === 0 ? runBare(['--help']) : showHelp(rest[0]!)
  if (rest.includes('--help') || rest.includes('-h')) return showHelp(name)
  const command = await listed(name).load()
  const { parseArguments } = await import('./parse-arguments.ts')
  const { args, options } = parseArguments(name, command, rest)
  return print(await command.run(contextOf(options), args, options), options)
}

async function runBare(words: readonly string[]): Promise<number> {
  const [word] = words
  if (word === '--version' || word === '-V') return writeOut(`mig ${VERSION}`)
  if (word !== undefined && word !== '--help' && word !== '-h') {
    throw new WrongUsage(`There is no command in 'mig ${words.join(' ')}'.`, 'See mig --help.')
  }
  const { helpText } = await import('./help.ts')
  return writeOut(helpText())
}

async function showHelp(name: string): Promise<number> {
  const { commandHelp } = await import('./help.ts')
  const { summary, load } = listed(name)
  return writeOut(commandHelp(name, summary, await load()))
}

function listed(name: string): (typeof COMMANDS)[number] {
  const found = COMMANDS.find(command => command.name === name)
  if (found) return found
  const near = COMMANDS.find(command => command.name.startsWith(name.slice(0, 3)))
  const remedy = near ? `Did you mean mig ${near.name}? See mig --help.` : 'See mig --help.'
  throw new WrongUsage(`There is no command '${name}'.`, remedy, { command: name })
}

function contextOf({ project }: Options): Context {
  const context = { cwd: process.cwd(), env: process.env }
  return project === undefined ? context : { ...context, project: String(project) }
}

async function print(outcome: Outcome, options: Options): Promise<number> {
  const { isShown } = await import('./output/is-shown.ts')
  const shown = (problems: readonly Problem[] = []) => problems.filter(problem => isShown(problem, options))
  const [findings, warnings] = [shown(outcome.findings), shown(outcome.warnings)]
  if (options.format) {
    const { formatProblems } = await import('./output/formats.ts')
    writeOut(formatProblems([...findings, ...warnings], options.format as 'github' | 'sarif'))
  } else if (asJson) {
    writeOut(JSON.stringify(outcome.json, null, 2))
  } else {
    const { printProblem } = await import('./output/print-problem.ts')
    for (const warning of warnings) process.stderr.write(`${printProblem(warning, paintErr)}\n`)
    for (const finding of findings) writeOut(printProblem(finding, paintOut))
    writeOut(outcome.text)
  }
  return outcome.exit
}

function writeOut(text: string): 0 {
  if (text !== '') process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return 0
}

async function fail(error: unknown): Promise<void> {
  const { asFailure } = await import('./as-failure.ts')
  const { ProblemsFound } = await import('./output/problems-found.ts')
  const { printFailure, failureJson } = await import('./output/print-failure.ts')
  const failure = asFailure(error)
  ended = process.exitCode = failure.exit
  if (process.env.MIG_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  const format = /^--format[= ](github|sarif)$/m.exec(argv.join('\n').replaceAll('--format\n', '--format '))?.[1]
  const said = { quiet: argv.includes('--quiet'), verbose: argv.includes('--verbose') || argv.includes('-v') }
  if (format && failure instanceof ProblemsFound) {
    const { isShown } = await import('./output/is-shown.ts')
    const { formatProblems } = await import('./output/formats.ts')
    const shown = failure.problems.filter(problem => isShown(problem, said))
    writeOut(formatProblems(shown, format as 'github' | 'sarif'))
  } else if (asJson) writeOut(JSON.stringify(failureJson(failure), null, 2))
  else process.stderr.write(`${printFailure(failure, paintErr, said)}\n`)
}

function colorsOf(stream: NodeJS.WriteStream): Colors {
  return colors(wantsColor(stream.isTTY, process.env, argv.includes('--no-color')))
}

/** The reader of our output has seen enough, as `head` does: nothing is wrong. */
function endOfPipe(error: NodeJS.ErrnoException): void {
  process.exit(error.code === 'EPIPE' ? (ended ?? 0) : 3)
}
